import { Temporal } from 'temporal-polyfill';
import { instantOn } from '../../desk/schedule.ts';
import { addDays, type Day, daysBetween, lastWorkingDay } from '../../treaty/day.ts';

/** Days before a date of the treaty on which whoever follows the State is told; 365 and 180 are in the digest only. */
export const TREATY_LADDER = [90, 30, 7, 1] as const;
/** The same for a follow-up. */
export const FOLLOW_UP_LADDER = [3, 1, 0] as const;
/** A request that was relayed is asked about after so many days, and again after as many. */
const RELAYED_DAYS = 14;

/** When the reminders of a day are told, by the clock of whoever they are for. */
export const REMINDED_AT = '09:00';

/** One rung of a ladder: how many days before, and the working day on which it is told. */
export interface Rung {
  days: number;
  day: Day;
}

/** The days that one reminder covers: those after `after`, up to and with `on`. */
export interface Window {
  /** The last day on which the person was reminded, or would have been; null for the first. */
  after: Day | null;
  on: Day;
  zone: string;
}

/**
 * The rung towards `due` that is to be told: of several that were missed the last alone, never one that lay before
 * `since`. A rung on a Saturday or Sunday is told on the Friday before.
 */
export function rungDue(
  due: Day,
  ladder: readonly number[],
  { after, on, zone }: Window,
  since: Temporal.Instant | null,
): Rung | null {
  const isNew = (day: Day): boolean => {
    if (after !== null && day <= after) return false;
    if (since === null) return after !== null || day === on;
    return Temporal.Instant.compare(instantOn(day, REMINDED_AT, zone), since) > 0;
  };
  const reached = ladder
    .map((days) => ({ days, day: lastWorkingDay(addDays(due, -days)) }))
    .filter(({ day }) => day <= on && isNew(day));
  return reached.at(-1) ?? null;
}

/** The last day on or before `on` on which a request relayed on `relayed` is asked about; null while it is too early. */
export function askedAbout(relayed: Day, on: Day): Day | null {
  const passed = Math.floor(daysBetween(relayed, on) / RELAYED_DAYS);
  return passed < 1 ? null : addDays(relayed, passed * RELAYED_DAYS);
}
