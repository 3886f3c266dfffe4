import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readHistory } from '../../../src/db/read/history.ts';
import type { RecordDesk } from '../../../src/db/record-desk.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import { deskToday } from '../../../src/desk/time.ts';
import type { Change, ChangeOutcome } from '../../../src/features/handling/change.ts';
import { changeRequest, undoChange } from '../../../src/features/handling/use-cases.ts';
import { requestCard } from '../../../src/features/requests/card.ts';
import { readRequest } from '../../../src/features/requests/read.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt } from '../../setup/instants.ts';
import { isu, montenegro, netherlands } from '../people.ts';

/** Requests of Lebanon: the first two for the same theme, the third for another; the fourth is Peru's for the first theme. */
const [OLD, NEW, OTHER_THEME, OTHER_STATE] = ['AR-2018-010', 'AR-2018-018', 'AR-2018-005', 'AR-2018-001'] as const;

let desk: RecordDesk;
let close: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  close = () => database.close();
  const ids = { next: () => randomUUID() };
  desk = { db: database.db, clock: clockAt('2019-11-18T09:00:00+01:00'), ids, poke: () => undefined };
  for (const { slackId, name, state } of [montenegro, netherlands])
    await desk.db.person.create({
      data: { slackId, teamId: 'T1', name, zone: 'UTC', state, recordedAt: new Date('2019-11-18') },
    });
  for (const { slackId, state } of [montenegro, netherlands])
    await desk.db.roleHolding.create({
      data: {
        id: randomUUID(),
        slackId,
        role: 'coordinator',
        state,
        from: new Date('2019-01-01'),
        givenBy: 'the test',
        recordedAt: new Date('2019-11-18'),
      },
    });
});
afterAll(() => close());

beforeEach(async () => {
  const { db } = desk;
  const place = { iso3: 'LBN', theme: 'RISK_REDUCTION_EDUCATION', status: 'logged', leftStatus: null };
  const as = { ...place, replacedBy: null, closedOn: null, ownerId: null };
  await db.assistanceRequest.updateMany({ where: { reference: { in: [OLD, NEW] } }, data: as });
  await db.assistanceRequest.update({ where: { reference: OTHER_THEME }, data: { ...as, theme: 'VICTIM_ASSISTANCE' } });
  await db.assistanceRequest.update({ where: { reference: OTHER_STATE }, data: { ...as, iso3: 'PER' } });
});

const doing = (actor: Actor) => ({ actor, at: desk.clock.now(), submission: null });
const change = (reference: string, what: Change, actor: Actor = netherlands): Promise<ChangeOutcome> =>
  changeRequest(desk, reference, what, doing(actor));
const undo = (id: string, actor: Actor = netherlands) => undoChange(desk, id, doing(actor));
const idOf = (outcome: ChangeOutcome): string => {
  if (outcome.kind !== 'done') throw new Error(`It was not done: ${JSON.stringify(outcome)}`);
  return outcome.change;
};
const row = (reference: string) => desk.db.assistanceRequest.findUniqueOrThrow({ where: { reference } });
const replaced = (replacedBy: string | null): Change => ({
  kind: 'move',
  from: 'logged',
  to: 'superseded',
  reason: 'a newer report',
  until: null,
  replacedBy,
});
const merged = (into: string): Change => ({ kind: 'merge', from: 'logged', into, reason: 'the same letter' });

describe.each([
  ['replaced by', replaced],
  ['merged into', merged],
] as const)('a request is %s another', (_, by) => {
  it('of the same State for the same theme, which its card then names', async () => {
    idOf(await change(OLD, by(NEW)));
    expect(await row(OLD)).toMatchObject({ status: 'superseded', replacedBy: NEW });
    const seen = await readRequest(desk.db, OLD, deskToday(desk.clock));
    if (seen === null) throw new Error('It is on record.');
    const { text, blocks } = requestCard(seen);
    expect(text).toContain(`Replaced by ${NEW}.`);
    expect(JSON.stringify(blocks)).toContain(`*Replaced by ${NEW}*`);
  });

  it.each([
    ['itself', OLD],
    ['one for another theme', OTHER_THEME],
    ['one of another State', OTHER_STATE],
    ['one that is not on record', 'AR-2018-999'],
  ])('but not %s', async (_who, other) => {
    expect(await change(OLD, by(other))).toEqual({ kind: 'not_another' });
    expect(await row(OLD)).toMatchObject({ status: 'logged', replacedBy: null });
  });

  it('but not one that is closed, and so never in a circle', async () => {
    idOf(await change(OLD, by(NEW)));
    expect(await change(NEW, by(OLD))).toEqual({ kind: 'not_another' });
    expect(await row(NEW)).toMatchObject({ status: 'logged', replacedBy: null });
  });
});

it('is not said to be replaced while nothing takes its place', async () => {
  expect(await change(OLD, replaced(null))).toEqual({ kind: 'not_another' });
  expect(await row(OLD)).toMatchObject({ status: 'logged' });
});

it('is not brought into a circle by an undo', async () => {
  idOf(await change(OLD, replaced(NEW)));
  const opened = idOf(
    await change(OLD, { ...replaced(null), from: 'superseded', to: 'logged', reason: 'it stands' } as Change),
  );
  idOf(await change(NEW, replaced(OLD)));
  expect(await undo(opened)).toMatchObject({ kind: 'overtaken' });
  expect(await row(OLD)).toMatchObject({ status: 'logged', replacedBy: null });
});

describe('who may', () => {
  it('undo a change: who made it, and nobody else', async () => {
    const taken = idOf(await change(OLD, { kind: 'take' }));
    expect(await undo(taken, isu)).toEqual({ kind: 'not_allowed' });
    expect(await row(OLD)).toMatchObject({ ownerId: netherlands.slackId });
    expect(await undo(taken)).toMatchObject({ kind: 'undone' });
    expect(await row(OLD)).toMatchObject({ ownerId: null });
  });

  it('be given a request: a coordinator, but not of the State itself', async () => {
    await desk.db.assistanceRequest.update({ where: { reference: OLD }, data: { iso3: 'MNE' } });
    const give = (to: Actor): Change => ({ kind: 'assign', from: null, to: to.slackId });
    expect(await change(OLD, give(montenegro), isu)).toEqual({ kind: 'not_an_owner' });
    expect(await row(OLD)).toMatchObject({ ownerId: null });
    idOf(await change(OLD, give(netherlands), isu));
    expect(await row(OLD)).toMatchObject({ ownerId: netherlands.slackId });
  });
});

describe('a note that is taken back', () => {
  it('does not stand in the way of what was done before it', async () => {
    const taken = idOf(await change(OLD, { kind: 'take' }));
    const note = idOf(await change(OLD, { kind: 'note', text: 'for me', seenBy: 'me' }));
    expect(await undo(note)).toMatchObject({ kind: 'undone' });
    expect(await undo(taken)).toMatchObject({ kind: 'undone' });
    expect(await row(OLD)).toMatchObject({ ownerId: null });
  });

  it.each([
    ['me', netherlands, [netherlands]],
    ['coordinators', netherlands, [netherlands, montenegro]],
    ['desk', netherlands, [netherlands, montenegro, isu]],
  ] as const)('is told in the history to those alone who might read it (%s)', async (seenBy, author, readers) => {
    const note = idOf(await change(NEW, { kind: 'note', text: 'a word', seenBy }, author));
    const told = async (reader: Actor): Promise<number> =>
      (await readHistory(desk.db, NEW, reader)).filter(({ what }) => what === 'note taken back').length;
    const before = await Promise.all([netherlands, montenegro, isu].map(told));
    expect(await undo(note, author)).toMatchObject({ kind: 'undone' });
    const after = await Promise.all([netherlands, montenegro, isu].map(told));
    const more = [netherlands, montenegro, isu].map((reader) => Number(readers.some((each) => each === reader)));
    expect(after).toEqual(before.map((count, at) => count + (more[at] ?? 0)));
  });
});
