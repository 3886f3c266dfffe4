import { Temporal } from 'temporal-polyfill';
import { dateSeenFrom, monthName, span } from '../blocks/dates.ts';
import { type Day, yearOf } from '../treaty/day.ts';
import type { MeetingTime } from './calendar.ts';
import { dayIn, timeIn } from './time.ts';

type When = MeetingTime | { kind: 'month'; month: string };

/** "Zurich", "Buenos Aires", "UTC": a zone as people call it. */
export const townOfZone = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The first day on which it is, in its zone; of a month alone the first day of the month. */
export function firstDayOf(when: When, zone: string): Day {
  if (when.kind === 'timed') return dayIn(zone, Temporal.Instant.from(when.start));
  return when.kind === 'days' ? when.first : (`${when.month}-01` as Day);
}

/** The last day on which it is; one that ends at midnight is not on the day after. */
export function lastDayOf(when: When, zone: string): Day {
  if (when.kind === 'timed') return dayIn(zone, Temporal.Instant.from(when.end).subtract({ nanoseconds: 1 }));
  if (when.kind === 'days') return when.last;
  const first = Temporal.PlainDate.from(`${when.month}-01`);
  return first.with({ day: first.daysInMonth }).toString() as Day;
}

/** "Fri 22 Nov, 14:00–15:00", "Mon 23 Nov – Fri 27 Nov 2020", "February 2020": without the zone. */
export function timeWords(when: When, zone: string, today: Day): string {
  const [first, last] = [firstDayOf(when, zone), lastDayOf(when, zone)];
  if (when.kind === 'month') return `${monthName(when.month)} ${yearOf(first)}, no day yet`;
  if (when.kind === 'days') return first === last ? `${dateSeenFrom(today, first)}, all day` : span(first, last);
  const [start, end] = [Temporal.Instant.from(when.start), Temporal.Instant.from(when.end)];
  const [from, until] = [timeIn(zone, start), timeIn(zone, end)];
  const endDay = dayIn(zone, end);
  return endDay === first
    ? `${dateSeenFrom(today, first)}, ${from}–${until}`
    : `${dateSeenFrom(today, first)}, ${from} – ${dateSeenFrom(today, endDay)}, ${until}`;
}

/** The beginning alone: "Thu 21 Nov, 10:00". */
export const startWords = (when: When, zone: string, today: Day): string =>
  when.kind === 'timed'
    ? `${dateSeenFrom(today, firstDayOf(when, zone))}, ${timeIn(zone, Temporal.Instant.from(when.start))}`
    : timeWords(when, zone, today);

/** The same with its zone where it has one: "Fri 22 Nov, 14:00–15:00 (Zurich)". */
export const zonedWords = (when: When, zone: string, today: Day): string =>
  when.kind === 'timed' ? `${timeWords(when, zone, today)} (${townOfZone(zone)})` : timeWords(when, zone, today);
