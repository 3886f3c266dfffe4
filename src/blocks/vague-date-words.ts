import type { VagueDate } from '../treaty/facts.ts';
import { span } from './dates.ts';

/** A date as exactly as its source gives it: "31 Jul 2020", "Dec 2016", "by Aug 2019"; null when the source gives none. */
export function vagueWords({ text, precision }: VagueDate): string | null {
  if (precision === 'unknown' || text === '') return null;
  return precision === 'by' ? `by ${span(text, null)}` : span(text, null);
}
