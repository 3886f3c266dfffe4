import { longDate } from '../blocks/dates.ts';
import { dateAtStart, type Yearless } from '../questions/written-date.ts';
import type { Day } from '../treaty/day.ts';
import type { VagueDate } from '../treaty/facts.ts';

type Read<T> = { ok: true; value: T } | { ok: false; problem: string };

const written = (text: string, today: Day, yearless: Yearless) => {
  const found = dateAtStart(text, today, yearless);
  return found === null || found.rest.replace(/[.\s]+$/, '') !== '' ? null : found.date;
};

/** A date as exactly as its source has it: a day, a month, a year, or one of them with "by" before it. It cannot lie ahead. */
export function readVagueDate(typed: string, today: Day): Read<VagueDate> {
  const [, by, text = ''] = /^\s*(by|before|on or before)?\s*(.*?)\s*$/is.exec(typed) ?? [];
  if (text === '') return { ok: false, problem: 'Please say when, as exactly as the source has it; a year is enough.' };
  const date = written(text, today, 'past');
  if (date === null)
    return {
      ok: false,
      problem: `“${text}” cannot be read as a date. For example: 4 Sep 2019, Sep 2019, 2019, by Aug 2019.`,
    };
  if (date.kind === 'no_such_day') return { ok: false, problem: `There is no ${date.text} in the calendar.` };
  const [start, whole] = date.kind === 'day' ? [date.day, date.day] : [date.from, periodOf(date.from, date.until)];
  if (start > today) return { ok: false, problem: `That has not come yet: today is ${longDate(today)}.` };
  const precision = by ? 'by' : whole.length === 10 ? 'day' : whole.length === 7 ? 'month' : 'year';
  return { ok: true, value: { text: whole, precision } };
}

/** `2019-09` for a month, `2019` for a year. */
const periodOf = (from: Day, until: Day): string =>
  from.slice(0, 7) === until.slice(0, 7) ? from.slice(0, 7) : from.slice(0, 4);

/** A deadline, which the treaty and its meetings always give to the day; null where nothing was typed. */
export function readDeadline(typed: string, today: Day): Read<Day | null> {
  const text = typed.trim().replace(/^until\s+/i, '');
  if (text === '') return { ok: true, value: null };
  const date = written(text, today, 'ahead');
  if (date === null) return { ok: false, problem: `“${text}” cannot be read as a date. For example: 1 October 2020.` };
  if (date.kind === 'no_such_day') return { ok: false, problem: `There is no ${date.text} in the calendar.` };
  return date.kind === 'day'
    ? { ok: true, value: date.day }
    : { ok: false, problem: 'A deadline is a day: please give it in full, as 1 October 2020.' };
}
