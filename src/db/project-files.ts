import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PRISMA = fileURLToPath(new URL('../../prisma', import.meta.url));

export const SCHEMA_FILE = join(PRISMA, 'schema.prisma');
export const MIGRATIONS = join(PRISMA, 'migrations');
export const RECORD = join(PRISMA, 'record');

export const schemaText = (): string => readFileSync(SCHEMA_FILE, 'utf8');

/** The migrations of this version of the code, oldest first. */
export const migrationNames = (): readonly string[] =>
  readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

export const migrationSql = (name: string): string => readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8');
