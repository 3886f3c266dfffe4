import { longDate, shortDate } from '../../blocks/dates.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import type { ObligationOn } from '../../treaty/obligation.ts';

/** What the record says of an obligation, in the few words that a correction strikes and replaces. */
export function valueWords(obligation: ObligationOn | null): string {
  if (obligation === null) return 'no obligation on record';
  const { ended, doubt, due } = obligation;
  if (ended !== null) {
    const when = vagueWords(ended.date);
    const what = ended.event.event === 'no_obligation_confirmed' ? 'no obligation, confirmed' : 'completed';
    return when === null ? what : `${what} ${when}`;
  }
  return doubt === 'low_confidence' ? `to be confirmed, ${longDate(due)} if it applies` : longDate(due);
}

/** The dates under which messages have shown it: "1 April 2021", "1 Apr 2021"; also where a weekday stands before them. */
export function datesShown(obligation: ObligationOn | null): readonly string[] {
  if (obligation === null) return [];
  const { ended, due } = obligation;
  if (ended !== null) return [vagueWords(ended.date)].filter((words) => words !== null);
  // Within the same year a date ahead is shown without its year.
  return [longDate(due), shortDate(due), shortDate(due).replace(/ \d{4}$/, '')];
}
