import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFollowUps } from '../../../src/db/read/follow-ups.ts';
import { readHistory } from '../../../src/db/read/history.ts';
import { readPerson } from '../../../src/db/read/people.ts';
import type { RecordDesk } from '../../../src/db/record-desk.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import type { Profile } from '../../../src/desk/profile.ts';
import { deskToday } from '../../../src/desk/time.ts';
import { followState } from '../../../src/features/following/use-cases.ts';
import { addFollowUp } from '../../../src/features/followups/use-cases.ts';
import { changeRequest } from '../../../src/features/handling/use-cases.ts';
import { endsSoon } from '../../../src/features/handover/ends-soon.ts';
import { heldBy, markOf } from '../../../src/features/handover/held.ts';
import { undoHandOver } from '../../../src/features/handover/undo.ts';
import { handOver, type Wanted } from '../../../src/features/handover/use-cases.ts';
import { moveRoleEnd } from '../../../src/features/people/use-cases.ts';
import { day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { instant } from '../../setup/instants.ts';
import { admin, guest, isu, montenegro, netherlands } from '../people.ts';

/** Montenegro's own request, which the Netherlands handles, and one of Lebanon. */
const [OWN, LEBANON] = ['AR-2018-006', 'AR-2018-005'] as const;

let now = instant('2019-11-18T09:00:00+01:00');
let desk: RecordDesk;
let close: () => Promise<void>;
const people = { montenegro: { ...montenegro, name: 'Ana' }, netherlands: { ...netherlands, name: 'Bram' } };
beforeAll(async () => {
  const database = await freshDatabase();
  close = () => database.close();
  desk = { db: database.db, clock: { now: () => now }, ids: { next: randomUUID }, poke: () => undefined };
  for (const { slackId, name, state, roles } of [people.montenegro, people.netherlands, isu, admin]) {
    const recordedAt = new Date('2019-11-18');
    await desk.db.person.create({ data: { slackId, teamId: 'T1', name, zone: 'Europe/Zurich', state, recordedAt } });
    const role = {
      slackId,
      role: roles[0] ?? '',
      state,
      from: new Date('2019-01-01'),
      givenBy: 'the test',
      recordedAt,
    };
    await desk.db.roleHolding.create({ data: { id: `of ${slackId}`, ...role } });
  }
  const doing = { actor: people.netherlands, at: now, submission: null };
  for (const reference of [OWN, LEBANON]) await changeRequest(desk, reference, { kind: 'take' }, doing);
  for (const state of ['LBN', 'MNE'])
    await followState(desk, people.netherlands, { person: netherlands.slackId, state }, now);
  await addFollowUp(
    desk,
    { what: 'call Beirut', state: 'LBN', due: day('2019-12-02'), owner: netherlands.slackId, link: null },
    { actor: people.netherlands, at: now, submission: 'a follow-up' },
  );
});
afterAll(() => close());

const profile = ({ slackId, name }: Actor): Profile => ({
  ...{ slackId, name, teamId: 'T1', zone: 'Europe/Zurich', email: null, outside: false, known: true },
});
const held = (of: Actor = netherlands) => heldBy(desk.db, of.slackId, deskToday(desk.clock));
const ownerOf = async (reference: string) =>
  (await desk.db.assistanceRequest.findUniqueOrThrow({ where: { reference } })).ownerId;
const wanted = async (all: Actor, rest: Partial<Wanted> = {}): Promise<Wanted> => ({
  ...{ person: netherlands.slackId, mark: markOf(await held()), all: profile(all), takers: {}, roles: false },
  ...rest,
});
const by = (actor: Actor, submission: string = randomUUID()) => ({ actor, at: now, submission });

describe('handing over what a person holds', () => {
  it('is for the person and for admins, and roles for admins alone', async () => {
    const before = await held();
    expect(await handOver(desk, await wanted(people.montenegro), by(people.montenegro))).toEqual({
      kind: 'not_allowed',
    });
    expect(await handOver(desk, await wanted(people.montenegro), by(guest))).toEqual({ kind: 'not_allowed' });
    expect(await handOver(desk, await wanted(people.montenegro, { roles: true }), by(people.netherlands))).toEqual({
      kind: 'not_allowed',
    });
    expect(await held()).toEqual(before);
  });

  it('changes nothing where who would take it holds no role, or it is not what was shown', async () => {
    const before = await held();
    expect(await handOver(desk, await wanted(guest), by(admin))).toEqual({ kind: 'not_a_member', field: 'all' });
    const partly = { takers: { followUps: guest.slackId } };
    expect(await handOver(desk, await wanted(isu, partly), by(admin))).toEqual({
      kind: 'not_a_member',
      field: 'followUps',
    });
    expect(await handOver(desk, await wanted(isu, { mark: 'of yesterday' }), by(admin))).toEqual({ kind: 'changed' });
    expect(await held()).toEqual(before);
  });

  it('gives everything in one step, names what stays since it is of their own State, and can be undone for a minute', async () => {
    const before = await held();
    const outcome = await handOver(desk, await wanted(people.montenegro), by(people.netherlands));
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    expect(outcome.kept).toEqual([OWN, 'MNE']);
    expect(await ownerOf(LEBANON)).toBe(montenegro.slackId);
    expect(await ownerOf(OWN)).toBe(netherlands.slackId);
    expect(await held(montenegro)).toMatchObject({ states: ['LBN'], followUps: [{ what: 'call Beirut' }] });
    expect((await readHistory(desk.db, LEBANON)).at(-1)).toMatchObject({
      what: 'owner',
      before: 'Bram',
      after: 'Ana',
      why: 'handed over by Bram',
    });
    const told = await desk.db.delivery.findMany({ where: { key: { startsWith: `handover:${outcome.id}` } } });
    expect(told.map(({ lane }) => lane)).toEqual([montenegro.slackId]);
    expect(JSON.stringify(told[0]?.message)).toContain('Lebanon');
    now = now.add({ seconds: 59 });
    expect(await undoHandOver(desk, outcome.id, { actor: admin, at: now })).toEqual({ kind: 'not_allowed' });
    expect(await undoHandOver(desk, outcome.id, { actor: people.netherlands, at: now })).toEqual({
      kind: 'undone',
      name: 'Bram',
      kept: [],
    });
    const after = await held();
    expect([after.requests, after.states, after.roles].map((all) => all.length)).toEqual(
      [before.requests, before.states, before.roles].map((all) => all.length),
    );
    expect(await undoHandOver(desk, outcome.id, { actor: people.netherlands, at: now })).toEqual({ kind: 'already' });
  });

  it('leaves with whoever has changed it since what an undo finds changed, and says so', async () => {
    const outcome = await handOver(desk, await wanted(isu), by(people.netherlands));
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const [own] = await readFollowUps(desk.db, isu.slackId);
    await desk.db.followUp.update({ where: { id: own?.id ?? '' }, data: { doneAt: new Date(), doneBy: isu.slackId } });
    expect(await undoHandOver(desk, outcome.id, { actor: people.netherlands, at: now })).toMatchObject({
      kind: 'undone',
      kept: [own?.reference],
    });
    expect(await ownerOf(LEBANON)).toBe(netherlands.slackId);
  });

  it('gives roles with their State and term to a new colleague, who then may own what they take', async () => {
    const fresh = { ...guest, slackId: 'UNEW', name: 'Carla' };
    const outcome = await handOver(desk, await wanted(fresh, { roles: true }), by(admin));
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const today = deskToday(desk.clock);
    expect(await readPerson(desk.db, 'UNEW', today)).toMatchObject({ state: 'NLD', roles: ['coordinator'] });
    expect((await readPerson(desk.db, netherlands.slackId, today))?.roles).toEqual([]);
    expect(await ownerOf(OWN)).toBe('UNEW');
    const late = now.add({ seconds: 61 });
    expect(await undoHandOver(desk, outcome.id, { actor: admin, at: late })).toEqual({ kind: 'too_late' });
    expect(await undoHandOver(desk, outcome.id, { actor: admin, at: now })).toMatchObject({ kind: 'undone', kept: [] });
    expect((await readPerson(desk.db, netherlands.slackId, today))?.roles).toEqual(['coordinator']);
    expect((await readPerson(desk.db, 'UNEW', today))?.roles).toEqual([]);
    expect(await ownerOf(OWN)).toBe(netherlands.slackId);
  });
});

describe('a role with a last day', () => {
  const toldOf = async (slackId: string) =>
    (await desk.db.delivery.findMany({ where: { lane: slackId, key: { contains: ':ends:' } } })).map(({ message }) =>
      JSON.stringify(message),
    );

  it('is told of two weeks before and on the day, to whoever holds it with what they hold, and to the admins', async () => {
    const id = `of ${netherlands.slackId}`;
    expect(await moveRoleEnd(desk, isu, { id, until: day('2019-12-02') }, now)).toMatchObject({ ok: false });
    expect(await moveRoleEnd(desk, admin, { id, until: day('2019-11-17') }, now)).toMatchObject({ about: 'until' });
    expect(await moveRoleEnd(desk, admin, { id, until: day('2019-12-02') }, now)).toEqual({ ok: true });
    const clockwork = endsSoon(desk);
    for (const at of [
      '2019-11-18T08:59:00+01:00',
      '2019-11-18T09:01:00+01:00',
      '2019-11-18T15:00:00+01:00',
      '2019-11-19T10:00:00+01:00',
    ]) {
      now = instant(at);
      await clockwork.run(now);
    }
    expect(await toldOf(netherlands.slackId)).toEqual([
      expect.stringContaining(
        'Your role at the desk ends: coordinator, last day Mon 2 Dec. You hold 2 requests and 2 States.',
      ),
    ]);
    expect(await toldOf(admin.slackId)).toEqual([expect.stringContaining('The role of Bram at the desk ends')]);
    now = instant('2019-12-02T09:30:00+01:00');
    await clockwork.run(now);
    expect(await toldOf(netherlands.slackId)).toHaveLength(2);
  });
});
