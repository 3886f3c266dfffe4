import { Temporal } from 'temporal-polyfill';
import type { MeetingTime, PlannedMeeting } from '../desk/calendar.ts';
import type { Window } from './remote-calendar.ts';

const DAY = 24;
const AHEAD = 400 * DAY;
const BACK = 60 * DAY;
/** No further ahead, however far a meeting is planned: Outlook unfolds every series over the window. */
const FURTHEST = 3 * 365 * DAY;

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const first = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b;

/** From when until when a meeting is; whole days are taken so wide that they hold in any zone. */
function spanOf(when: MeetingTime): { start: Temporal.Instant; end: Temporal.Instant } {
  if (when.kind === 'timed') return { start: instant(when.start), end: instant(when.end) };
  const start = instant(`${when.first}T00:00:00Z`).subtract({ hours: 14 });
  return { start, end: instant(`${when.last}T00:00:00Z`).add({ hours: DAY + 12 }) };
}

/** Whether it is within the window, by the rule that Outlook has: an end at its beginning is outside. */
export function within(when: MeetingTime, { from, until }: Window): boolean {
  const { start, end } = spanOf(when);
  return Temporal.Instant.compare(start, instant(until)) < 0 && Temporal.Instant.compare(end, instant(from)) > 0;
}

/** The span of time to be read: the one that is kept while it still serves, else one that will serve for months. */
export function windowFor(now: Temporal.Instant, local: readonly PlannedMeeting[], kept: Window | null): Window {
  const limit = now.add({ hours: FURTHEST });
  const last = local
    .map(({ fields }) => first(spanOf(fields.when).end, limit))
    .reduce((latest, end) => (Temporal.Instant.compare(end, latest) > 0 ? end : latest), now.add({ hours: 30 * DAY }));
  if (kept !== null && serves(kept, now, last)) return kept;
  const until = [now.add({ hours: AHEAD }), last.add({ hours: 30 * DAY })].toSorted(Temporal.Instant.compare).at(-1);
  return { from: text(now.subtract({ hours: BACK })), until: text(until ?? last) };
}

function serves({ from, until }: Window, now: Temporal.Instant, last: Temporal.Instant): boolean {
  const age = instant(from).until(now).total('hours');
  return age >= BACK / 2 && age <= 2 * BACK && Temporal.Instant.compare(last, instant(until)) <= 0;
}

const text = (at: Temporal.Instant): string => at.round('second').toString();
