import { addDays, type Day } from '../treaty/day.ts';
import { dateAtStart, type WrittenDate } from './written-date.ts';

/** The stretch of time named in a text, and the text without it. */
export interface Window {
  from: Day | null;
  until: Day | null;
  /** The year, when a whole year and nothing else was named. */
  year: number | null;
  rest: string;
}

export type WindowReading = { kind: 'read'; window: Window } | { kind: 'no_such_day'; text: string };

const BOUND =
  /(?:^|\s)((?:by|until|till|before)(?: the)? end of|before|until|till|by|after|since|from|in|during|for|on)\s*$/i;
const OPEN = /^(?:before|until|till|by)\b/i;
const ONWARD = /^(?:after|since|from)$/i;

/** The first date, month or year in `text` with the word that bounds it: "before 1 March 2021", "in 2021". */
export function windowIn(text: string, today: Day): WindowReading {
  for (const { index } of text.matchAll(/(?<=^|\s)\S/g)) {
    const found = dateAtStart(text.slice(index), today, 'ahead');
    if (found === null) continue;
    if (found.date.kind === 'no_such_day') return found.date;
    const before = text.slice(0, index);
    const bound = BOUND.exec(before);
    const rest = `${bound ? before.slice(0, bound.index) : before} ${found.rest}`.trim();
    return { kind: 'read', window: { ...limits(found.date, bound?.[1] ?? ''), rest } };
  }
  return { kind: 'read', window: { from: null, until: null, year: null, rest: text } };
}

function limits(date: Exclude<WrittenDate, { kind: 'no_such_day' }>, bound: string): Omit<Window, 'rest'> {
  const [from, until] = date.kind === 'day' ? [date.day, date.day] : [date.from, date.until];
  const wholeYear = date.kind === 'period' && from.endsWith('-01-01') && until.endsWith('-12-31');
  if (OPEN.test(bound)) return { from: null, until: /^before$/i.test(bound) ? addDays(from, -1) : until, year: null };
  if (ONWARD.test(bound)) return { from: /after/i.test(bound) ? addDays(until, 1) : from, until: null, year: null };
  return { from, until, year: wholeYear ? Number(from.slice(0, 4)) : null };
}
