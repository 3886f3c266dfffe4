import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../src/db/client.ts';
import { readHistory } from '../../../src/db/read/history.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import type { Change, ChangeOutcome } from '../../../src/features/handling/change.ts';
import { changeRequest, undoChange } from '../../../src/features/handling/use-cases.ts';
import type { RequestStatus } from '../../../src/treaty/request-moves.ts';
import { type TwoDesks, twoDesks } from '../../setup/two-desks.ts';
import * as people from '../people.ts';

const montenegro: Actor = { ...people.montenegro, name: 'Montenegro' };
const netherlands: Actor = { ...people.netherlands, name: 'Netherlands' };

let desks: TwoDesks;
beforeAll(async () => {
  desks = await twoDesks();
  for (const { slackId, name, state } of [montenegro, netherlands])
    await desks.first.person.create({
      data: { slackId, teamId: 'T0', name, zone: 'UTC', state, recordedAt: new Date('2019-11-18') },
    });
});
afterAll(() => desks.stop());

const change = (
  db: Db,
  reference: string,
  what: Change,
  actor: Actor,
  submission: string | null = null,
): Promise<ChangeOutcome> =>
  changeRequest({ ...desks, db, poke: () => undefined }, reference, what, {
    actor,
    at: desks.clock.now(),
    submission,
  });
const move = (from: RequestStatus, to: RequestStatus): Change => ({
  kind: 'move',
  from,
  to,
  reason: 'as told',
  until: null,
  replacedBy: null,
});
const request = (reference: string) => desks.first.assistanceRequest.findUniqueOrThrow({ where: { reference } });
const kinds = (outcomes: readonly ChangeOutcome[]): readonly string[] => outcomes.map(({ kind }) => kind).toSorted();

describe('two persons at the same moment', () => {
  test.each(['AR-2018-001', 'AR-2018-002', 'AR-2018-003', 'AR-2018-004', 'AR-2018-005'])(
    'who take the same request: one owns it, and the other is told who (%s)',
    async (reference) => {
      const outcomes = await Promise.all([
        change(desks.first, reference, { kind: 'take' }, montenegro),
        change(desks.second, reference, { kind: 'take' }, netherlands),
      ]);
      expect(kinds(outcomes)).toEqual(['done', 'overtaken']);
      const { ownerId } = await request(reference);
      const owner = ownerId === montenegro.slackId ? montenegro : netherlands;
      expect(outcomes.find(({ kind }) => kind === 'overtaken')).toMatchObject({ by: { by: owner.name } });
      expect((await readHistory(desks.first, reference)).filter(({ what }) => what === 'owner')).toHaveLength(1);
    },
  );

  test.each([
    [move('logged', 'verified'), move('logged', 'on_hold')],
    [move('logged', 'withdrawn'), move('logged', 'verified')],
    [move('logged', 'verified'), move('logged', 'verified')],
  ] as const)('who move it: one move is made, and the status is the one it leads to (%#)', async (one, other) => {
    const { reference } = await desks.first.assistanceRequest.findFirstOrThrow({
      where: { status: 'logged', iso3: { notIn: ['MNE', 'NLD'] } },
      orderBy: { reference: 'asc' },
    });
    const outcomes = await Promise.all([
      change(desks.first, reference, one, montenegro),
      change(desks.second, reference, other, netherlands),
    ]);
    expect(kinds(outcomes)).toEqual(['done', 'overtaken']);
    const made = outcomes[0]?.kind === 'done' ? one : other;
    expect(await request(reference)).toMatchObject({ status: 'to' in made ? made.to : null });
    expect((await readHistory(desks.first, reference)).filter(({ what }) => what === 'moved')).toHaveLength(1);
  });

  test('who merge two requests into each other: neither is lost, and one of them stays open', async () => {
    const [a, b] = ['AR-2018-010', 'AR-2018-018'] as const;
    const { theme } = await request(a);
    await desks.first.assistanceRequest.update({ where: { reference: b }, data: { theme } });
    const merge = (into: string): Change => ({ kind: 'merge', from: 'logged', into, reason: 'the same' });
    await Promise.all([change(desks.first, a, merge(b), montenegro), change(desks.second, b, merge(a), netherlands)]);
    const statuses = [(await request(a)).status, (await request(b)).status];
    expect(statuses.filter((status) => status === 'superseded')).toHaveLength(1);
  });
});

test('the same submission delivered to two desks at once changes the request once', async () => {
  const what: Change = { kind: 'note', text: 'once', seenBy: 'desk' };
  const outcomes = await Promise.all(
    [desks.first, desks.second].map((db) => change(db, 'AR-2018-006', what, netherlands, 'V1 H1')),
  );
  expect(kinds(outcomes)).toEqual(['done', 'done']);
  expect(await desks.first.requestNote.count({ where: { text: 'once' } })).toBe(1);
});

test('an undo delivered to two desks at once takes the change back once', async () => {
  const taken = await change(desks.first, 'AR-2018-007', { kind: 'take' }, netherlands);
  if (taken.kind !== 'done') throw new Error(`It was not taken: ${JSON.stringify(taken)}`);
  const undo = (db: Db) =>
    undoChange({ ...desks, db, poke: () => undefined }, taken.change, { actor: netherlands, at: desks.clock.now() });
  expect((await Promise.all([undo(desks.first), undo(desks.second)])).map(({ kind }) => kind)).toEqual([
    'undone',
    'undone',
  ]);
  expect(await request('AR-2018-007')).toMatchObject({ ownerId: null });
  expect((await readHistory(desks.first, 'AR-2018-007')).filter(({ what }) => what === 'undone')).toHaveLength(1);
});

test('nobody moves a request where the table has no move, whatever they send', async () => {
  const reference = 'AR-2018-008';
  const { status } = await request(reference);
  expect(status).toBe('logged');
  expect(await change(desks.first, reference, move('logged', 'relayed'), netherlands)).toMatchObject({
    kind: 'no_such_move',
  });
  expect(
    await change(desks.first, reference, { ...move('logged', 'offered'), reason: ' ' } as Change, netherlands),
  ).toEqual({
    kind: 'reason_missing',
  });
  expect(await request(reference)).toMatchObject({ status: 'logged' });
});

test('the database itself refuses to change or delete a note', async () => {
  const { id } = await desks.first.requestNote.findFirstOrThrow();
  await expect(desks.first.requestNote.update({ where: { id }, data: { text: 'other' } })).rejects.toThrow(
    'append-only',
  );
  await expect(desks.first.requestNote.delete({ where: { id } })).rejects.toThrow('append-only');
});
