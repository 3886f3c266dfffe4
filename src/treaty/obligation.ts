import { type Day, parseDay } from './day.ts';
import type { Confidence, MeetingFacts, ObligationEvent, VagueDate } from './facts.ts';
import { endOf, startOf } from './vague-date.ts';

/** Why a status is uncertain. */
type Doubt = 'low_confidence' | 'request_pending' | 'vague_event';

/** What the record says of one obligation on a date: a fold over its events up to that date. */
export interface ObligationOn {
  status: 'completed' | 'uncertain' | 'overdue' | 'extended' | 'open';
  doubt: Doubt | null;
  due: Day;
  originalDue: Day;
  confidence: Confidence;
  /** The event that set the deadline. */
  base: ObligationEvent;
  /** The latest grant in effect. */
  granted: ObligationEvent | null;
  /** How many grants are in effect one after the other. */
  grants: number;
  /** The deadline that the latest grant replaced. */
  replaced: Day | null;
  announced: ObligationEvent | null;
  /** A declaration of compliance (Art. 4.1(c)): not the same as the completion, and of another date. */
  declared: ObligationEvent | null;
  /** A request received after the latest decision, whose outcome is not on record. */
  pending: ObligationEvent | null;
  /** The event that ended it, and the date as its source gives it. */
  ended: { event: ObligationEvent; date: VagueDate } | null;
  /** The events that count on the date, oldest first. */
  events: readonly ObligationEvent[];
}

const CHANGES: readonly ObligationEvent['event'][] = [
  'extension_granted',
  'extension_not_granted',
  'completed',
  'declared',
  'reopened',
  'no_obligation_confirmed',
  'extension_requested',
];
// Who declares compliance has completed: where the completion itself is not on record the declaration stands for it.
const ENDS: readonly ObligationEvent['event'][] = ['completed', 'no_obligation_confirmed', 'declared'];
const DECISIONS: readonly ObligationEvent['event'][] = ['extension_granted', 'extension_not_granted'];

/** The day from which an event counts: the end of a vague period; a vague request from the meeting that considered it, if that is earlier. */
export function countsFrom(event: ObligationEvent, meetings: readonly MeetingFacts[]): Day | null {
  const end = endOf(event.date) ?? (ENDS.includes(event.event) ? event.sourceDate : null);
  if (end === null || event.event !== 'extension_requested' || event.date.precision === 'day') return end;
  const considered = meetings.find(({ code }) => code === event.meeting);
  const start = considered ? parseDay(considered.actualStart ?? considered.plannedStart ?? '') : null;
  return start !== null && start < end ? start : end;
}

/** An event with the day from which it counts. */
export interface Dated {
  event: ObligationEvent;
  from: Day;
  rank: number;
}

/** The events that may be shown and have a date to count from, oldest first. */
export function inOrder(all: readonly ObligationEvent[], meetings: readonly MeetingFacts[]): readonly Dated[] {
  const dated: Dated[] = [];
  for (const event of all) {
    const from = event.show ? countsFrom(event, meetings) : null;
    if (from !== null) dated.push({ event, from, rank: ORDER.indexOf(event.event) });
  }
  return dated.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.rank - b.rank));
}

const lower = (a: Confidence, b: Confidence): Confidence =>
  a === 'low' || b === 'low' ? 'low' : a === 'medium' || b === 'medium' ? 'medium' : 'high';

/** What one State's events under one article (Art. 3 or 4) amount to on `asOf`; null where the record has no obligation by then. */
export const obligationOn = (
  all: readonly ObligationEvent[],
  meetings: readonly MeetingFacts[],
  asOf: Day,
): ObligationOn | null => obligationFrom(inOrder(all, meetings), asOf);

/** The same of events that are already dated and in order. */
export function obligationFrom(dated: readonly Dated[], asOf: Day): ObligationOn | null {
  const past = dated.filter(({ from }) => from <= asOf);
  const base = past.find(({ event }) => event.event === 'obligation' || event.event === 'obligation_unclear')?.event;
  if (base?.until == null) return null;
  const since = sinceReopened(past);
  const grants = since
    .filter(({ event }) => event.event === 'extension_granted' && event.until !== null)
    .map(({ event }) => event);
  const granted = grants.at(-1) ?? null;
  const requested = since.findLast(({ event }) => event.event === 'extension_requested')?.event ?? null;
  const decidedAt = since.findLastIndex(({ event }) => DECISIONS.includes(event.event));
  const pending = requested && since.findLastIndex(({ event }) => event === requested) > decidedAt ? requested : null;
  const declared = since.find(({ event }) => event.event === 'declared')?.event ?? null;
  const ending = since.find(({ event }) => event.event !== 'declared' && ENDS.includes(event.event))?.event ?? declared;
  const due = granted?.until ?? base.until;
  const confidence =
    ending?.confidence ??
    (granted ? lower(granted.confidence, base.confidence === 'low' ? 'low' : 'high') : base.confidence);
  const inside = dated.some(
    ({ event, from }) =>
      from > asOf &&
      insidePeriod(event, from, asOf) &&
      CHANGES.includes(event.event) &&
      (event.event !== 'extension_requested' || asOf > due),
  );
  const { status, doubt } = statusOf({
    ended: ending !== null,
    low: confidence === 'low',
    inside,
    passed: asOf > due,
    pending: pending !== null,
    extended: granted !== null,
  });
  return {
    status,
    doubt,
    due,
    originalDue: base.until,
    confidence,
    base,
    granted,
    grants: grants.length,
    replaced: granted ? (grants.at(-2)?.until ?? base.until) : null,
    announced: since.findLast(({ event }) => event.event === 'extension_announced')?.event ?? null,
    declared,
    pending,
    ended: ending ? { event: ending, date: ending.date } : null,
    events: past.map(({ event }) => event),
  };
}

// Of events on one day: what was asked before what was granted, and the end last.
const ORDER: readonly ObligationEvent['event'][] = [
  'obligation',
  'obligation_unclear',
  'reopened',
  'extension_announced',
  'extension_requested',
  'extension_granted',
  'extension_not_granted',
  'review',
  'completed',
  'declared',
  'no_obligation_confirmed',
];

/** The events that still count: those after a completion was undone, with the obligation itself. */
function sinceReopened(past: readonly Dated[]): readonly Dated[] {
  const reopened = past.findLastIndex(({ event }) => event.event === 'reopened');
  return past.filter(({ event }, at) => at > reopened || !ENDS.includes(event.event));
}

const insidePeriod = (event: ObligationEvent, from: Day, asOf: Day): boolean => {
  const start = startOf(event.date);
  return start !== null && event.date.precision !== 'day' && start <= asOf && asOf < from;
};

interface Facets {
  ended: boolean;
  low: boolean;
  inside: boolean;
  passed: boolean;
  pending: boolean;
  extended: boolean;
}

function statusOf({ ended, low, inside, passed, pending, extended }: Facets): Pick<ObligationOn, 'status' | 'doubt'> {
  if (ended && !low) return { status: 'completed', doubt: null };
  if (low) return { status: 'uncertain', doubt: 'low_confidence' };
  if (inside) return { status: 'uncertain', doubt: 'vague_event' };
  if (passed) return pending ? { status: 'uncertain', doubt: 'request_pending' } : { status: 'overdue', doubt: null };
  return { status: extended ? 'extended' : 'open', doubt: null };
}
