import { type Database, openDatabase } from '../../src/db/open.ts';
import { recordTemplate } from './template-file.ts';

/** A database in memory with the starting record, as fresh as on the first day; made from a template in about 0.3 s. */
export async function freshDatabase(): Promise<Database> {
  const opened = await openDatabase({ memory: true, template: recordTemplate() });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.database;
}
