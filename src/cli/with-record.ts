import type { Database, Where } from '../db/open.ts';
import { openRecord } from '../db/open-record.ts';
import type { Clock } from '../desk/time.ts';
import { clockOf } from './as-of.ts';
import type { ExitCode, Given } from './verb.ts';

export const whereOf = ({ databaseUrl, folder }: Given['env']): Where =>
  databaseUrl === null ? { folder, address: () => 'the command line' } : { databaseUrl };

/** Runs `work` on the record, migrated and loaded first where it is empty; a folder that a running desk holds is said to be so, exit 2. */
export async function withRecord(
  { env, terminal }: Given,
  work: (database: Database, clock: Clock) => Promise<ExitCode>,
): Promise<ExitCode> {
  const clock = clockOf(env);
  const opened = await openRecord(whereOf(env), clock, env.loadRecord);
  if (!opened.ok) {
    terminal.err(opened.problem);
    return 2;
  }
  try {
    return await work(opened.database, clock);
  } finally {
    await opened.database.close();
  }
}
