import { type CalendarDate, dateAfter1970, daysInMonth, daysSince1970 } from './calendar.ts';

declare const dayBrand: unique symbol;

/** A calendar day as `YYYY-MM-DD`, known to exist; compares correctly with `<` and `>`. Treaty dates are days, never instants. */
export type Day = string & { readonly [dayBrand]: 'Day' };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The number that the digits of `text` write from `at` up to `end`. */
function digits(text: string, at: number, end: number): number {
  let number = 0;
  for (let place = at; place < end; place += 1) number = 10 * number + text.charCodeAt(place) - 48;
  return number;
}

const numbersOf = (text: string): CalendarDate => ({
  year: digits(text, 0, 4),
  month: digits(text, 5, 7),
  day: digits(text, 8, 10),
});

const written = ({ year, month, day: number }: CalendarDate): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}` as Day;

/** The day written in `text`, or null when it is not `YYYY-MM-DD` or does not exist (30 February). */
export function parseDay(text: string): Day | null {
  if (!SHAPE.test(text)) return null;
  const { year, month, day: number } = numbersOf(text);
  return month >= 1 && month <= 12 && number >= 1 && number <= daysInMonth(year, month) ? (text as Day) : null;
}

/** The day written in `text`; throws RangeError when there is none. For constants and data already checked. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`Not a calendar day: ${text}`);
  return parsed;
}

const numberOf = (d: Day): number => daysSince1970(numbersOf(d));
const FIRST = daysSince1970({ year: 0, month: 1, day: 1 });
const LAST = daysSince1970({ year: 9999, month: 12, day: 31 });

/** `d` moved by whole days; negative goes back. Four digits of a year are all there are: it stops at their ends. */
export const addDays = (d: Day, days: number): Day =>
  written(dateAfter1970(Math.min(LAST, Math.max(FIRST, numberOf(d) + days))));

/** `d` moved by whole months; a day that the target month lacks becomes its last day. */
export function addMonths(d: Day, months: number): Day {
  const { year, month, day: number } = numbersOf(d);
  const target = Math.min(9999 * 12 + 11, Math.max(0, year * 12 + month - 1 + months));
  const [inYear, inMonth] = [Math.floor(target / 12), (target % 12) + 1];
  return written({ year: inYear, month: inMonth, day: Math.min(number, daysInMonth(inYear, inMonth)) });
}

/** `d` moved by whole years; 29 February becomes 28 February where the year has none. */
export const addYears = (d: Day, years: number): Day => addMonths(d, years * 12);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** Monday is 1, Sunday is 7. */
export const weekday = (d: Day): number => {
  // 1 January 1970 was a Thursday.
  const sinceMonday = (numberOf(d) + 3) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
};

/** The last day of the month of `d`. */
export const endOfMonth = (d: Day): Day => {
  const { year, month } = numbersOf(d);
  return written({ year, month, day: daysInMonth(year, month) });
};

/** The year of `d`. */
export const yearOf = (d: Day): number => Number(d.slice(0, 4));

/** The Monday of the week of `d`. */
export const mondayOf = (d: Day): Day => addDays(d, 1 - weekday(d));

/** The last working day on or before `d`: a Friday for a Saturday or Sunday, else `d`. Holidays are not known. */
export const lastWorkingDay = (d: Day): Day => addDays(d, -Math.max(0, weekday(d) - 5));
