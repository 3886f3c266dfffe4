import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { migrationsAreDone } from './migrations-done.ts';
import { MIGRATIONS, migrationNames, migrationSql } from './project-files.ts';
import type { SchemaEngine } from './schema-engine.ts';

export type MigrateOutcome = { ok: true; applied: readonly string[] } | { ok: false; problem: string };

const FILTERS = { externalTables: [], externalEnums: [] };

const migrations = () => ({
  baseDir: MIGRATIONS,
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: migrationNames().map((name) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: migrationSql(name) } },
  })),
});

/** Brings a database to this version of the code, in process. One that is newer, failed half-way or was changed by hand is refused with the reason, untouched. */
export async function migrate(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<MigrateOutcome> {
  if (await migrationsAreDone(adapter)) return { ok: true, applied: [] };
  const { withSchemaEngine } = await import('./schema-engine.ts');
  try {
    return await withSchemaEngine(adapter, apply);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'SchemaConnectorError')) throw error;
    // Below the first lines the engine says where in itself it was.
    const [said = ''] = error.message.split(/\n +0: /);
    return { ok: false, problem: `A migration was refused by the database: ${said.trim()}. Restore the last backup.` };
  }
}

async function apply(engine: SchemaEngine): Promise<MigrateOutcome> {
  const migrationsList = migrations();
  const asked = { migrationsList, optInToShadowDatabase: false, filters: FILTERS };
  const { history, failedMigrationNames, editedMigrationNames } = await engine.diagnoseMigrationHistory(asked);
  const refused = (problem: string): MigrateOutcome => ({ ok: false, problem });
  if (history !== null && history.diagnostic !== 'databaseIsBehind') {
    const unknown = history.unpersistedMigrationNames.join(', ');
    return refused(
      `The database was written by a newer version of Action5 (it has ${unknown}). Update the desk; nothing was changed.`,
    );
  }
  if (failedMigrationNames.length > 0)
    return refused(
      `An earlier migration did not finish: ${failedMigrationNames.join(', ')}. Restore the last backup; nothing was changed.`,
    );
  if (editedMigrationNames.length > 0)
    return refused(
      `The database was made with other migrations than this version has: ${editedMigrationNames.join(', ')}. Nothing was changed.`,
    );
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: FILTERS });
  return { ok: true, applied: appliedMigrationNames };
}
