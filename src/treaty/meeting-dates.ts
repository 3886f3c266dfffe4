import { type Day, parseDay } from './day.ts';
import type { MeetingFacts } from './facts.ts';

/** When a meeting begins and ends, as exactly as the record has it: `YYYY`, `YYYY-MM` or a day. */
export interface MeetingDates {
  start: string | null;
  end: string | null;
}

/** The dates of a meeting as known on `asOf`: its plan, and from the planned first day on what became of it. */
export function meetingDatesOn(
  { plannedStart, plannedEnd, actualStart, actualEnd }: MeetingFacts,
  asOf: Day,
): MeetingDates {
  const moved = actualStart !== null && (plannedStart === null || plannedStart <= asOf || actualStart <= asOf);
  return moved
    ? { start: actualStart, end: actualEnd ?? actualStart }
    : { start: plannedStart, end: plannedEnd ?? plannedStart };
}

/** The first and last day of a meeting as known on `asOf`; null when they are not fixed to the day. */
export function meetingDaysOn(meeting: MeetingFacts, asOf: Day): { first: Day; last: Day } | null {
  const { start, end } = meetingDatesOn(meeting, asOf);
  const first = parseDay(start ?? '');
  return first === null ? null : { first, last: parseDay(end ?? '') ?? first };
}

/** The meetings that are known on `asOf` and were not by then replaced by others. */
export function meetingsKnownOn(meetings: readonly MeetingFacts[], asOf: Day): readonly MeetingFacts[] {
  const known = meetings.filter(
    ({ knownFrom, actualStart }) =>
      (knownFrom !== null && knownFrom <= asOf) || (actualStart !== null && actualStart <= asOf),
  );
  const codes = new Set(known.map(({ code }) => code));
  return known.filter(({ replacedBy }) => !replacedBy.some((code) => codes.has(code)));
}

/** The Meeting of States Parties or Review Conference that was sitting on `on`; null when none was. */
export const meetingDuring = (on: Day | null, meetings: readonly MeetingFacts[]): MeetingFacts | null =>
  meetings.find(
    ({ type, actualStart, actualEnd }) =>
      on !== null &&
      (type === 'MSP' || type === 'RC') &&
      actualStart !== null &&
      actualStart <= on &&
      on <= (actualEnd ?? actualStart),
  ) ?? null;
