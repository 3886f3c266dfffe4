import { Temporal } from 'temporal-polyfill';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database with the starting record, as base64. */
    recordTemplate: string;
  }
}

/** Makes the database that every test file begins with, once. */
export default async function setup(project: TestProject): Promise<void> {
  const opened = await openDatabase({ memory: true });
  if (!opened.ok) throw new Error(opened.problem);
  const { database } = opened;
  const first = Temporal.Instant.from('2019-11-18T08:00:00+01:00');
  const ready = await prepareRecord(database, { now: () => first }, true);
  if (!ready.ok) throw new Error(ready.problem);
  const dump = await database.dump();
  if (dump === null) throw new Error('The embedded database can be dumped.');
  project.provide('recordTemplate', Buffer.from(await dump.arrayBuffer()).toString('base64'));
  await database.close();
}
