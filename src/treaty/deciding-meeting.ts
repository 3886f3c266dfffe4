import { addMonths, type Day, daysBetween, parseDay } from './day.ts';
import type { MeetingFacts } from './facts.ts';
import { onceFor } from './grouped.ts';

/** The meeting that decides an extension request, and the day by which the request must be in. */
export interface DecidingMeeting {
  meeting: MeetingFacts;
  /** Null where the first plan of the meeting is not on record to the day. */
  submitBy: Day | null;
}

const LONGEST_BEFORE_DAYS = 400;
const MONTHS_BEFORE = 9;

const dayIn = (text: string | null): Day | null => (text === null ? null : parseDay(text));

/** A Meeting of States Parties or Review Conference (Art. 11.2, 12.2(c)) with the first days of its plan and of itself. */
interface Candidate {
  meeting: MeetingFacts;
  planned: Day | null;
  held: Day | null;
}

/** The meetings that may decide. The parts in which a Conference was held in the end set no date of their own: its first plan did. */
const candidatesAmong = onceFor((meetings: readonly MeetingFacts[]): readonly Candidate[] => {
  const parts = new Set(meetings.flatMap((meeting) => meeting.replacedBy));
  return meetings
    .filter(({ type, code }) => (type === 'MSP' || type === 'RC') && !parts.has(code))
    .map((meeting) => ({ meeting, planned: dayIn(meeting.plannedStart), held: dayIn(meeting.actualStart) }));
});

/**
 * The day on which a meeting starts as far as anybody could know on `asOf`; null when it was not fixed or not known then.
 * A plan without a day of notice is known from its first day, a move from the planned first day at the latest.
 */
function knownStart({ meeting: { knownFrom }, planned, held }: Candidate, asOf: Day): Day | null {
  const begun = planned !== null && planned <= asOf;
  if (held !== null && (held <= asOf || begun)) return held;
  return begun || (knownFrom !== null && knownFrom <= asOf) ? planned : null;
}

/**
 * The meeting that would decide a request to extend `deadline`, among those known on `asOf`: the last Meeting of States
 * Parties or Review Conference (Art. 11.2, 12.2(c)) that starts on or before the deadline and at most 400 days before it.
 * The request is due nine months before its first planned day (Art. 3.5, 4.6). Null: not fixed yet.
 */
export function decidingMeeting(deadline: Day, meetings: readonly MeetingFacts[], asOf: Day): DecidingMeeting | null {
  let last: { candidate: Candidate; start: Day } | null = null;
  for (const candidate of candidatesAmong(meetings)) {
    const start = knownStart(candidate, asOf);
    if (start === null || start > deadline || daysBetween(start, deadline) > LONGEST_BEFORE_DAYS) continue;
    if (last === null || start > last.start) last = { candidate, start };
  }
  if (last === null) return null;
  const { meeting, planned, held } = last.candidate;
  const first = planned ?? held;
  return { meeting, submitBy: first === null ? null : addMonths(first, -MONTHS_BEFORE) };
}
