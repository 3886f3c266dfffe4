import { createHash } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { MIGRATIONS, migrationNames, migrationSql, SCHEMA_FILE, schemaText } from '../../src/db/project-files.ts';
import { withSchemaEngine } from '../../src/db/schema-engine.ts';
import { machineClock } from '../../src/desk/time.ts';
import { emptyDatabase } from '../setup/empty-database.ts';
import { startPostgres, type TestServer } from '../setup/postgres.ts';
import { recordTemplate } from '../setup/template-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function open(databaseUrl: string): Promise<Database> {
  const opened = await openDatabase({ databaseUrl });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.database;
}

interface Shape {
  migrations: unknown[];
  columns: unknown[];
  triggers: unknown[];
}

/** What the migrations have made of the database, and what the database says of them. */
async function shapeOf({ db }: Database): Promise<Shape> {
  return {
    migrations: await db.$queryRawUnsafe('SELECT * FROM _prisma_migrations ORDER BY migration_name'),
    columns: await db.$queryRawUnsafe(`
      SELECT table_name, column_name, data_type, datetime_precision, is_nullable FROM information_schema.columns
      WHERE table_schema = 'public' ORDER BY 1, 2`),
    triggers: await db.$queryRawUnsafe(`
      SELECT event_object_table, trigger_name, event_manipulation FROM information_schema.triggers ORDER BY 1, 2, 3`),
  };
}

describe.each([
  ['PGlite', () => emptyDatabase()],
  ['PostgreSQL', async () => open(await server.newDatabase())],
] as const)('the migrations on %s', (_, make) => {
  let database: Database;
  let whole: Shape;
  beforeAll(async () => {
    database = await make();
  });
  afterAll(() => database.close());

  /** Runs `work` on the migration table and puts back what it has changed. */
  async function withMigrations(change: string, work: () => Promise<void>): Promise<void> {
    await database.db.$executeRawUnsafe('CREATE TABLE kept AS SELECT * FROM _prisma_migrations');
    await database.db.$executeRawUnsafe(change);
    await work();
    await database.db.$executeRawUnsafe('TRUNCATE _prisma_migrations');
    await database.db.$executeRawUnsafe('INSERT INTO _prisma_migrations SELECT * FROM kept');
    await database.db.$executeRawUnsafe('DROP TABLE kept');
    expect(await shapeOf(database)).toEqual(whole);
  }

  test('make all of it in an empty database, the guards of the histories included', async () => {
    expect(await database.migrate()).toEqual({ ok: true, applied: migrationNames() });
    whole = await shapeOf(database);
    expect(whole.migrations).toMatchObject(
      migrationNames().map((name) => ({
        migration_name: name,
        checksum: createHash('sha256').update(migrationSql(name)).digest('hex'),
        finished_at: expect.any(Date),
        applied_steps_count: 1,
      })),
    );
    expect(JSON.stringify(whole.triggers)).toContain('request_history_is_append_only');
    expect(await database.db.assistanceRequest.count()).toBe(0);
  });

  test('change nothing the second time', async () => {
    expect(await database.migrate()).toEqual({ ok: true, applied: [] });
    expect(await shapeOf(database)).toEqual(whole);
  });

  test('are refused by a database of a newer version, which stays as it is', async () => {
    const newer = `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
      VALUES ('of later', 'x', '20991231235959_of_later', now(), now(), 1)`;
    await withMigrations(newer, async () => {
      const before = await shapeOf(database);
      expect(await database.migrate()).toEqual({
        ok: false,
        problem:
          'The database was written by a newer version of Action5 (it has 20991231235959_of_later). Update the desk; nothing was changed.',
      });
      expect(await shapeOf(database)).toEqual(before);
    });
  });

  test('are refused when one was applied that reads otherwise here', async () => {
    const [first = ''] = migrationNames();
    const edited = `UPDATE _prisma_migrations SET checksum = repeat('0', 64) WHERE migration_name = '${first}'`;
    await withMigrations(edited, async () => {
      expect(await database.migrate()).toEqual({
        ok: false,
        problem: `The database was made with other migrations than this version has: ${first}. Nothing was changed.`,
      });
    });
  });

  test('are refused when an earlier one did not finish', async () => {
    const last = migrationNames().at(-1) ?? '';
    const failed = `UPDATE _prisma_migrations SET finished_at = NULL, logs = 'cut off' WHERE migration_name = '${last}'`;
    await withMigrations(failed, async () => {
      expect(await database.migrate()).toEqual({
        ok: false,
        problem: `An earlier migration did not finish: ${last}. Restore the last backup; nothing was changed.`,
      });
    });
  });

  test('are taken whole or not at all: one that the database refuses leaves nothing of itself, and the next start says so', async () => {
    const other = await make();
    // The last thing that the first migration makes is there already, so that it fails at its very end.
    const inTheWay = migrationSql(migrationNames()[0] ?? '').match(/CREATE FUNCTION (\w+)\(\)/)?.[1];
    await other.db.$executeRawUnsafe(
      `CREATE FUNCTION ${inTheWay}() RETURNS trigger AS 'BEGIN RETURN NULL; END' LANGUAGE plpgsql`,
    );
    expect(await other.migrate()).toEqual({
      ok: false,
      problem: expect.stringMatching(
        /^A migration was refused by the database: .*"?refuse_change_of_history"? already exists/s,
      ),
    });
    const tables = await other.db.$queryRaw`
      SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`;
    expect(tables).toEqual([{ table_name: '_prisma_migrations' }]);
    expect(await other.migrate()).toMatchObject({
      ok: false,
      problem: expect.stringContaining('An earlier migration did not finish'),
    });
    await other.close();
  });
});

test('the migrations lead to exactly what prisma/schema.prisma says', async () => {
  const pglite = await PGlite.create({ loadDataDir: recordTemplate() });
  const files = [{ path: SCHEMA_FILE, content: schemaText() }];
  const { stdout } = await withSchemaEngine(new PrismaPGlite(pglite), (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: MIGRATIONS },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  await pglite.close();
  expect(stdout?.trim()).toBe('-- This is an empty migration.');
});

describe('a PostgreSQL', () => {
  test('on which two desks start at once is migrated once and loaded once, and both start', async () => {
    const url = await server.newDatabase();
    const desks = await Promise.all([open(url), open(url)]);
    const ready = await Promise.all(desks.map((desk) => prepareRecord(desk, machineClock, true)));
    expect(ready.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([
      { ok: true, loaded: false },
      { ok: true, loaded: true },
    ]);
    expect(await desks[0].db.state.count()).toBe(197);
    expect(await shapeOf(desks[1])).toMatchObject({ migrations: Array(migrationNames().length).fill({}) });
    await Promise.all(desks.map((desk) => desk.close()));
  });

  test.each([
    [
      'with a wrong password',
      (url: string) => url.replace('practice', 'secret'),
      'it refuses the user name or the password',
    ],
    ['that is not there', (url: string) => url.replace(/desk_\d+$/, 'nowhere'), 'it has no database of this name'],
    [
      'at an address where nothing answers',
      () => 'postgresql://desk:secret@127.0.0.1:1/desk',
      '(127.0.0.1:1) cannot be used: nothing answers there',
    ],
    ['that keeps its own time zone', (url: string) => `${url}?options=-c%20timezone%3DEurope/Paris`, 'Europe/Paris'],
  ])('%s is refused in words that do not tell the password', async (_, changed, words) => {
    const opened = await openDatabase({ databaseUrl: changed(await server.newDatabase()) });
    expect(opened).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
    expect(opened).not.toMatchObject({ problem: expect.stringMatching(/secret|practice/) });
  });
});
