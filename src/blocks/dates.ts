import { type Day, daysBetween, lastWorkingDay, weekday, yearOf } from '../treaty/day.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "November" for `2019-11` and for any day of it. */
export const monthName = (when: string): string => MONTHS[Number(when.slice(5, 7)) - 1] ?? '';
const dayNumber = (d: Day): number => Number(d.slice(8, 10));
const weekdayName = (d: Day): string => WEEKDAYS[weekday(d) - 1] ?? '';

/** "1 March 2022". */
export const longDate = (d: Day): string => `${dayNumber(d)} ${monthName(d)} ${yearOf(d)}`;

/** "1 Mar 2021". */
export const shortDate = (d: Day): string => `${dayNumber(d)} ${monthName(d).slice(0, 3)} ${yearOf(d)}`;

/** "Monday 18 November 2019". */
export const fullDate = (d: Day): string => `${weekdayName(d)} ${longDate(d)}`;

/** As lists and cards show a date from `today`: "Thu 28 Nov" in the same year and ahead, "Sun 23 Feb 2020" within a year ahead, else "1 Mar 2021". */
export function dateSeenFrom(today: Day, d: Day): string {
  const ahead = daysBetween(today, d);
  if (ahead < 0 || ahead > 366) return shortDate(d);
  const short = `${weekdayName(d).slice(0, 3)} ${dayNumber(d)} ${monthName(d).slice(0, 3)}`;
  return yearOf(d) === yearOf(today) ? short : `${short} ${yearOf(d)}`;
}

/** As sentences show a date from `today`: within a year ahead as lists do, with the last working day before a weekend; else "1 March 2022". */
export function dateInText(today: Day, d: Day): string {
  const ahead = daysBetween(today, d);
  if (ahead < 0 || ahead > 366) return longDate(d);
  const working = lastWorkingDay(d);
  const written = dateSeenFrom(today, d);
  return ahead === 0 || working === d ? written : `${written} (last working day ${dateSeenFrom(today, working)})`;
}

/** "10 days", "1 day", "today", "201 days ago". */
export function daysSeenFrom(today: Day, d: Day): string {
  const days = daysBetween(today, d);
  if (days === 0) return 'today';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'}${days < 0 ? ' ago' : ''}`;
}

/** "23–27 Nov 2020", "8 Jun 2020"; a month or year alone stays as it is: "Feb 2020". */
export function span(start: string, end: string | null): string {
  const [year = '', month, startDay] = start.split('-');
  if (month === undefined) return year;
  const name = (MONTHS[Number(month) - 1] ?? '').slice(0, 3);
  if (startDay === undefined) return `${name} ${year}`;
  const [endYear, endMonth, endDay] = (end ?? start).split('-');
  if (endDay === undefined || (endYear === year && endMonth === month && endDay === startDay))
    return `${Number(startDay)} ${name} ${year}`;
  if (endYear === year && endMonth === month) return `${Number(startDay)}–${Number(endDay)} ${name} ${year}`;
  return `${Number(startDay)} ${name} – ${Number(endDay)} ${(MONTHS[Number(endMonth) - 1] ?? '').slice(0, 3)} ${endYear}`;
}
