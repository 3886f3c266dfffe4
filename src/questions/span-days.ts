import { addDays, type Day } from '../treaty/day.ts';
import type { MeetingFacts } from '../treaty/facts.ts';
import { meetingDaysOn } from '../treaty/meeting-dates.ts';
import type { Facts } from './facts.ts';
import type { Span } from './question.ts';

/** The meeting that a code names; the parts of a Conference held in parts stand for it once it was replaced. */
export const meetingOf = ({ record }: Pick<Facts, 'record'>, code: string): MeetingFacts | null =>
  record.meetings.find((meeting) => meeting.code === code) ?? null;

/** The days between which a span lies; null where it hangs on a meeting without days on record. */
export function daysOf({ from, until, meeting }: Span, facts: Facts): { from: Day | null; until: Day | null } | null {
  if (meeting === null) return { from, until };
  const found = meetingOf(facts, meeting.code);
  const days = found === null ? null : meetingDaysOn(found, facts.asOf);
  if (days === null) return null;
  return meeting.side === 'before'
    ? { from, until: earlier(until, addDays(days.first, -1)) }
    : { from: later(from, addDays(days.last, 1)), until };
}

const earlier = (a: Day | null, b: Day): Day => (a !== null && a < b ? a : b);
const later = (a: Day | null, b: Day): Day => (a !== null && a > b ? a : b);

/** Whether a day lies within; an open side holds every day. */
export const within = (on: Day, { from, until }: { from: Day | null; until: Day | null }): boolean =>
  (from === null || on >= from) && (until === null || on <= until);
