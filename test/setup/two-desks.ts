import { randomUUID } from 'node:crypto';
import type { Db } from '../../src/db/client.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import type { Clock } from '../../src/desk/time.ts';
import { clockAt } from './instants.ts';
import { startPostgres } from './postgres.ts';

/** Two desks on one real PostgreSQL, as on two machines, with the starting record. */
export interface TwoDesks {
  first: Db;
  second: Db;
  clock: Clock;
  ids: { next(): string };
  stop(): Promise<void>;
}

export async function twoDesks(): Promise<TwoDesks> {
  const server = await startPostgres();
  const databaseUrl = await server.newDatabase();
  const open = async (): Promise<Database> => {
    const opened = await openDatabase({ databaseUrl });
    if (!opened.ok) throw new Error(opened.problem);
    return opened.database;
  };
  const [first, second] = await Promise.all([open(), open()]);
  const clock = clockAt('2019-11-18T09:00:00+01:00');
  const ready = await prepareRecord(first, clock, true);
  if (!ready.ok) throw new Error(ready.problem);
  return {
    first: first.db,
    second: second.db,
    clock,
    ids: { next: randomUUID },
    async stop() {
      await Promise.all([first.close(), second.close()]);
      await server.stop();
    },
  };
}
