import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/protocol.ts';
import { DEADLINES, directOf, ISU, type Journey, MONTENEGRO, OBSERVER, startJourney } from '../setup/desk.ts';
import { moveTo } from '../setup/moved.ts';
import { wordsOf } from '../setup/shown.ts';

const ADMIN = OBSERVER;
let journey: Journey;
beforeAll(async () => {
  journey = await startJourney({ admins: [ADMIN] });
});
afterAll(() => journey.stop());

let known = 0;
const allTold = (): readonly SeenMessage[] =>
  (journey.see(ADMIN).messages[directOf(ADMIN)] ?? []).filter(
    ({ ephemeral, author }) => author.kind === 'app' && !ephemeral,
  );
const told = (): readonly string[] => allTold().slice(known).map(wordsOf);
const digests = (): number =>
  (journey.see(ISU).messages[DEADLINES] ?? []).filter(({ text }) => text.includes('week of Monday')).length;
const refuse = (error: string) => journey.sandbox.fault({ fault: 'refuse', method: 'chat.postMessage', error });
beforeEach(() => {
  known = allTold().length;
});

it.each([
  ['2019-11-25', 'not_in_channel', 'the desk is not in that channel: invite it there with /invite @Action5'],
  ['2019-12-02', 'is_archived', 'the channel is archived'],
])(
  'the digest of %s for a channel that answers %s waits for an admin, who is told once and sends it',
  async (day, error, why) => {
    const before = digests();
    await refuse(error);
    await moveTo(journey, `${day}T08:00:00+01:00`);
    await journey.queue.look();
    await moveTo(journey, `${day}T09:00:00+01:00`);
    expect(digests()).toBe(before);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain(why);
    expect(told()[0]).toContain('Deadlines');
    await journey.press('Try again', ADMIN);
    await moveTo(journey, `${day}T09:01:00+01:00`);
    expect(digests()).toBe(before + 1);
    expect((await journey.command('status', ADMIN)).messages.map(wordsOf).join()).toContain('All messages were sent.');
  },
);

it('a digest to which a proxy answers with a page of HTML is looked for, and stands there once', async () => {
  const before = digests();
  await journey.sandbox.fault({ fault: 'broken', method: 'chat.postMessage', status: 502 });
  await moveTo(journey, '2019-12-09T08:00:00+01:00');
  expect(digests()).toBe(before + 1);
  expect(told()).toEqual([]);
});

it('what came to rest in a desk that died before it could say so is told by the next, once', async () => {
  const { db } = journey.database;
  const { id } = await db.delivery.findFirstOrThrow({ where: { kind: 'digest' } });
  const rest = { state: 'refused', lastError: 'is_archived', notBefore: new Date() };
  await db.delivery.update({ where: { id }, data: rest });
  await moveTo(journey, '2019-12-10T08:00:00+01:00');
  await moveTo(journey, '2019-12-10T08:01:00+01:00');
  expect(told()).toHaveLength(1);
  await db.delivery.update({ where: { id }, data: { state: 'sent' } });
});

it('a member whose Slack account is gone is named to the admin, and what is for others goes out', async () => {
  const since = new Date('2019-12-10T09:00:00+01:00');
  const when = { weekday: 3, time: '08:00', zone: 'Europe/Podgorica', since, recordedAt: since };
  const who = { id: 'own', channel: MONTENEGRO, audience: 'mine', confirmedBy: MONTENEGRO, recordedBy: MONTENEGRO };
  await journey.database.db.subscription.create({ data: { ...who, ...when } });
  await refuse('user_not_found');
  await moveTo(journey, '2019-12-11T08:00:00+01:00');
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain(
    'that person is not in the workspace any more; with /ccm people an admin ends their roles',
  );
  const before = digests();
  await moveTo(journey, '2019-12-16T08:00:00+01:00');
  expect(digests()).toBe(before + 1);
});
