import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenCalendar, openCalendar } from '../../src/outlook/open.ts';
import { type Served, serve } from '../../src/serve.ts';
import { wrongIn } from './contract.ts';
import { type GraphDesk, graphDesk, MAILBOX, meeting, PUBLIC_URL } from './graph-desk.ts';

const WEEK_MINUTES = 10_080;
let desk: GraphDesk;
let calendar: OpenCalendar;
let served: Served;
let warned: object[];

function open(): OpenCalendar {
  return openCalendar(
    {
      access: { baseUrl: desk.graph.address, ca: desk.graph.ca, token: async () => 'sandbox' },
      place: { mailbox: MAILBOX, calendar: null },
      recordFile: desk.recordFile,
      publicUrl: PUBLIC_URL,
    },
    {
      book: desk.book,
      store: desk.store,
      clock: desk.clock,
      patience: desk.clock,
      name: 'this',
      secret: () => 'a secret',
      gatherMs: 50,
      log,
    },
  );
}
const log = {
  info: () => undefined,
  warn: (fields: object) => void warned.push(fields),
  error: (fields: object) => void warned.push(fields),
};
beforeEach(async () => {
  warned = [];
  desk = await graphDesk();
  calendar = open();
  served = await serve([calendar.receive], desk.noticePort, log, '127.0.0.1');
  desk.plan(meeting('m'));
  await calendar.run();
  // The notice of its own making is over.
  await desk.graph.subscriptions.settled();
  await pause(150);
});
afterEach(async () => {
  await served.close();
  await calendar.close();
  const wrong = wrongIn(await desk.exchanges());
  await desk.close();
  expect(wrong).toEqual([]);
});

const notify = (items: object[], query = '') =>
  fetch(`http://127.0.0.1:${desk.noticePort}/graph/notices${query}`, {
    method: 'POST',
    body: JSON.stringify({ value: items }),
  });
const subscription = async () => (await desk.store.state()).subscription;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const place = () => desk.book.meetings.get('m')?.fields.place;

test('what somebody changes in Outlook is here within a moment, through a notice', async () => {
  expect(warned).toEqual([]);
  expect(await subscription()).toMatchObject({ clientState: 'a secret' });
  desk.graph.act({ act: 'edit', id: await desk.idOf('m'), changes: { location: { displayName: 'Bern' } } });
  await expect.poll(place).toBe('Bern');
});

test('what somebody deletes in Outlook is asked about within a moment; what the desk has deleted itself costs nothing', async () => {
  desk.plan(meeting('n'));
  await calendar.run();
  desk.graph.act({ act: 'delete', id: await desk.idOf('m') });
  await expect.poll(() => desk.book.deleted.has('m')).toBe(true);
  desk.book.meetings.delete('n');
  await calendar.run();
  const cost = await desk.cost(async () => {
    await desk.graph.subscriptions.settled();
    await pause(150);
  });
  expect([cost, desk.graph.seen().length]).toEqual([0, 0]);
});

test('the notice of what the desk has done itself costs no request and tells nobody', async () => {
  desk.book.edit('m', { place: 'Bern' });
  const heard = desk.book.heard.length;
  expect(await desk.cost(() => calendar.run())).toBe(2);
  const cost = await desk.cost(async () => {
    await desk.graph.subscriptions.settled();
    await pause(150);
  });
  expect([cost, desk.book.heard.length]).toEqual([0, heard]);
});

test('five hundred notices, most of them repeated, are one reading', async () => {
  const id = await desk.idOf('m');
  const notice = {
    subscriptionId: (await subscription())?.id,
    clientState: 'a secret',
    resourceData: { id, '@odata.etag': 'W/"x"' },
  };
  const cost = await desk.cost(async () => {
    desk.graph.act({ act: 'edit', id, changes: { location: { displayName: 'Bern' } } });
    const sent = [1, 2, 3, 4, 5].map(() => notify(Array.from({ length: 100 }, () => notice)));
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    await desk.graph.subscriptions.settled();
    await expect.poll(place).toBe('Bern');
    await pause(150);
  });
  expect(cost).toBe(1);
});

test('a notice that is delivered twice over is heard once', async () => {
  desk.graph.settings.deliveries = 2;
  const cost = await desk.cost(async () => {
    desk.graph.act({ act: 'edit', id: await desk.idOf('m'), changes: { location: { displayName: 'Bern' } } });
    await desk.graph.subscriptions.settled();
    await expect.poll(place).toBe('Bern');
    await pause(150);
  });
  expect(cost).toBe(1);
  expect(desk.kinds().filter((kind) => kind === 'changed')).toHaveLength(1);
});

test('forged, empty and unreadable notices are answered and wake nobody', async () => {
  const { id = '' } = (await subscription()) ?? {};
  const forged = [{}, { clientState: '' }, { clientState: 'another' }].map((each) => ({ subscriptionId: id, ...each }));
  const other = { subscriptionId: 'other', clientState: 'a secret' };
  const cost = await desk.cost(async () => {
    expect((await notify([...forged, other])).status).toBe(202);
    expect(
      (await fetch(`http://127.0.0.1:${desk.noticePort}/graph/notices`, { method: 'POST', body: '<x>' })).status,
    ).toBe(400);
    expect((await fetch(`http://127.0.0.1:${desk.noticePort}/`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${desk.noticePort}/graph/notices`)).status).toBe(404);
    expect((await notify([{ subscriptionId: 'x'.repeat(1_100_000) }])).status).toBe(413);
    await pause(100);
  });
  expect(cost).toBe(0);
  expect(warned).toEqual([{ forged: 4 }]);
});

test('the handshake says the token back as plain text, whatever is in it', async () => {
  const token = '<script>+ &/ü</script>';
  const response = await notify([], `?validationToken=${encodeURIComponent(token)}`);
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    200,
    'text/plain; charset=utf-8',
    token,
  ]);
});

test('the subscription is renewed at half of its life, and made anew when it has died', async () => {
  const first = await subscription();
  desk.clock.at += (WEEK_MINUTES / 2 - 30) * 60_000;
  await calendar.run();
  expect(await subscription()).toEqual(first);
  desk.clock.at += 60 * 60_000;
  await calendar.run();
  const renewed = await subscription();
  expect(renewed?.id).toBe(first?.id);
  expect(Date.parse(renewed?.expiresAt ?? '')).toBeGreaterThan(Date.parse(first?.expiresAt ?? ''));
  desk.clock.at += 8 * 24 * 3_600_000;
  await calendar.run();
  const anew = await subscription();
  expect(anew?.id).not.toBe(first?.id);
  expect(desk.graph.subscriptions.alive().map(({ id }) => id)).toEqual([anew?.id]);
});

test('lifecycle events: renewed when Graph asks, made anew when it was removed, read again when something was missed', async () => {
  const before = await subscription();
  desk.clock.at += 60 * 60_000;
  await desk.graph.subscriptions.lifecycle('reauthorizationRequired');
  await expect.poll(async () => (await subscription())?.expiresAt).not.toBe(before?.expiresAt);
  expect((await subscription())?.id).toBe(before?.id);
  await desk.graph.subscriptions.lifecycle('subscriptionRemoved');
  await expect.poll(async () => (await subscription())?.id).not.toBe(before?.id);
  const { requests } = desk.graph.counts();
  await desk.graph.subscriptions.lifecycle('missed');
  await expect.poll(() => desk.graph.counts().requests).toBe(requests + 1);
});

test('without notices, and when the subscription has died unseen, the reading of the minute finds every change', async () => {
  const { id = '' } = (await subscription()) ?? {};
  desk.graph.subscriptions.drop(id);
  desk.graph.act({ act: 'edit', id: await desk.idOf('m'), changes: { location: { displayName: 'Bern' } } });
  await calendar.run();
  expect(place()).toBe('Bern');
});

test('a subscription that nobody remembers is taken away and another is made', async () => {
  await desk.store.saveState({ ...(await desk.store.state()), subscription: null });
  await calendar.run();
  await calendar.run();
  expect(desk.graph.subscriptions.alive().map(({ id }) => id)).toEqual([(await subscription())?.id]);
});

test('trouble is told once, and once more when it is over; an expired secret by the word of Microsoft', async () => {
  expect(desk.book.troubles).toEqual([null]);
  desk.graph.faults.order({ fault: 'status', status: 403, code: 'ErrorAccessDenied', path: /delta/, times: 2 });
  for (const _ of [1, 2, 3, 4]) await calendar.run();
  expect(desk.book.troubles).toEqual([
    null,
    { kind: 'refused', code: 'ErrorAccessDenied', text: 'As it was ordered.' },
    null,
  ]);
});

test('what a person decides is done: keep here, take there, make again, go on after most have vanished', async () => {
  desk.graph.act({ act: 'edit', id: await desk.idOf('m'), changes: { location: { displayName: 'Bern' } } });
  desk.book.edit('m', { place: 'Zurich' });
  await calendar.run();
  expect(desk.book.disputes.size).toBe(1);
  expect(await calendar.settle('m', 'place', 'here')).toBe('settled');
  expect(await calendar.settle('m', 'subject', 'here')).toBe('over');
  await expect.poll(() => JSON.stringify(desk.graph.seen())).toContain('Zurich');
  expect(await calendar.makeAgain('m')).toBe('over');
  desk.graph.act({ act: 'delete', id: await desk.idOf('m') });
  await calendar.run();
  expect(await calendar.makeAgain('m')).toBe('settled');
  await expect
    .poll(() => desk.graph.seen())
    .toMatchObject([{ transactionId: 'm:2', location: { displayName: 'Zurich' } }]);
  desk.plan(...['a', 'b', 'c', 'd'].map((id) => meeting(id)));
  await calendar.run();
  for (const { id } of desk.graph.seen()) desk.graph.act({ act: 'delete', id: String(id) });
  await calendar.run();
  expect(desk.book.troubles.at(-1)).toEqual({ kind: 'vanished', gone: 5, of: 5 });
  await calendar.goOn();
  await expect.poll(() => desk.book.deleted.size).toBe(5);
});

test('two processes compare one at a time', async () => {
  expect(
    await desk.store.hold('other', desk.clock.now().toString(), desk.clock.now().add({ minutes: 10 }).toString()),
  ).toBe(true);
  expect(await desk.cost(() => calendar.run())).toBe(0);
  desk.clock.at += 11 * 60_000;
  expect(await desk.cost(() => calendar.run())).toBe(1);
});
