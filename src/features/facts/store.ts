import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import type { RecordChange } from '../../db/record-desk.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Day } from '../../treaty/day.ts';
import type { Proposed } from '../../treaty/warnings.ts';

/** The event that a submission has already recorded; null while it has recorded none. */
export async function recordedBy(tx: Tx, submission: string): Promise<string | null> {
  const row = await tx.obligationEvent.findUnique({ where: { submission }, select: { id: true } });
  return row?.id ?? null;
}

/** Adds an event to the record, after all others; returns its id. */
export async function writeEvent(
  tx: Tx,
  ids: Ids,
  event: Proposed,
  { reason, warnings }: { reason: string; warnings: readonly string[] },
  { actor, at, submission }: RecordChange,
): Promise<string> {
  const id = ids.next();
  const last = await tx.obligationEvent.aggregate({ _max: { position: true } });
  await tx.obligationEvent.create({
    data: {
      id,
      position: (last._max.position ?? 0) + 1,
      iso3: event.state,
      article: event.article,
      newRemnants: event.newRemnants,
      event: event.event,
      date: event.date.text,
      precision: event.date.precision,
      until: dateOf(event.until),
      meeting: event.meeting,
      confidence: event.confidence,
      show: event.show,
      source: event.source,
      sourceDate: dateOf(event.sourceDate),
      note: event.note,
      corrects: event.corrects,
      reason: reason === '' ? null : reason,
      warnings: [...warnings],
      recordedAt: timeOf(at),
      recordedBy: actor.slackId,
      recordedByName: actor.name,
      submission,
    },
  });
  return id;
}

/** Keeps what the ISU answered about a fact; the same submission answers once. Returns the answer's id. */
export async function writeAnswer(
  tx: Tx,
  ids: Ids,
  answer: { fact: string; source: string | null; askAgain: Day | null },
  { actor, at, submission }: RecordChange,
): Promise<string> {
  const row = {
    id: ids.next(),
    fact: answer.fact,
    answer: answer.askAgain === null ? 'confirmed' : 'later',
    source: answer.source,
    askAgain: dateOf(answer.askAgain),
    recordedAt: timeOf(at),
    recordedBy: actor.slackId,
    recordedByName: actor.name,
    submission,
  };
  await tx.factAnswer.createMany({ data: [row], skipDuplicates: true });
  return (await tx.factAnswer.findUniqueOrThrow({ where: { submission }, select: { id: true } })).id;
}

/** Whether an event was recorded less than `seconds` ago, by the desk's clock. */
export const isFresh = (recordedAt: Temporal.Instant, at: Temporal.Instant, seconds: number): boolean =>
  recordedAt.until(at).total('seconds') < seconds;
