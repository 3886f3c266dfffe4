import { Temporal } from 'temporal-polyfill';
import { isZone } from '../../desk/schedule.ts';
import { ianaZone } from '../../desk/zones.ts';
import type { GraphTime, Recurrence, StoredEvent } from './event.ts';

export interface Span {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

export const instantOf = ({ dateTime, timeZone }: GraphTime): Temporal.Instant =>
  Temporal.PlainDateTime.from(dateTime).toZonedDateTime(ianaZone(timeZone)).toInstant();

/** The time in another zone, in Graph's form; a midnight of whole days is a label and keeps its day. */
export function timeIn(zone: string, time: GraphTime, allDay: boolean): GraphTime {
  const wall = allDay
    ? Temporal.PlainDateTime.from(time.dateTime)
    : instantOf(time).toZonedDateTimeISO(zone).toPlainDateTime();
  return { dateTime: `${wall.toString({ smallestUnit: 'second' })}.0000000`, timeZone: zone };
}

/** Whether an event overlaps the window: an end at its beginning is outside. */
export const overlaps = ({ start, end }: Span, window: Span): boolean =>
  Temporal.Instant.compare(start, window.end) < 0 && Temporal.Instant.compare(end, window.start) > 0;

export const spanOf = ({ start, end }: Pick<StoredEvent, 'start' | 'end'>): Span => ({
  start: instantOf(start),
  end: instantOf(end),
});

/** Whether the zone is one that Graph takes: those of Windows, and of those of IANA all, or none where it is set so. */
export const isZoneName = (zone: string, windowsAlone: boolean): boolean =>
  zone === 'UTC' || (windowsAlone ? ianaZone(zone) !== zone : isZone(ianaZone(zone)));

/** The days on which a series falls, the first included. */
export function daysOf({ pattern, range }: Recurrence): string[] {
  const last = Temporal.PlainDate.from(range.endDate);
  const first = Temporal.PlainDate.from(range.startDate);
  const unit = { daily: 'days', weekly: 'weeks', absoluteMonthly: 'months' }[pattern.type];
  const days: string[] = [];
  for (let at = 0; at < 500; at += 1) {
    const on = first.add({ [unit]: at * pattern.interval });
    if (Temporal.PlainDate.compare(on, last) > 0) break;
    days.push(on.toString());
  }
  return days;
}

/** Start and end of the occurrence on a day. */
export function occurrenceOn(event: StoredEvent, on: string): { start: GraphTime; end: GraphTime } {
  const moved = event.exceptions[on];
  if (moved !== undefined) return moved;
  const [start, end] = [event.start, event.end].map(({ dateTime }) => Temporal.PlainDateTime.from(dateTime));
  const days = Temporal.PlainDate.from(event.start.dateTime.slice(0, 10)).until(on, { largestUnit: 'days' }).days;
  const shifted = (time: Temporal.PlainDateTime | undefined, zone: string): GraphTime => ({
    dateTime: (time ?? Temporal.PlainDateTime.from(`${on}T00:00`)).add({ days }).toString(),
    timeZone: zone,
  });
  return { start: shifted(start, event.start.timeZone), end: shifted(end, event.end.timeZone) };
}

/** Whether the occurrence of `on`, moved there, would pass the one before or after it, or come to stand on its day: Exchange takes neither. */
export function crosses(event: StoredEvent, on: string, { start, end }: Pick<StoredEvent, 'start' | 'end'>): boolean {
  if (event.recurrence === null) return false;
  const days = daysOf(event.recurrence).filter((day) => !event.removedDays.includes(day));
  const at = days.indexOf(on);
  const [before, after] = [days[at - 1], days[at + 1]].map((day) =>
    day === undefined ? null : occurrenceOn(event, day),
  );
  const dayOf = (time: GraphTime): string => time.dateTime.slice(0, 10);
  return (before != null && dayOf(start) <= dayOf(before.end)) || (after != null && dayOf(end) >= dayOf(after.start));
}
