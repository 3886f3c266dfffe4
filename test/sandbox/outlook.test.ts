import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { movableClock, SANDBOX_OPENS } from '../../src/sandbox/clock.ts';
import type { ActAnswer } from '../../src/sandbox/protocol.ts';
import type { RunningSandbox } from '../../src/sandbox/server.ts';
import { ME, startSandbox, stopAll } from './bolt-desk.ts';

afterEach(stopAll);

const at = (day: string, hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Europe/Zurich' });
const INVITED = { emailAddress: { address: 'isu@sandbox.invalid', name: 'ISU' }, type: 'required' as const };
const put = (sandbox: RunningSandbox, more: object = {}) =>
  sandbox.outlook.graph.mailbox.create(
    {
      subject: 'Priorities',
      start: at('2019-11-21', '10:00'),
      end: at('2019-11-21', '11:00'),
      attendees: [INVITED],
      isAllDay: false,
      isOnlineMeeting: false,
      singleValueExtendedProperties: [],
      transactionId: 'm:1',
      ...more,
    },
    '',
  );
const week = (sandbox: RunningSandbox) => sandbox.outlook.seen('2019-11-18', '2019-11-25')?.events ?? [];
const only = (sandbox: RunningSandbox) => week(sandbox)[0] ?? { id: '' };
const post = async (sandbox: RunningSandbox, body: object): Promise<ActAnswer> => {
  const headers = { 'content-type': 'application/json', 'x-sandbox-token': sandbox.token };
  const url = `${sandbox.address}/sandbox/outlook`;
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as ActAnswer;
};

test('what stands in Outlook is kept over a restart with its names that were used and its subscriptions, and a reset empties it', async () => {
  const storeFile = join(await mkdtemp(join(tmpdir(), 'sandbox-')), 'world.json');
  const first = await startSandbox({ storeFile });
  put(first);
  const before = week(first);
  await first.close();

  const second = await startSandbox({ storeFile, clock: movableClock(SANDBOX_OPENS, true) });
  expect(week(second)).toEqual(before);
  const { graph } = second.outlook;
  expect(graph.mailbox.used.get('m:1')).toBe(1);
  const token = await second.outlook.ground.token();
  expect(token).not.toBe(await first.outlook.ground.token());
  const reset = await fetch(`${second.address}/sandbox/reset`, {
    method: 'POST',
    headers: { 'x-sandbox-token': second.token },
  });
  expect(reset.status).toBe(200);
  expect(week(second)).toEqual([]);
  expect(put(second).number).toBe(2);
});

test('the page sees some days and does what a person does in Outlook; each change is one of the workspace', async () => {
  const sandbox = await startSandbox();
  put(sandbox);
  put(sandbox, { subject: 'Later', start: at('2019-12-02', '10:00'), end: at('2019-12-02', '11:00') });
  const read = async (query: string) =>
    fetch(`${sandbox.address}/sandbox/outlook?${query}`, { headers: { 'x-sandbox-token': sandbox.token } });
  expect(await (await read('from=2019-11-18&until=2019-11-25')).json()).toMatchObject({
    mailbox: 'meetings@sandbox.invalid',
    events: [{ subject: 'Priorities', start: '2019-11-21T09:00:00Z', allDay: false, attendees: [{ name: 'ISU' }] }],
  });
  expect((await read('from=monday&until=')).status).toBe(400);
  const { id } = only(sandbox);
  const { revision } = sandbox.seenBy(ME);
  const moved = { start: at('2019-11-22', '14:00'), end: at('2019-11-22', '15:00') };
  expect(await post(sandbox, { act: 'edit', id, changes: { ...moved, subject: 'Needs' } })).toEqual({ ok: true });
  expect(only(sandbox)).toMatchObject({ subject: 'Needs', start: '2019-11-22T13:00:00Z' });
  expect(sandbox.seenBy(ME).revision).toBeGreaterThan(revision);
  const proposes = { start: at('2019-11-22', '15:30'), end: at('2019-11-22', '16:30') };
  const answer = { act: 'answer', id, address: 'isu@sandbox.invalid', response: 'tentativelyAccepted', proposes };
  expect(await post(sandbox, answer)).toEqual({ ok: true });
  expect(only(sandbox)).toMatchObject({
    attendees: [{ response: 'tentativelyAccepted', proposes: { start: '2019-11-22T14:30:00Z' } }],
  });
  // Who is asked anew has not answered yet.
  await post(sandbox, { act: 'edit', id, changes: proposes });
  expect(only(sandbox)).toMatchObject({ attendees: [{ response: 'none', proposes: null }] });
  expect(await post(sandbox, { act: 'edit', id, changes: { end: at('2019-11-22', '08:00') } })).toMatchObject({
    ok: false,
    shown: 'It would end before it begins.',
  });
  expect(await post(sandbox, { ...answer, address: 'nobody@sandbox.invalid' })).toMatchObject({ error: 'not_found' });
  expect(await post(sandbox, { act: 'burn', id })).toMatchObject({ error: 'unreadable' });
  await post(sandbox, { act: 'delete', id });
  expect(week(sandbox)).toEqual([]);
});

test('one of a series is moved or taken out by itself, and never past its neighbour', async () => {
  const sandbox = await startSandbox();
  const pattern = { type: 'daily' as const, interval: 1 };
  const range = { type: 'endDate' as const, startDate: '2019-11-18', endDate: '2019-11-22' };
  put(sandbox, {
    start: at('2019-11-18', '10:00'),
    end: at('2019-11-18', '11:00'),
    recurrence: { pattern: { ...pattern, interval: 2 }, range },
  });
  const { id } = only(sandbox);
  const days = () => week(sandbox).map(({ on, start }) => [on, start]);
  const move = (on: string, day: string) =>
    post(sandbox, { act: 'move_occurrence', id, on, start: at(day, '10:00'), end: at(day, '11:00') });
  expect(await move('2019-11-20', '2019-11-22')).toMatchObject({ ok: false, error: 'crossing' });
  expect(await move('2019-11-20', '2019-11-17')).toMatchObject({ ok: false, error: 'crossing' });
  expect(await move('2019-11-20', '2019-11-21')).toEqual({ ok: true });
  await post(sandbox, { act: 'delete_occurrence', id, on: '2019-11-18' });
  expect(days()).toEqual([
    ['2019-11-20', '2019-11-21T09:00:00Z'],
    ['2019-11-22', '2019-11-22T09:00:00Z'],
  ]);
});
