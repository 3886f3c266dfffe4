import { afterAll, beforeAll, expect, test } from 'vitest';
import { HELD_MS, inboxOf } from '../../../src/db/inbox.ts';
import { readPerson } from '../../../src/db/read/people.ts';
import type { Inbox } from '../../../src/desk/ports.ts';
import { deskToday } from '../../../src/desk/time.ts';
import { heldBy, markOf } from '../../../src/features/handover/held.ts';
import { handOver } from '../../../src/features/handover/use-cases.ts';
import { holdingsOn } from '../../../src/features/people/holdings.ts';
import { chooseRegisterChannel, endRole, giveRole } from '../../../src/features/people/use-cases.ts';
import { day } from '../../../src/treaty/day.ts';
import { type TwoDesks, twoDesks } from '../../setup/two-desks.ts';
import { AMONG_US, admin } from '../people.ts';

let desks: TwoDesks;
beforeAll(async () => {
  desks = await twoDesks();
});
afterAll(() => desks.stop());

const both = () => [desks.first, desks.second].map((db) => ({ ...desks, db }));
const now = () => desks.clock.now();
const roleFor = (slackId: string) =>
  ({
    slackId,
    teamId: 'T1',
    name: slackId,
    zone: 'Europe/Zurich',
    role: 'admin',
    state: null,
    from: day('2019-01-01'),
    until: null,
  }) as const;
const held = () => holdingsOn(desks.first, deskToday(desks.clock));

test('a role that two admins end at the same moment is ended once, and the history says so once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const name = `UISU${round}`;
    const given = { ...roleFor(name), role: 'isu' } as const;
    expect(await giveRole({ ...desks, db: desks.first }, admin, given, now())).toEqual({ ok: true });
    const [holding] = await held();
    const outcomes = await Promise.all(both().map((desk) => endRole(desk, admin, holding?.id ?? '', now())));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await held()).toEqual([]);
    expect(await desks.first.deskHistory.count({ where: { about: name, what: 'role ended' } })).toBe(1);
  }
});

test('a role that is given by two admins at the same moment is held once', async () => {
  const outcomes = await Promise.all(
    [0, 1, 2, 3].flatMap(() => both().map((desk) => giveRole(desk, admin, roleFor('UANA'), now()))),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await held()).toMatchObject([{ name: 'UANA', role: 'admin' }]);
  expect(await readPerson(desks.first, 'UANA', deskToday(desks.clock))).toMatchObject({ roles: ['admin'] });
});

test('what two admins hand over of one person at the same moment, to two others, goes once and to one of them', async () => {
  const db = desks.first;
  const poke = () => undefined;
  for (const name of ['UFROM', 'UONE', 'UTWO'])
    expect(await giveRole({ ...desks, db }, admin, { ...roleFor(name), role: 'isu' }, now())).toEqual({ ok: true });
  for (const iso3 of ['LBN', 'PER', 'TCD'])
    await db.follow.create({ data: { slackId: 'UFROM', iso3, since: new Date('2019-11-01'), by: 'UFROM' } });
  const mark = markOf(await heldBy(db, 'UFROM', deskToday(desks.clock)));
  const to = (slackId: string) => ({
    slackId,
    name: slackId,
    teamId: 'T1',
    zone: 'UTC',
    email: null,
    outside: false,
    known: true,
  });
  const outcomes = await Promise.all(
    both().map((desk, at) =>
      handOver(
        { ...desk, poke },
        { person: 'UFROM', mark, all: to(at === 0 ? 'UONE' : 'UTWO'), takers: {}, roles: true },
        { actor: admin, at: now(), submission: `hand over ${at}` },
      ),
    ),
  );
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'nothing']);
  const followers = await db.follow.findMany({ where: { endedAt: null }, select: { slackId: true } });
  expect(new Set(followers.map(({ slackId }) => slackId)).size).toBe(1);
  expect(followers).toHaveLength(3);
  await db.roleHolding.deleteMany({ where: { role: 'isu' } });
});

test('one of the last two admins stays when each is ended at the same moment', async () => {
  for (let round = 0; round < 8; round += 1) {
    const other = `UOTHER${round}`;
    expect(await giveRole({ ...desks, db: desks.first }, admin, roleFor(other), now())).toEqual({ ok: true });
    const [one, two] = await held();
    if (one === undefined || two === undefined) throw new Error('There are two admins.');
    const outcomes = await Promise.all([
      endRole({ ...desks, db: desks.first }, admin, one.id, now()),
      endRole({ ...desks, db: desks.second }, admin, two.id, now()),
    ]);
    expect(outcomes.toSorted((a, b) => Number(b.ok) - Number(a.ok))).toEqual([
      { ok: true },
      { ok: false, problem: 'This is the last admin on record. Give the role to somebody else first.' },
    ]);
    expect(await held()).toHaveLength(1);
  }
});

test('a setting that many change at the same moment has a history without a gap: each found what the one before left', async () => {
  const channels = Array.from({ length: 12 }, (_, at) => `C${at}`);
  await Promise.all(
    channels.map((channel, at) => {
      const desk = { ...desks, db: at % 2 === 0 ? desks.first : desks.second, rooms: AMONG_US };
      return chooseRegisterChannel(desk, admin, channel, now());
    }),
  );
  const history = await desks.first.deskHistory.findMany({
    where: { about: 'register_channel' },
    orderBy: { written: 'asc' },
  });
  expect(history.map(({ after }) => after).toSorted()).toEqual(channels.toSorted());
  expect(history.map(({ before }) => before)).toEqual([null, ...history.slice(0, -1).map(({ after }) => after)]);
  const setting = await desks.first.setting.findUnique({ where: { key: 'register_channel' } });
  expect(setting?.value).toBe(history.at(-1)?.after);
});

test('what Slack delivers ten times at once is new once, whichever desk it reaches', async () => {
  for (let round = 0; round < 5; round += 1) {
    const arrival = { key: `event:Ev${round}`, kind: 'event' as const, payload: { text: 'which States?' } };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        inboxOf({ db: at % 2 === 0 ? desks.first : desks.second, engine: 'postgresql' }, desks.clock).receive(arrival),
      ),
    );
    expect(answers.toSorted()).toEqual(['new', ...Array(9).fill('seen')]);
    await inboxOf({ db: desks.first, engine: 'postgresql' }, desks.clock).finish(arrival.key, null);
  }
});

test('what a desk works on is left to it by the others; what it left when it died is taken up by one of them', async () => {
  let now = desks.clock.now();
  const machine = { now: () => now };
  const [first, second, third] = [desks.first, desks.second, desks.second].map((db) =>
    inboxOf({ db, engine: 'postgresql' }, machine),
  );
  if (!first || !second || !third) throw new Error('There are three.');
  const keys = Array.from({ length: 12 }, (_, at) => `command:left-${at}`);
  for (const key of keys) await first.receive({ key, kind: 'command', payload: {} });
  const takenBy = (inbox: Inbox) => inbox.takeUp(new Set());
  now = now.add({ milliseconds: HELD_MS - 1 });
  expect(await takenBy(second)).toEqual([]);
  now = now.add({ milliseconds: 1 });
  const [some, others] = await Promise.all([takenBy(second), takenBy(third)]);
  expect([...some, ...others].map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  expect(await takenBy(first)).toEqual([]);
  for (const key of keys) await second.finish(key, null);
  now = now.add({ milliseconds: HELD_MS });
  expect(await takenBy(first)).toEqual([]);
});
