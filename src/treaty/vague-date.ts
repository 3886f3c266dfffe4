import { type Day, day, endOfMonth, parseDay } from './day.ts';
import type { VagueDate } from './facts.ts';

/** The first day that a date as vague as its source can mean; null when it is unknown. */
export function startOf({ text, precision }: VagueDate): Day | null {
  if (precision === 'unknown' || text === '') return null;
  if (text.length === 4) return day(`${text}-01-01`);
  return text.length === 7 ? day(`${text}-01`) : parseDay(text);
}

/** The last day that it can mean: a vague date counts from then on. */
export function endOf({ text, precision }: VagueDate): Day | null {
  if (precision === 'unknown' || text === '') return null;
  if (text.length === 4) return day(`${text}-12-31`);
  return text.length === 7 ? endOfMonth(day(`${text}-01`)) : parseDay(text);
}
