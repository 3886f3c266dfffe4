import { Temporal } from 'temporal-polyfill';

declare const dayBrand: unique symbol;

/** A calendar day as `YYYY-MM-DD`, known to exist; compares correctly with `<` and `>`. Treaty dates are days, never instants. */
export type Day = string & { readonly [dayBrand]: 'Day' };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day written in `text`, or null when it is not `YYYY-MM-DD` or does not exist (30 February). */
export function parseDay(text: string): Day | null {
  if (!SHAPE.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day;
  } catch {
    return null;
  }
}

/** The day written in `text`; throws RangeError when there is none. For constants and data already checked. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`Not a calendar day: ${text}`);
  return parsed;
}

const plain = (d: Day): Temporal.PlainDate => Temporal.PlainDate.from(d);
const asDay = (p: Temporal.PlainDate): Day => p.toString() as Day;

/** `d` moved by whole days; negative goes back. */
export const addDays = (d: Day, days: number): Day => asDay(plain(d).add({ days }));

/** `d` moved by whole months; a day that the target month lacks becomes its last day. */
export const addMonths = (d: Day, months: number): Day => asDay(plain(d).add({ months }));

/** `d` moved by whole years; 29 February becomes 28 February where the year has none. */
export const addYears = (d: Day, years: number): Day => asDay(plain(d).add({ years }));

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => plain(from).until(plain(to), { largestUnit: 'days' }).days;

/** Monday is 1, Sunday is 7. */
export const weekday = (d: Day): number => plain(d).dayOfWeek;

/** The last day of the month of `d`. */
export const endOfMonth = (d: Day): Day => asDay(plain(d).with({ day: plain(d).daysInMonth }));

/** The year of `d`. */
export const yearOf = (d: Day): number => plain(d).year;

/** The Monday of the week of `d`. */
export const mondayOf = (d: Day): Day => addDays(d, 1 - weekday(d));

/** The last working day on or before `d`: a Friday for a Saturday or Sunday, else `d`. Holidays are not known. */
export const lastWorkingDay = (d: Day): Day => addDays(d, -Math.max(0, weekday(d) - 5));
