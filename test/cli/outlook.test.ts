import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/open.ts';
import { checkOutlook } from '../../src/outlook/check.ts';
import { type RunningGraph, startGraph } from '../../src/sandbox/graph/server.ts';
import { json, run } from '../setup/command-line.ts';
import { freshDatabase } from '../setup/database.ts';
import { emptyFolder } from '../setup/folder.ts';

const MAILBOX = 'meetings@example.org';
let graph: RunningGraph;
let database: Database;
let reached: Record<string, string>;
beforeAll(async () => {
  [graph, database] = await Promise.all([startGraph({ mailbox: MAILBOX, token: 'stand-in' }), freshDatabase()]);
  const ca = join(emptyFolder(), 'ca.pem');
  writeFileSync(ca, graph.ca);
  reached = { GRAPH_BASE_URL: graph.address, GRAPH_CA_FILE: ca, GRAPH_MAILBOX: MAILBOX };
});
afterAll(async () => {
  await graph.close();
  await database.close();
});

const doctor = async (variables: Record<string, string>) =>
  json(await run(['doctor', '--json'], { database }, '', { ...reached, ...variables })).slice(-2);

test('doctor proves that the mailbox can be read and that another is refused', async () => {
  expect(await doctor({ GRAPH_OTHER_MAILBOX: 'colleague@example.org' })).toEqual([
    { check: 'mailbox in Outlook', ok: true, found: `${MAILBOX} can be read` },
    {
      check: 'other mailboxes in Outlook',
      ok: true,
      found: 'colleague@example.org is refused (ErrorAccessDenied), as it should be',
    },
  ]);
});

test('doctor says where nothing is proved, and of an app that reaches every mailbox that it is to be limited', async () => {
  expect((await doctor({}))[1]).toMatchObject({ ok: false, found: expect.stringContaining('GRAPH_OTHER_MAILBOX') });
  // The other one is the desk's own: as if there were no policy.
  expect((await doctor({ GRAPH_OTHER_MAILBOX: MAILBOX }))[1]).toMatchObject({
    ok: false,
    found: expect.stringContaining('limit the app to GRAPH_MAILBOX by a policy'),
  });
});

test('doctor explains a mailbox that is refused, and proves nothing by it', async () => {
  const [own, other] = await doctor({
    GRAPH_MAILBOX: 'else@example.org',
    GRAPH_OTHER_MAILBOX: 'colleague@example.org',
  });
  expect(own).toMatchObject({
    ok: false,
    found: expect.stringMatching(/Calendars\.ReadWrite.*an hour.*ErrorAccessDenied/),
  });
  expect(other).toMatchObject({ ok: false, found: expect.stringContaining('not proved') });
});

test.each([
  ['AADSTS7000222: The provided client secret keys are expired.', /has expired.*GRAPH_CLIENT_SECRET.*AADSTS7000222/],
  ['AADSTS7000215: Invalid client secret provided.', /its value, not its ID/],
  ['getaddrinfo ENOTFOUND login.microsoftonline.com', /not reached/],
])('of “%s” is said what to do', async (text, words) => {
  const token = async () => Promise.reject(new Error(text));
  const access = { baseUrl: graph.address, ca: graph.ca, token, mailbox: MAILBOX, calendar: null };
  const [own] = await checkOutlook(access, null, null);
  expect(own).toMatchObject({ ok: false, found: expect.stringMatching(words) });
});
