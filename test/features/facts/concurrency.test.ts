import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../../src/db/client.ts';
import { readTreatyRecord } from '../../../src/db/read/treaty-record.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import { deskToday } from '../../../src/desk/time.ts';
import { confirmFact, undoAnswer } from '../../../src/features/facts/confirm.ts';
import { readFactList } from '../../../src/features/facts/list.ts';
import { recordEvent, undo } from '../../../src/features/facts/use-cases.ts';
import { day } from '../../../src/treaty/day.ts';
import { type TwoDesks, twoDesks } from '../../setup/two-desks.ts';
import { admin, isu } from '../people.ts';

let desks: TwoDesks;
beforeAll(async () => {
  desks = await twoDesks();
});
afterAll(() => desks.stop());

const deskOn = (db: Db) => ({ ...desks, db, admins: [], poke: () => undefined });
const at = () => desks.clock.now();
/** The same at the same moment, by two officers on two desks. */
const byBoth = <T>(act: (desk: ReturnType<typeof deskOn>, actor: Actor, submission: string) => Promise<T>) =>
  Promise.all([act(deskOn(desks.first), isu, desks.ids.next()), act(deskOn(desks.second), admin, desks.ids.next())]);
const kinds = (outcomes: readonly { kind: string }[]): readonly string[] => outcomes.map(({ kind }) => kind).toSorted();
const grantOf = async (state: string) => {
  const { events } = await readTreatyRecord(desks.first);
  const grant = events.find((each) => each.state === state && each.event === 'extension_granted');
  if (grant === undefined) throw new Error(`${state} has a grant on record.`);
  return grant;
};

test('an entry that two officers correct at the same moment is corrected once, and undone once', async () => {
  for (const state of ['DEU', 'LAO']) {
    const grant = await grantOf(state);
    const input = { ...grant, corrects: grant.id, until: day('2024-08-01'), source: 'final report', reason: 'misread' };
    const seen = ['Earlier than the date now on record, 1 August 2025 (Art. 4.5).'];
    const outcomes = await byBoth((desk, actor, submission) =>
      recordEvent(desk, { ...input, seen }, { actor, at: at(), submission }),
    );
    expect(kinds(outcomes)).toEqual(['gone', 'kept']);
    const { id } = await grantOf(state);
    expect(kinds(await byBoth((desk, actor) => undo(desk, id, { actor, at: at() })))).toEqual(['gone', 'taken_back']);
    expect((await grantOf(state)).until).toBe('2025-08-01');
  }
});

test('an answer that two officers undo at the same moment is undone once', async () => {
  const desk = deskOn(desks.first);
  const list = await readFactList(desks.first, deskToday(desks.clock), 'GNB');
  const change = { actor: isu, at: at(), submission: 's-answer' };
  const kept = await confirmFact(desk, list, 'passed GNB 3 2019-05-01', 'the delegation', change);
  if (kept.kind !== 'kept' || kept.answer === null) throw new Error('The answer is kept.');
  const { answer } = kept;
  const outcomes = await byBoth((each, actor) => undoAnswer(each, answer, { actor, at: at() }));
  expect(kinds(outcomes)).toEqual(['gone', 'taken_back']);
});
