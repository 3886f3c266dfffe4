import { Temporal } from 'temporal-polyfill';

/** Once a week, on a weekday (Monday is 1) at a time of day ("08:00") in an IANA zone. */
export interface Weekly {
  weekday: number;
  time: string;
  zone: string;
}

/**
 * The instant of the occurrence on `date`. Where the clocks are put forward over the time it comes an hour later by the
 * wall, where they are put back over it it comes at the first of the two: each local day has one, never none or two.
 */
const on = (date: Temporal.PlainDate, { time, zone }: Weekly): Temporal.Instant =>
  date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();

/** The latest occurrence at or before `at`. */
export function lastOccurrence(weekly: Weekly, at: Temporal.Instant): Temporal.Instant {
  const today = at.toZonedDateTimeISO(weekly.zone).toPlainDate();
  const date = today.subtract({ days: (today.dayOfWeek - weekly.weekday + 7) % 7 });
  const candidate = on(date, weekly);
  return Temporal.Instant.compare(candidate, at) <= 0 ? candidate : on(date.subtract({ days: 7 }), weekly);
}

/** The first occurrence after `at`. */
export function nextOccurrence(weekly: Weekly, at: Temporal.Instant): Temporal.Instant {
  const last = lastOccurrence(weekly, at).toZonedDateTimeISO(weekly.zone).toPlainDate();
  return on(last.add({ days: 7 }), weekly);
}

/** Whether `zone` is a time zone that exists. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The instant of a time of day on a date in a zone, by the same rule where the clocks are changed. */
export const instantOn = (date: string, time: string, zone: string): Temporal.Instant =>
  on(Temporal.PlainDate.from(date), { weekday: 0, time, zone });
