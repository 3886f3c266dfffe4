import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import { type Db, isDuplicate, type Tx } from '../../db/client.ts';
import { instantFrom } from '../../db/days.ts';
import { holdState } from '../../db/hold.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { retract } from '../../db/retract.ts';
import { type Proposed, warningsFor } from '../../treaty/warnings.ts';
import { sayCardsOf } from '../requests/use-cases.ts';
import { amendObligation } from './amend-said.ts';
import { correctionCard, correctionUnder } from './correction-card.ts';
import type { ObligationRef } from './differences.ts';
import type { EventInput } from './input.ts';
import { type Correction, readCorrection } from './read-correction.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { isFresh, recordedBy, writeEvent } from './store.ts';
import { changeUnderDigests, sayUnderDigests } from './under-digests.ts';
import { warningWords } from './warning-words.ts';

export type RecordOutcome =
  /** `id` of the event that was recorded. */
  | { kind: 'kept'; id: string }
  /** Nothing was kept: the person has not seen these warnings yet, or gave no reason. */
  | { kind: 'warned'; warnings: readonly string[] }
  /** Nothing was kept: what it would correct counts no longer. */
  | { kind: 'gone' }
  | Refusal;

export type BackOutcome = { kind: 'taken_back'; id: string } | { kind: 'too_old' } | { kind: 'gone' } | Refusal;

/** For how long a change can be undone at once; after that it is taken back with a reason. */
export const UNDO_SECONDS = 60;

const proposedOf = ({ reason, seen, ...event }: EventInput): Proposed => ({
  ...event,
  id: '',
  show: true,
  sourceDate: null,
  note: '',
});

/**
 * Records an event of an obligation, as a correction or as one that was missing, and amends what was said of it, in one
 * transaction. What the treaty speaks against is kept once the person has seen it and given a reason; nothing is refused
 * that a State could have done. The same submission records once.
 */
export async function recordEvent(desk: RecordDesk, input: EventInput, change: RecordChange): Promise<RecordOutcome> {
  const refused = refusalOf(change.actor, input.state);
  if (refused !== null) return refused;
  const outcome = await once(desk.db, change.submission, (tx) => keep(tx, desk, input, change));
  desk.poke();
  return outcome;
}

async function once(db: Db, submission: string, work: (tx: Tx) => Promise<RecordOutcome>): Promise<RecordOutcome> {
  try {
    return await db.$transaction(work);
  } catch (error) {
    const id = isDuplicate(error) ? await db.$transaction((tx) => recordedBy(tx, submission)) : null;
    if (id === null) throw error;
    return { kind: 'kept', id };
  }
}

async function keep(tx: Tx, desk: RecordDesk, input: EventInput, change: RecordChange): Promise<RecordOutcome> {
  await holdState(tx, input.state);
  const done = await recordedBy(tx, change.submission);
  if (done !== null) return { kind: 'kept', id: done };
  const record = await readTreatyRecord(tx);
  const event = proposedOf(input);
  if (event.corrects !== null && !record.events.some(({ id }) => id === event.corrects)) return { kind: 'gone' };
  const warnings = warningsFor(event, record);
  const words = warnings.map((warning) => warningWords(warning, event));
  if (words.length > 0 && (input.reason === '' || words.some((each) => !input.seen.includes(each))))
    return { kind: 'warned', warnings: words };
  const kept = { reason: input.reason, warnings: words };
  const id = await writeEvent(tx, desk.ids, event, kept, change);
  await spread(tx, desk, event, change.at);
  await sayCorrection(tx, desk, id, change.at);
  return { kind: 'kept', id };
}

/** Undoes what was recorded, within a minute of it. */
export const undo = (desk: RecordDesk, id: string, change: Pick<RecordChange, 'actor' | 'at'>): Promise<BackOutcome> =>
  back(desk, id, null, change);

/** Takes back an event of the record at any time, with a reason: what it had corrected counts again. */
export const takeBack = (
  desk: RecordDesk,
  id: string,
  reason: string,
  change: Pick<RecordChange, 'actor' | 'at'>,
): Promise<BackOutcome> => back(desk, id, reason, change);

async function back(
  desk: RecordDesk,
  id: string,
  reason: string | null,
  change: Pick<RecordChange, 'actor' | 'at'>,
): Promise<BackOutcome> {
  const event = await desk.db.obligationEvent.findUnique({ where: { id } });
  if (event === null) return { kind: 'gone' };
  const refused = refusalOf(change.actor, event.iso3);
  if (refused !== null) return refused;
  const obligation: ObligationRef = {
    state: event.iso3,
    article: event.article === 3 ? 3 : 4,
    newRemnants: event.newRemnants,
  };
  const outcome = await desk.db.$transaction(async (tx): Promise<BackOutcome> => {
    await holdState(tx, event.iso3);
    const record = await readTreatyRecord(tx);
    if (!record.events.some((each) => each.id === id)) return { kind: 'gone' };
    if (reason === null && !isFresh(instantFrom(event.recordedAt), change.at, UNDO_SECONDS)) return { kind: 'too_old' };
    await retract(tx, id, reason, change);
    await spread(tx, desk, obligation, change.at);
    if (reason === null) await sayUndone(tx, id);
    else await sayCorrection(tx, desk, id, change.at);
    return { kind: 'taken_back', id };
  });
  desk.poke();
  return outcome;
}

/** What stands elsewhere follows: posted messages are amended, and the cards of requests that serve the date. */
async function spread(tx: Tx, desk: RecordDesk, obligation: ObligationRef, at: Temporal.Instant): Promise<void> {
  await amendObligation(tx, desk.ids, obligation, at);
  const theme = obligation.article === 3 ? 'STOCKPILE_DESTRUCTION' : 'SURVEY_AND_CLEARANCE';
  await sayCardsOf(tx, desk, { state: obligation.state, theme }, at);
}

const underDigests = (correction: Correction) => ({
  told: correction.told,
  message: (forDesk: boolean): Message => (forDesk ? correctionCard(correction) : correctionUnder(correction)),
});

/** Under each digest that gave the old value stands what became of it. */
async function sayCorrection(tx: Tx, { ids }: RecordDesk, id: string, at: Temporal.Instant): Promise<void> {
  const correction = await readCorrection(tx, id);
  if (correction === null || correction.difference === null) return;
  await sayUnderDigests(tx, ids, { key: `${correction.what}:${id}`, ...underDigests(correction) }, at);
}

/** What is undone within its minute is no correction of its own: what was said of it is changed in place. */
async function sayUndone(tx: Tx, id: string): Promise<void> {
  const correction = await readCorrection(tx, id);
  if (correction !== null) await changeUnderDigests(tx, { key: `recorded:${id}`, ...underDigests(correction) });
}

export { amendReports } from './amend-said.ts';
export { openCorrection } from './open-correction.ts';
export { type Refusal, refusalOf } from './refusal.ts';
export { reportToldOtherwise } from './report-told.ts';
export { listStateIn, showList } from './show-list.ts';
export { toldWords } from './told-words.ts';
export { changeUnderDigests, sayUnderDigests } from './under-digests.ts';
