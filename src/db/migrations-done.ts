import { createHash } from 'node:crypto';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { migrationNames, migrationSql } from './project-files.ts';

const THERE = `SELECT to_regclass('_prisma_migrations') IS NOT NULL`;
const DONE = `SELECT migration_name, checksum, (finished_at IS NOT NULL AND rolled_back_at IS NULL)::text FROM _prisma_migrations`;

/**
 * Whether the database holds exactly the migrations of this version, each finished and as it is here: then nothing is
 * to be done, and the schema engine need not be started to say so. In any doubt false.
 */
export async function migrationsAreDone(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<boolean> {
  const connection = await adapter.connect();
  const rowsOf = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  try {
    const [there] = await rowsOf(THERE);
    if (there?.[0] !== true) return false;
    const found = (await rowsOf(DONE)).map((row) => row.join(' ')).toSorted();
    const known = migrationNames().map((name) => `${name} ${checksumOf(name)} true`);
    return found.length === known.length && found.every((row, at) => row === known[at]);
  } finally {
    await connection.dispose();
  }
}

/** As Prisma keeps it beside the name of a migration. */
const checksumOf = (name: string): string => createHash('sha256').update(migrationSql(name)).digest('hex');
