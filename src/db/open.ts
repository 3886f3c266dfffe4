import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Db } from './client.ts';
import { useFolder } from './data-folder.ts';
import { embeddedIn } from './embedded-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { PrismaClient } from './generated/client.ts';
import { type MigrateOutcome, migrate } from './migrate.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { whyUnusable } from './reach.ts';
import { withWholeScripts } from './whole-scripts.ts';

/** Where the record is: a PostgreSQL, a folder of this machine, or the memory of this process (a test's copy of `template`). */
export type Where =
  | { databaseUrl: string }
  | { folder: string; address: () => string }
  | { memory: true; template?: Blob };

/** An open database. */
export interface Database {
  db: Db;
  engine: 'pglite' | 'postgresql';
  migrate(): Promise<MigrateOutcome>;
  /** Empties the tables of the embedded database, those that may only grow too; refused on PostgreSQL. */
  clear(): Promise<void>;
  /** The whole embedded database as one file; null on PostgreSQL. */
  dump(): Promise<Blob | null>;
  close(): Promise<void>;
}

/** `begun`: the folder held no database before. */
export type OpenOutcome = { ok: true; database: Database; begun?: boolean } | { ok: false; problem: string };

// PGlite has one session: what waits for it waits behind the transaction that is open.
const TRANSACTIONS = { maxWait: 30_000, timeout: 30_000 };

// Unasked, it would set 128 MB aside and fill them with zeros at each start; the whole record takes ten.
const SETTINGS = { startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'] };

// What guards the history against being emptied stands aside for this one statement. Making all tables anew would take
// seconds, in which nothing else in this process moves.
const EMPTY_ALL = `DO $$ BEGIN
  PERFORM set_config('session_replication_role', 'replica', true);
  EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('%I', tablename), ', ') || ' RESTART IDENTITY'
    FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations');
END $$`;

// A server that does not even refuse is given up after this time.
const ANSWER_WITHIN_MS = 10_000;

/** Opens the database; a folder that another process holds is refused with who holds it, a PostgreSQL that cannot be used with the reason. */
export async function openDatabase(where: Where): Promise<OpenOutcome> {
  if ('databaseUrl' in where) return served(where.databaseUrl);
  if ('memory' in where) {
    const pglite = await PGlite.create({ ...SETTINGS, ...(where.template && { loadDataDir: where.template }) });
    return { ok: true, database: embedded(pglite, async () => undefined) };
  }
  return heldFolder(where);
}

async function heldFolder({ folder, address }: { folder: string; address: () => string }): Promise<OpenOutcome> {
  const usable = useFolder(folder);
  if (!usable.ok) return usable;
  const lock = await lockFolder(folder, address);
  if (!lock.ok) return { ok: false, problem: lock.problem };
  try {
    const { place, begun } = await embeddedIn(folder);
    const pglite = await PGlite.create(place, SETTINGS);
    return { ok: true, database: embedded(pglite, lock.release), begun };
  } catch (error) {
    await lock.release();
    const said = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problem: `The database in ${folder} cannot be opened (${said}). Is the disk full, or the folder damaged? A damaged one is restored from its last backup.`,
    };
  }
}

function embedded(pglite: PGlite, release: () => Promise<void>): Database {
  const adapter = new PrismaPGlite(pglite);
  const db = new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });
  return {
    db,
    engine: 'pglite',
    migrate: () => migrate(withWholeScripts(adapter, (_, script) => pglite.exec(script))),
    clear: async () => void (await pglite.exec(EMPTY_ALL)),
    dump: () => pglite.dumpDataDir('none'),
    async close() {
      await db.$disconnect();
      await pglite.close();
      await release();
    },
  };
}

async function served(connectionString: string): Promise<OpenOutcome> {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  // With a server whose time zone is not UTC the adapter would store wrong instants without a word.
  const adapter = new PrismaPg({
    connectionString,
    options: '-c timezone=UTC',
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
  });
  const scripted = withWholeScripts(adapter, (to, script) => to.underlyingDriver().query(script));
  const problem = await whyUnusable(adapter, connectionString);
  if (problem !== null) return { ok: false, problem };
  const db = new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });
  const database: Database = {
    db,
    engine: 'postgresql',
    migrate: () => oneAtATime(adapter, () => migrate(scripted)),
    clear: () => Promise.reject(new Error('A PostgreSQL is never cleared by the desk.')),
    dump: async () => null,
    close: () => db.$disconnect(),
  };
  return { ok: true, database };
}
