import { dateAtStart, type WrittenDate } from '../../questions/written-date.ts';
import { addDays, addMonths, addYears, type Day, day, endOfMonth, mondayOf, yearOf } from '../../treaty/day.ts';

/** The window that a text begins with, and what follows it; a bound that is not named stays as it was. */
export type WindowRead =
  | { kind: 'window'; from?: Day; until?: Day; openEnded: boolean; rest: string }
  | { kind: 'no_such_day'; text: string };

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const unitOf = (text: string): Unit =>
  (['day', 'week', 'month', 'quarter', 'year'] as const).find((unit) => text.toLowerCase().startsWith(unit)) ?? 'day';

function moved(from: Day, count: number, unit: Unit): Day {
  switch (unit) {
    case 'day':
      return addDays(from, count);
    case 'week':
      return addDays(from, 7 * count);
    case 'month':
      return addMonths(from, count);
    case 'quarter':
      return addMonths(from, 3 * count);
    case 'year':
      return addYears(from, count);
  }
}

/** The calendar week, month, quarter or year in which `on` lies. */
function around(on: Day, unit: Unit): { from: Day; until: Day } {
  const month = Number(on.slice(5, 7));
  switch (unit) {
    case 'day':
      return { from: on, until: on };
    case 'week':
      return { from: mondayOf(on), until: addDays(mondayOf(on), 6) };
    case 'month':
      return { from: day(`${on.slice(0, 7)}-01`), until: endOfMonth(on) };
    case 'quarter': {
      const first = month - ((month - 1) % 3);
      const from = day(`${on.slice(0, 4)}-${String(first).padStart(2, '0')}-01`);
      return { from, until: endOfMonth(addMonths(from, 2)) };
    }
    case 'year':
      return { from: day(`${yearOf(on)}-01-01`), until: day(`${yearOf(on)}-12-31`) };
  }
}

/** The calendar week, month, quarter or year before or after the one in which `on` lies. */
function beside(on: Day, count: 1 | -1, unit: Unit): [from: Day, until: Day] {
  const { from, until } = around(moved(around(on, unit).from, count, unit), unit);
  return [from, until];
}

/** "Next week" is the one after this one; "the next week" and "the next 7 days" begin today. */
const isCalendar = ([text, count]: RegExpExecArray): boolean => count === undefined && !/\bthe\b/i.test(text);

const DAYS: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1 };
const ONE_DAY = /^(?:(?:due|on)\s+)?(today|tomorrow|yesterday)(?![\w-])/i;
const UNIT = '(days?|weeks?|months?|quarters?|years?)';
const AHEAD = new RegExp(
  `^(?:(?:in|within|over|during|for)\\s+)?(?:the\\s+)?(?:next|coming|following)\\s+(\\d{1,4})?\\s*${UNIT}(?![\\w-])`,
  'i',
);
const WITHIN = new RegExp(`^(?:in|within)\\s+(\\d{1,4})\\s*${UNIT}(?![\\w-])`, 'i');
const BEHIND = new RegExp(
  `^(?:(?:in|within|over|during|for)\\s+)?(?:the\\s+)?(?:last|past|previous)\\s+(\\d{1,4})?\\s*${UNIT}(?![\\w-])`,
  'i',
);
const THIS = new RegExp(`^(?:(?:in|within|during|for)\\s+)?this\\s+${UNIT}(?![\\w-])`, 'i');

function relative(text: string, today: Day): WindowRead | null {
  const window = (found: RegExpExecArray, from: Day, until: Day): WindowRead => ({
    kind: 'window',
    from,
    until,
    openEnded: false,
    rest: text.slice(found[0].length),
  });
  const one = ONE_DAY.exec(text);
  if (one !== null) {
    const on = addDays(today, DAYS[(one[1] ?? '').toLowerCase()] ?? 0);
    return window(one, on, on);
  }
  const ahead = AHEAD.exec(text) ?? WITHIN.exec(text);
  if (ahead !== null) {
    const unit = unitOf(ahead[2] ?? '');
    if (isCalendar(ahead)) return window(ahead, ...beside(today, 1, unit));
    return window(ahead, today, moved(today, Number(ahead[1] ?? 1), unit));
  }
  const behind = BEHIND.exec(text);
  if (behind !== null) {
    const unit = unitOf(behind[2] ?? '');
    if (isCalendar(behind)) return window(behind, ...beside(today, -1, unit));
    return window(behind, moved(today, -Number(behind[1] ?? 1), unit), today);
  }
  const now = THIS.exec(text);
  if (now === null) return null;
  const { from, until } = around(today, unitOf(now[1] ?? ''));
  return window(now, from, until);
}

type Limits = { from: Day; until: Day };
const limitsOf = (date: Exclude<WrittenDate, { kind: 'no_such_day' }>): Limits =>
  date.kind === 'day' ? { from: date.day, until: date.day } : date;

// Two dates in a row, and the years of a report that are joined by a dash.
const TO = /^\s*(?:to|until|till|through|and|-|–|—)\s*/i;
const YEARS = /^((?:19|20|21)\d{2})\s*[-–—/]\s*((?:19|20|21)\d{2})(?=$|[\s,;.)?!])/;
const BOUND =
  /^(?:(between)|(until|till|up to|to|by|through)|(before)|(from|since|starting)|(after)|(?:in|on|during|for|due))\s+/i;

/** The window that `text` begins with: "2021", "until March 2021", "between 2020 and 2022", "next 90 days"; null when it begins with none. */
export function windowAtStart(text: string, today: Day): WindowRead | null {
  const counted = relative(text, today);
  if (counted !== null) return counted;
  const bound = BOUND.exec(text);
  const after = text.slice(bound?.[0].length ?? 0);
  const years = YEARS.exec(after);
  if (years !== null)
    return {
      kind: 'window',
      from: day(`${years[1]}-01-01`),
      until: day(`${years[2]}-12-31`),
      openEnded: false,
      rest: after.slice(years[0].length),
    };
  const found = dateAtStart(after, today, 'ahead');
  if (found === null) return null;
  if (found.date.kind === 'no_such_day') return found.date;
  const { from, until } = limitsOf(found.date);
  const [, between, upTo, before, since, later] = bound ?? [];
  const { rest } = found;
  if (upTo !== undefined) return { kind: 'window', until, openEnded: false, rest };
  if (before !== undefined) return { kind: 'window', until: addDays(from, -1), openEnded: false, rest };
  if (later !== undefined) return { kind: 'window', from: addDays(until, 1), openEnded: true, rest };
  const second = secondDate(rest, today, between !== undefined);
  if (second?.kind === 'no_such_day') return second;
  if (second !== null) return { kind: 'window', from, until: second.until, openEnded: false, rest: second.rest };
  if (since !== undefined) return { kind: 'window', from, openEnded: true, rest };
  return { kind: 'window', from, until, openEnded: false, rest };
}

/** What stands behind "2020 to …"; after "between" also behind "and". */
function secondDate(
  rest: string,
  today: Day,
  between: boolean,
): { kind: 'until'; until: Day; rest: string } | { kind: 'no_such_day'; text: string } | null {
  const joint = TO.exec(rest);
  if (joint === null || (/and/i.test(joint[0]) && !between)) return null;
  const found = dateAtStart(rest.slice(joint[0].length), today, 'ahead');
  if (found === null) return null;
  if (found.date.kind === 'no_such_day') return found.date;
  return { kind: 'until', until: limitsOf(found.date).until, rest: found.rest };
}
