import { Temporal } from 'temporal-polyfill';
import type { GraphTime, Recurrence, StoredEvent } from './event.ts';

export interface Span {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

export const instantOf = ({ dateTime, timeZone }: GraphTime): Temporal.Instant =>
  Temporal.PlainDateTime.from(dateTime).toZonedDateTime(timeZone).toInstant();

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

/** Whether the zone is one that Graph takes: here, those of IANA. */
export function isZoneName(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

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
  const moved = event.exceptions.get(on);
  if (moved !== undefined) return moved;
  const [start, end] = [event.start, event.end].map(({ dateTime }) => Temporal.PlainDateTime.from(dateTime));
  const days = Temporal.PlainDate.from(event.start.dateTime.slice(0, 10)).until(on, { largestUnit: 'days' }).days;
  const shifted = (time: Temporal.PlainDateTime | undefined, zone: string): GraphTime => ({
    dateTime: (time ?? Temporal.PlainDateTime.from(`${on}T00:00`)).add({ days }).toString(),
    timeZone: zone,
  });
  return { start: shifted(start, event.start.timeZone), end: shifted(end, event.end.timeZone) };
}
