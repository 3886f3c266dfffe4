import { Temporal } from 'temporal-polyfill';
import { type Day, day } from '../treaty/day.ts';

/** The desk's clock, for all that people see; in the sandbox it can be moved. Leases and triggers use the machine's. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The seat of the Implementation Support Unit: the desk's day begins and ends there. */
export const DESK_ZONE = 'Europe/Zurich';

const FIRST_DAY = day('2008-01-01');
const LAST_DAY = day('2099-12-31');
const BEGINS = Temporal.Instant.from('2008-01-01T00:00+01:00');
const ENDS = Temporal.Instant.from('2100-01-01T00:00+01:00');

/** The days at which the desk may be asked to stand, in words: from the year of the Convention on, and no further than its dates can be counted. */
export const DESK_SPAN = '1 January 2008 to 31 December 2099';

/** Whether the desk may be asked as of `on`. */
export const isDeskDay = (on: Day): boolean => on >= FIRST_DAY && on <= LAST_DAY;

/** Whether the desk's clock may be set to `at`. */
export const isDeskTime = (at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, BEGINS) >= 0 && Temporal.Instant.compare(at, ENDS) < 0;

/** The calendar day at `at` in `zone` (IANA name). */
export const dayIn = (zone: string, at: Temporal.Instant): Day =>
  day(at.toZonedDateTimeISO(zone).toPlainDate().toString());

/** The desk's today, in Geneva. */
export const deskToday = (clock: Clock): Day => dayIn(DESK_ZONE, clock.now());

/** The last instant of a day of the desk, to the millisecond. */
export const endOfDeskDay = (on: Day): Temporal.Instant =>
  Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime(DESK_ZONE).toInstant().subtract({ milliseconds: 1 });

/** "08:05" at `at` in `zone`. */
export const timeIn = (zone: string, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The machine's own clock. */
export const machineClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that begins at `start` when it is made, and runs on with `machine` unless `frozen`. */
export function clockFrom(start: Temporal.Instant, frozen: boolean, machine: Clock = machineClock): Clock {
  const begun = machine.now();
  return { now: () => (frozen ? start : start.add(begun.until(machine.now()))) };
}
