import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { readPerson } from '../../db/read/people.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import { dayIn, deskToday } from '../../desk/time.ts';
import { addDays, lastWorkingDay } from '../../treaty/day.ts';
import { beginFollow, endFollow, isMember } from '../following/use-cases.ts';
import { passRow } from '../followups/use-cases.ts';
import { passedMessage } from './passed.ts';
import { decideRungs } from './store.ts';

export type AnswerOutcome =
  | { kind: 'done'; about: readonly string[]; kept: readonly string[] }
  /** Somebody has answered it, or it is somebody else's. */
  | { kind: 'settled' }
  | { kind: 'not_a_member' }
  /** Of a State that this person represents. */
  | { kind: 'own_state' };

interface By {
  actor: Actor;
  at: Temporal.Instant;
}

const ownRun = async (tx: Tx, run: string, { slackId }: Actor) =>
  (await tx.reminderRun.findFirst({ where: { id: run, person: slackId }, include: { rungs: true } })) ?? null;

/** Nothing is to be done about what a reminder tells, or it is to come again in a week. */
export async function answerReminder(
  { db }: RecordDesk,
  run: string,
  became: 'nothing_to_do' | 'in_a_week',
  { actor, at }: By,
): Promise<AnswerOutcome> {
  const inAWeek = lastWorkingDay(addDays(dayIn(actor.zone, at), 7));
  return db.$transaction(async (tx): Promise<AnswerOutcome> => {
    const found = await ownRun(tx, run, actor);
    if (found === null) return { kind: 'settled' };
    const againOn = became === 'in_a_week' ? inAWeek : null;
    if (!(await decideRungs(tx, run, { became, againOn, by: actor.slackId, at }))) return { kind: 'settled' };
    return { kind: 'done', about: found.rungs.map(({ words }) => words), kept: [] };
  });
}

/**
 * Passes what a reminder tells on to another member, who is told at once: they follow its States from now on, and its
 * follow-ups are theirs. A request that was relayed stays with its owner: its card gives it away.
 */
export async function passReminder(
  desk: RecordDesk,
  run: string,
  to: string,
  { actor, at }: By,
): Promise<AnswerOutcome> {
  const { db, ids } = desk;
  const person = await readPerson(db, to, deskToday(desk.clock));
  if (person === null || !isMember(person) || to === actor.slackId) return { kind: 'not_a_member' };
  const outcome = await db.$transaction(async (tx): Promise<AnswerOutcome> => {
    const found = await ownRun(tx, run, actor);
    if (found === null) return { kind: 'settled' };
    const { rungs } = found;
    const dates = rungs.filter(({ kind }) => kind === 'deadline');
    if (dates.some(({ iso3 }) => iso3 !== null && iso3 === person.state)) return { kind: 'own_state' };
    if (!(await decideRungs(tx, run, { became: 'passed_on', againOn: null, by: actor.slackId, at })))
      return { kind: 'settled' };
    for (const state of new Set(dates.flatMap(({ iso3 }) => iso3 ?? []))) {
      await endFollow(tx, ids, { slackId: actor.slackId, name: actor.name, state }, actor, at);
      await beginFollow(tx, ids, { slackId: to, name: person.name, state }, actor, at);
    }
    for (const { kind, subject } of rungs)
      if (kind === 'followup') await passRow(tx, ids, subject.split(' ')[0] ?? '', to, { actor, at });
    const passed = rungs.filter(({ kind }) => kind !== 'relayed').map(({ words }) => words);
    const kept = rungs.filter(({ kind }) => kind === 'relayed').map(({ words }) => words);
    if (passed.length > 0) {
      const message = passedMessage(passed, actor.name);
      const say = { key: `passed:${run}:${to}`, kind: 'reminder' as const, to: { person: to } };
      await enqueue(tx, ids, { ...say, urgency: URGENCY.person, message }, at);
    }
    return { kind: 'done', about: passed, kept };
  });
  desk.poke();
  return outcome;
}
