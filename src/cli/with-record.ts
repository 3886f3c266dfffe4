import type { Database, Where } from '../db/open.ts';
import { prepareRecord } from '../db/open-record.ts';
import type { Clock } from '../desk/time.ts';
import { clockOf } from './as-of.ts';
import { type ExitCode, type Given, refuse } from './verb.ts';

const whereOf = ({ databaseUrl, folder }: Given['env']): Where =>
  databaseUrl === null ? { folder, address: () => 'the command line' } : { databaseUrl };

/** What a verb does with an open database; `begun` when its folder held none before. */
type Work = (database: Database, clock: Clock, begun: boolean) => Promise<ExitCode>;

/** Runs `work` on the database as it is, and closes it; one that cannot be opened, such as a folder that a running desk holds, is said to be so, exit 2. */
export async function withDatabase({ env, terminal, open }: Given, work: Work): Promise<ExitCode> {
  const opened = await open(whereOf(env));
  if (!opened.ok) return refuse(terminal, opened.problem);
  try {
    return await work(opened.database, clockOf(env), opened.begun ?? false);
  } finally {
    await opened.database.close();
  }
}

/** Runs `work` on the record, migrated and loaded first where it is empty; where a folder held none, standard error says that one was begun. */
export const withRecord = (given: Given, work: Work): Promise<ExitCode> =>
  withDatabase(given, async (database, clock, begun) => {
    const ready = await prepareRecord(database, clock, given.env.loadRecord);
    if (!ready.ok) return refuse(given.terminal, ready.problem);
    if (begun) given.terminal.err(`There was no record in ${given.env.folder}: a new one was begun there.`);
    return work(database, clock, begun);
  });
