import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { syncStoreOf } from '../../src/db/calendar-sync.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { type RunningGraph, startGraph } from '../../src/sandbox/graph/server.ts';
import { emptyFolder, recordFolder } from '../setup/folder.ts';
import { ids } from '../setup/ids.ts';
import { keepMeeting } from '../setup/meeting.ts';
import { endProcesses, startDesk } from '../setup/process.ts';

const MAILBOX = 'meetings@example.org';
let graph: RunningGraph;
afterEach(async () => {
  endProcesses();
  await graph.close();
});

async function inRecord<T>(folder: string, work: (db: Database['db']) => Promise<T>): Promise<T> {
  const opened = await openDatabase({ folder, address: () => 'the test' });
  if (!opened.ok) throw new Error(opened.problem);
  try {
    return await work(opened.database.db);
  } finally {
    await opened.database.close();
  }
}

test('a desk killed between the making of an event and its answer makes no second one, and knows the first', async () => {
  graph = await startGraph({ mailbox: MAILBOX, token: 'stand-in' });
  const [folder, ca] = [recordFolder(), join(emptyFolder(), 'ca.pem')];
  writeFileSync(ca, graph.ca);
  await inRecord(folder, (db) => keepMeeting(db, ids, { id: 'priorities' }));
  const variables = {
    ACTION5_DATA: folder,
    GRAPH_BASE_URL: graph.address,
    GRAPH_CA_FILE: ca,
    GRAPH_MAILBOX: MAILBOX,
    PORT: '0',
  };
  graph.faults.order({ fault: 'silence', method: 'POST', done: true });
  const first = startDesk(variables);
  graph.mailbox.onChange(() => first.signal('SIGKILL'));
  await first.ended;
  expect(graph.seen()).toMatchObject([{ transactionId: 'priorities:1' }]);
  expect(await inRecord(folder, (db) => syncStoreOf(db).row('priorities'))).toMatchObject({ remote: null });

  const { requests } = graph.counts();
  const second = startDesk(variables);
  await expect.poll(() => graph.counts().requests, { timeout: 60_000 }).toBeGreaterThan(requests);
  await second.said(/^Open /m);
  second.signal('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0, err: '' });
  expect(graph.seen()).toMatchObject([{ transactionId: 'priorities:1' }]);
  expect(await inRecord(folder, (db) => syncStoreOf(db).row('priorities'))).toMatchObject({
    incarnation: 1,
    remote: { id: graph.seen()[0]?.['id'] },
    making: null,
  });
});
