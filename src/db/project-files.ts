import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PGLITE = join(ROOT, 'node_modules', '@electric-sql', 'pglite');
const PRISMA = join(ROOT, 'prisma');

export const SCHEMA_FILE = join(PRISMA, 'schema.prisma');
export const MIGRATIONS = join(PRISMA, 'migrations');
export const RECORD = join(PRISMA, 'record');

/** An empty embedded database, as `scripts/prepare.mjs` makes it with the PGlite that is installed. */
export function preparedDatabase(): string {
  const { version } = packageFile.parse(JSON.parse(readFileSync(join(PGLITE, 'package.json'), 'utf8')));
  return join(ROOT, 'node_modules', '.cache', 'action5', `postgres-${version}`);
}

const packageFile = z.object({ version: z.string() });

export const schemaText = (): string => readFileSync(SCHEMA_FILE, 'utf8');

/** The migrations of this version of the code, oldest first. */
export const migrationNames = (): readonly string[] =>
  readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

export const migrationSql = (name: string): string => readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8');
