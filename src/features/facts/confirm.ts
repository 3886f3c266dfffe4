import { instantFrom } from '../../db/days.ts';
import { holdAnswer } from '../../db/hold.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { retract } from '../../db/retract.ts';
import { addDays } from '../../treaty/day.ts';
import type { ObligationEvent } from '../../treaty/facts.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';
import { factKey, type Unconfirmed, type UnconfirmedObligation } from '../../treaty/unconfirmed.ts';
import type { EventInput } from './input.ts';
import type { FactList } from './list.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { isFresh, writeAnswer } from './store.ts';
import { type BackOutcome, recordEvent, UNDO_SECONDS } from './use-cases.ts';

export type ConfirmOutcome =
  /** Ids of the event that was recorded as confirmed, or of the answer where that alone is kept. */
  | { kind: 'kept'; event: string | null; answer: string | null }
  /** It is not to be confirmed any more: somebody has answered. */
  | { kind: 'gone' }
  | Refusal;

const AGAIN_AFTER_DAYS = 7;

/** The fact of that name in the list; undefined when it is there no longer. */
export const factIn = ({ facts }: Pick<FactList, 'facts'>, key: string): Unconfirmed | undefined =>
  facts.find((fact) => factKey(fact) === key);

const stateOf = (fact: Unconfirmed): string | null => (fact.kind === 'discrepancy' ? null : fact.state);

/** The event of a doubted obligation that a source is needed for: what ended it, else what extended it, else what set it. */
export function doubtfulEvent({ record, today }: FactList, fact: UnconfirmedObligation): ObligationEvent | null {
  const obligation = obligationOf(record, fact.state, fact.article, today, fact.newRemnants);
  if (obligation === null) return null;
  const { ended, granted, base } = obligation;
  return [ended?.event, granted, base].find((event) => event && event.confidence !== 'high') ?? granted ?? base;
}

/** Confirms a fact as it stands, by a source: a doubted event is recorded anew, surely; of anything else the answer is kept. */
export async function confirmFact(
  desk: RecordDesk,
  list: FactList,
  key: string,
  source: string,
  change: RecordChange,
): Promise<ConfirmOutcome> {
  const fact = factIn(list, key);
  const refused = refusalOf(change.actor, fact === undefined ? null : stateOf(fact));
  if (refused !== null) return refused;
  if (fact === undefined) return { kind: 'gone' };
  const event = fact.kind === 'medium_grant' || fact.kind === 'low_confidence' ? doubtfulEvent(list, fact) : null;
  if (event === null) {
    const answer = { fact: key, source, askAgain: null };
    return {
      kind: 'kept',
      event: null,
      answer: await desk.db.$transaction((tx) => writeAnswer(tx, desk.ids, answer, change)),
    };
  }
  const input: EventInput = {
    ...event,
    corrects: event.id,
    event: event.event === 'obligation_unclear' ? 'obligation' : event.event,
    confidence: 'high',
    source,
    reason: 'confirmed as it stands',
    seen: [],
  };
  const first = await recordEvent(desk, input, change);
  // Nothing about the event is new: what the treaty says against it was on record before.
  const outcome = first.kind === 'warned' ? await recordEvent(desk, { ...input, seen: first.warnings }, change) : first;
  if (outcome.kind === 'kept') return { kind: 'kept', event: outcome.id, answer: null };
  return outcome.kind === 'warned' ? { kind: 'gone' } : outcome;
}

/** Has a fact asked again in a week; it stays in the list, after the others. */
export async function askLater(
  desk: RecordDesk,
  list: FactList,
  key: string,
  change: RecordChange,
): Promise<ConfirmOutcome> {
  const fact = factIn(list, key);
  const refused = refusalOf(change.actor, fact === undefined ? null : stateOf(fact));
  if (refused !== null) return refused;
  if (fact === undefined) return { kind: 'gone' };
  const askAgain = addDays(list.today, AGAIN_AFTER_DAYS);
  const answer = { fact: key, source: null, askAgain };
  return {
    kind: 'kept',
    event: null,
    answer: await desk.db.$transaction((tx) => writeAnswer(tx, desk.ids, answer, change)),
  };
}

/** Takes an answer back within a minute, so that the fact is asked again. */
export async function undoAnswer(
  desk: RecordDesk,
  id: string,
  change: Pick<RecordChange, 'actor' | 'at'>,
): Promise<BackOutcome> {
  const refused = refusalOf(change.actor, null);
  if (refused !== null) return refused;
  const answer = await desk.db.factAnswer.findUnique({ where: { id } });
  if (answer === null) return { kind: 'gone' };
  if (!isFresh(instantFrom(answer.recordedAt), change.at, UNDO_SECONDS)) return { kind: 'too_old' };
  return desk.db.$transaction(async (tx): Promise<BackOutcome> => {
    await holdAnswer(tx, id);
    if ((await tx.retraction.findUnique({ where: { factId: id } })) !== null) return { kind: 'gone' };
    await retract(tx, id, null, change);
    return { kind: 'taken_back', id };
  });
}
