import type { Database, Where } from '../db/open.ts';
import { prepareRecord } from '../db/open-record.ts';
import type { Clock } from '../desk/time.ts';
import { clockOf } from './as-of.ts';
import { type ExitCode, type Given, refuse } from './verb.ts';

const whereOf = ({ databaseUrl, folder }: Given['env']): Where =>
  databaseUrl === null ? { folder, address: () => 'the command line' } : { databaseUrl };

/** Runs `work` on the database as it is, and closes it; one that cannot be opened, such as a folder that a running desk holds, is said to be so, exit 2. */
export async function withDatabase(
  { env, terminal, open }: Given,
  work: (database: Database, clock: Clock) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await open(whereOf(env));
  if (!opened.ok) return refuse(terminal, opened.problem);
  try {
    return await work(opened.database, clockOf(env));
  } finally {
    await opened.database.close();
  }
}

/** Runs `work` on the record, migrated and loaded first where it is empty. */
export const withRecord = (
  given: Given,
  work: (database: Database, clock: Clock) => Promise<ExitCode>,
): Promise<ExitCode> =>
  withDatabase(given, async (database, clock) => {
    const ready = await prepareRecord(database, clock, given.env.loadRecord);
    return ready.ok ? work(database, clock) : refuse(given.terminal, ready.problem);
  });
