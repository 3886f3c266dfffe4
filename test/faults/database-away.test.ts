import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { clockFrom } from '../../src/desk/time.ts';
import { SANDBOX_OPENS } from '../../src/sandbox/clock.ts';
import { type Cable, layCable } from '../setup/cable.ts';
import { type Journey, REGISTER, type Shown, startJourney } from '../setup/desk.ts';
import { startPostgres, type TestServer } from '../setup/postgres.ts';
import { wordsOf } from '../setup/shown.ts';

let server: TestServer;
let cable: Cable;
let database: Database;
let journey: Journey;
beforeAll(async () => {
  server = await startPostgres();
  const direct = new URL(await server.newDatabase());
  cable = await layCable(Number(direct.port));
  direct.port = String(cable.port);
  const opened = await openDatabase({ databaseUrl: direct.toString() });
  if (!opened.ok) throw new Error(opened.problem);
  database = opened.database;
  const ready = await prepareRecord(database, clockFrom(SANDBOX_OPENS, true), true);
  if (!ready.ok) throw new Error(ready.problem);
  journey = await startJourney({ database });
});
afterAll(async () => {
  cable.mend();
  await journey.stop();
  await cable.close();
  await server.stop();
});

const opened = async () => {
  await journey.command('log Benin transparency');
  const form = journey.form();
  form.type('Source', 'letter of Benin');
  form.type('Date of the source', '2019-11-04');
  return form;
};
const AWAY = 'The desk does not reach its record at this moment; nothing was changed.';
const said = ({ messages }: Shown): string => messages.map(wordsOf).join('\n');
const lost = () => journey.faults.splice(0).length;

test('a desk whose database is away says so where a person looks, keeps what was typed, and goes on when it is back', async () => {
  const form = await opened();
  cable.cut();
  const asked = said(await journey.command('requests Lebanon'));
  expect(asked).toContain(AWAY);
  expect(asked).toContain('What you typed: /ccm requests Lebanon');
  expect(await form.submit()).toMatchObject({ ok: true });
  expect(JSON.stringify(journey.modal().errors)).toContain('What you typed is still here');
  expect(lost()).toBeGreaterThan(0);

  cable.mend();
  await expect.poll(async () => said(await journey.command('requests Lebanon'))).toContain('AR-2018-005');
  await form.submit();
  expect(journey.see().modals).toEqual([]);
  const { db } = database;
  expect(await db.assistanceRequest.count({ where: { iso3: 'BEN' } })).toBe(1);
  await expect.poll(() => journey.see().messages[REGISTER]?.length, { timeout: 20_000 }).toBe(1);
}, 60_000);
