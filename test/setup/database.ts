import { type Database, openDatabase } from '../../src/db/open.ts';
import { beginAgain } from './again.ts';
import { recordTemplate } from './template-file.ts';

// Opening an embedded database takes longer than most tests: one that was let go is made as it was at first, and given again.
const free: Database[] = [];

/** A database in memory with the starting record, as fresh as on the first day. */
export async function freshDatabase(): Promise<Database> {
  const database = free.pop() ?? (await opened());
  let closed = false;
  return {
    ...database,
    async close() {
      if (closed) return;
      closed = true;
      try {
        await beginAgain(database.db);
        free.push(database);
      } catch {
        // A test has changed the tables themselves.
        await database.close();
      }
    },
  };
}

async function opened(): Promise<Database> {
  const outcome = await openDatabase({ memory: true, template: recordTemplate() });
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.database;
}
