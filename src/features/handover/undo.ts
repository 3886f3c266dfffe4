import type { Tx } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import { readPerson } from '../../db/read/people.ts';
import type { RecordChange } from '../../db/record-desk.ts';
import { deskToday } from '../../desk/time.ts';
import { parseDay } from '../../treaty/day.ts';
import { beginFollow, endFollow } from '../following/use-cases.ts';
import { passRow } from '../followups/use-cases.ts';
import { passRequest } from '../handling/use-cases.ts';
import { passStandIns, reviveHolding } from '../people/use-cases.ts';
import type { HandOverDesk } from './apply.ts';
import { type Moved, moved } from './moved.ts';
import { holdHandOvers, mayHandOver } from './use-cases.ts';

export type UndoOutcome =
  /** `kept` names what somebody has changed since, which stays with them. */
  | { kind: 'undone'; name: string; kept: readonly string[] }
  | { kind: 'already' }
  | { kind: 'too_late' }
  | { kind: 'not_allowed' }
  | { kind: 'unknown' };

const UNDO_SECONDS = 60;

type By = Pick<RecordChange, 'actor' | 'at'>;

/** Takes a hand-over back in one step, by who made it, within a minute; what was changed since stays and is named. */
export async function undoHandOver(desk: HandOverDesk, id: string, by: By): Promise<UndoOutcome> {
  const outcome = await desk.db.$transaction(async (tx): Promise<UndoOutcome> => {
    await holdHandOvers(tx);
    const row = await tx.handOver.findUnique({ where: { id } });
    if (row === null) return { kind: 'unknown' };
    if (row.by !== by.actor.slackId || !mayHandOver(by.actor, row.person)) return { kind: 'not_allowed' };
    if (row.undoneAt !== null) return { kind: 'already' };
    if (by.at.since(instantFrom(row.at)).total('seconds') > UNDO_SECONDS) return { kind: 'too_late' };
    await tx.handOver.update({ where: { id }, data: { undoneAt: timeOf(by.at) } });
    const name = (await readPerson(tx, row.person, deskToday(desk.clock)))?.name ?? row.person;
    const kept = await giveBack(tx, desk, { slackId: row.person, name }, moved.parse(row.moved), by);
    return { kind: 'undone', name, kept };
  });
  desk.poke();
  return outcome;
}

async function giveBack(
  tx: Tx,
  desk: HandOverDesk,
  to: { slackId: string; name: string },
  { requests, states, followUps, roles, standIns }: Moved,
  by: By,
): Promise<readonly string[]> {
  const { ids, clock } = desk;
  const { actor, at } = by;
  const kept: string[] = [];
  const change = { actor, at, today: deskToday(clock) };
  // Roles first: who holds none may own nothing.
  for (const { id, until, given } of roles)
    await reviveHolding(tx, ids, { id, until: until === null ? null : parseDay(until), given }, change);
  for (const { reference, to: from } of requests) {
    const back = { reference, from, to: to.slackId, why: 'hand-over undone' };
    if (!(await passRequest(tx, desk, back, by))) kept.push(reference);
  }
  for (const { state, to: follower, begun } of states) {
    const name = (await readPerson(tx, follower, change.today))?.name ?? follower;
    if (begun) await endFollow(tx, ids, { slackId: follower, name, state }, actor, at);
    await beginFollow(tx, ids, { ...to, state }, actor, at);
  }
  for (const { id, reference, to: owner } of followUps) {
    const still = await tx.followUp.findFirst({ where: { id, ownerId: owner, doneAt: null }, select: { id: true } });
    if (still === null || !(await passRow(tx, ids, id, to.slackId, by))) kept.push(reference);
  }
  for (const from of new Set(standIns.map((each) => each.to))) await passStandIns(tx, ids, { from, to }, actor, at);
  return kept;
}
