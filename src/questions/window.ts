import { addDays, addMonths, addYears, type Day, day, endOfMonth, mondayOf, yearOf } from '../treaty/day.ts';
import { fold } from './fold.ts';
import { dateAtStart, type WrittenDate } from './written-date.ts';

/** A stretch of time named in a text; a side that is open is null. */
export interface Window {
  from: Day | null;
  until: Day | null;
  /** The year, when a whole year and nothing else was named. */
  year: number | null;
  isToday: boolean;
}

export type Placed = { kind: 'window'; at: number; to: number; window: Window };
export type WindowsRead = { kind: 'read'; windows: readonly Placed[] } | { kind: 'no_such_day'; text: string };

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const UNIT =
  '(days?|weeks?|months?|quarters?|years?|jours?|semaines?|mois|trimestres?|ans?|ann[eé]es?|d[ií]as?|semanas?|mes(?:es)?|a[nñ]os?)';
const UNITS: Readonly<Record<string, Unit>> = {
  ...{ day: 'day', jou: 'day', dia: 'day', wee: 'week', sem: 'week', mon: 'month', moi: 'month', mes: 'month' },
  ...{ qua: 'quarter', tri: 'quarter', yea: 'year', an: 'year', ans: 'year', ann: 'year', ano: 'year' },
};
const unitOf = (text: string): Unit => UNITS[fold(text).slice(0, 3)] ?? 'day';

const NUMBERS = [
  'one two three four five six seven eight nine ten eleven twelve',
  'un deux trois quatre cinq six sept huit neuf dix onze douze',
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
].map((line) => line.split(' '));
const NUMBER = `(\\d{1,4}|${NUMBERS.flat().join('|')})`;
function numberOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const words = NUMBERS.find((line) => line.includes(text.toLowerCase()));
  return words ? words.indexOf(text.toLowerCase()) + 1 : Number(text);
}

function moved(from: Day, count: number, unit: Unit): Day {
  if (unit === 'day' || unit === 'week') return addDays(from, unit === 'week' ? 7 * count : count);
  if (unit === 'year') return addYears(from, count);
  return addMonths(from, unit === 'quarter' ? 3 * count : count);
}

/** The calendar week, month, quarter or year in which `on` lies. */
function around(on: Day, unit: Unit): { from: Day; until: Day } {
  if (unit === 'day') return { from: on, until: on };
  if (unit === 'week') return { from: mondayOf(on), until: addDays(mondayOf(on), 6) };
  if (unit === 'month') return { from: day(`${on.slice(0, 7)}-01`), until: endOfMonth(on) };
  if (unit === 'year') return { from: day(`${yearOf(on)}-01-01`), until: day(`${yearOf(on)}-12-31`) };
  const month = Number(on.slice(5, 7));
  const from = day(`${on.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
  return { from, until: endOfMonth(addMonths(from, 2)) };
}

const LEAD =
  "(?:(?:in|within|over|during|for|dans|au cours de|d[’']ici|en|durante|dentro de)\\s+)?(?:(?:the|les|des|la|le|los|las|el)\\s+|l[’'])?";
const END = '(?![\\p{L}\\p{N}-])';
type Relative = (found: RegExpExecArray, today: Day) => { from: Day; until: Day };
const ahead: Relative = (found, today) => ({
  from: today,
  until: moved(today, numberOf(found[1]), unitOf(found[2] ?? '')),
});
const calendar =
  (step: number, group = 1): Relative =>
  (found, today) =>
    around(moved(today, step, unitOf(found[group] ?? '')), unitOf(found[group] ?? ''));

const RELATIVE: readonly (readonly [RegExp, Relative])[] = [
  [
    new RegExp(`^${LEAD}(?:next|coming|following|prochaine?s|pr[oó]xim[oa]s)\\s+${NUMBER}\\s+${UNIT}${END}`, 'iu'),
    ahead,
  ],
  [new RegExp(`^${LEAD}${NUMBER}\\s+(?:next|coming|prochaine?s|pr[oó]xim[oa]s)\\s+${UNIT}${END}`, 'iu'), ahead],
  [new RegExp(`^(?:in|within|dans(?: les)?|d[’']ici|dentro de|en)\\s+${NUMBER}\\s+${UNIT}${END}`, 'iu'), ahead],
  [
    new RegExp(`^${LEAD}(?:last|past|previous|ultim[oa]s|[uú]ltim[oa]s)\\s+${NUMBER}\\s+${UNIT}${END}`, 'iu'),
    (found, today) => ({ from: moved(today, -numberOf(found[1]), unitOf(found[2] ?? '')), until: today }),
  ],
  [new RegExp(`^${LEAD}(?:next|coming|pr[oó]xim[oa])\\s+${UNIT}${END}`, 'iu'), calendar(1)],
  [new RegExp(`^${LEAD}${UNIT}\\s+(?:prochaine?|que viene|pr[oó]xim[oa])${END}`, 'iu'), calendar(1)],
  [new RegExp(`^${LEAD}(?:last|past|previous)\\s+${UNIT}${END}`, 'iu'), calendar(-1)],
  [new RegExp(`^${LEAD}${UNIT}\\s+(?:derni[eè]re?|pass[eé]e?|pasad[oa])${END}`, 'iu'), calendar(-1)],
  [
    new RegExp(`^(?:(?:in|within|during|for|en|durante)\\s+)?(?:this|cette|ce|cet|este|esta)\\s+${UNIT}${END}`, 'iu'),
    calendar(0),
  ],
];

const BOUND = new RegExp(
  "^(?:(between|entre)|((?:by|until|till|before)(?: the)? end of|(?:avant|jusqu[’'][àa]|d[’']ici(?: [àa])?) la fin (?:de l[’']ann[eé]e|de|du|d[’'])|(?:antes del?|hasta(?: el)?) (?:fin|finales|final) del?|until|till|up to|by|through|no later than|not later than|jusqu[’'](?:au|en|[àa])|d[’']ici(?: [àa]| au)?|au plus tard(?: le| en)?|hasta(?: el)?|a m[aá]s tardar(?: el)?)" +
    '|(before|prior to|earlier than|avant(?: le)?|antes del?)|(from|since|starting(?: in| from)?|depuis(?: le)?|[àa] partir (?:de|du)|desde(?: el)?)|(after|later than|beyond|apr[eè]s(?: le)?|despu[eé]s del?|posterior(?:es)? a)' +
    '|(?:in the year|in|on|during|for|en|le|au|durant|pendant|pour|el|durante|para|de|du|del))\\s+(?:the\\s+)?',
  'iu',
);
const TO = /^\s*(?:to|until|till|through|and|et|y|al?|à|au|hasta|-|–|—)\s*(?:el\s+)?/iu;
const JOINT = /^\s*(?:and|et|y)\b/iu;
const YEARS = /^((?:19|20|21)\d{2})\s*[-–—/]\s*((?:19|20|21)\d{2})(?=$|[\s,;.)?!])/;
const MAY_HOLD =
  /\d|next|coming|last|past|previous|this|today|hui|hoy|prochain|pr[oó]xim|pass|derni|pasad|viene|est[ea]|cett?e|within|dans|dentro/iu;

/** Every date, month, year or stretch of time in `text` with the words that bound it: "before 1 March 2021", "in 2021". */
export function windowsIn(text: string, today: Day): WindowsRead {
  const windows: Placed[] = [];
  if (!MAY_HOLD.test(text)) return { kind: 'read', windows };
  let end = 0;
  for (const { index } of text.matchAll(/(?<=^|[\s(¿¡,;:])[^\s(¿¡,;:]/g)) {
    if (index < end) continue;
    const found = windowAtStart(text.slice(index), today);
    if (found === null) continue;
    if (found.kind === 'no_such_day') return found;
    end = index + found.to;
    windows.push({ kind: 'window', at: index, to: end, window: found.window });
  }
  return { kind: 'read', windows };
}

const PLAIN = { year: null, isToday: false } as const;
type Started = { kind: 'window'; to: number; window: Window } | Extract<WrittenDate, { kind: 'no_such_day' }>;

function windowAtStart(text: string, today: Day): Started | null {
  for (const [shape, read] of RELATIVE) {
    const found = shape.exec(text);
    if (found !== null) return { kind: 'window', to: found[0].length, window: { ...read(found, today), ...PLAIN } };
  }
  const bound = BOUND.exec(text);
  const after = text.slice(bound?.[0].length ?? 0);
  const years = YEARS.exec(after);
  const to = (rest: string): number => text.length - rest.length;
  if (years !== null) {
    const window = { from: day(`${years[1]}-01-01`), until: day(`${years[2]}-12-31`), ...PLAIN };
    return { kind: 'window', to: to(after.slice(years[0].length)), window };
  }
  const first = dateAtStart(after, today, 'ahead') ?? (bound === null ? null : dateOfSameYear(after, today));
  if (first === null) return null;
  if (first.date.kind === 'no_such_day') return first.date;
  const [, between, upTo, before, since, later] = bound ?? [];
  const { from, until } = limitsOf(first.date);
  const one = (window: Pick<Window, 'from' | 'until'>): Started => ({
    kind: 'window',
    to: to(first.rest),
    window: { ...window, ...PLAIN },
  });
  if (upTo !== undefined) return one({ from: null, until });
  if (before !== undefined) return one({ from: null, until: addDays(from, -1) });
  if (later !== undefined) return one({ from: addDays(until, 1), until: null });
  const joint = TO.exec(first.rest);
  if (joint !== null && (between !== undefined || !JOINT.test(joint[0]))) {
    const second = dateAtStart(first.rest.slice(joint[0].length), today, 'ahead');
    if (second?.date.kind === 'no_such_day') return second.date;
    if (second !== null)
      return { kind: 'window', to: to(second.rest), window: { from, until: limitsOf(second.date).until, ...PLAIN } };
  }
  if (between !== undefined) return null;
  if (since !== undefined) return one({ from, until: null });
  const whole = from.endsWith('-01-01') && until.endsWith('-12-31');
  return {
    kind: 'window',
    to: to(first.rest),
    window: {
      from,
      until,
      year: whole ? yearOf(from) : null,
      isToday: bound === null && from === today && until === today,
    },
  };
}

const TWO = /^(\S+(?:\s+\S+)?)\s+(?:and|to|until|et|au|à|y|al?|hasta|-|–)\s+/iu;

/** "March and June 2021": the first takes its year from the second. */
function dateOfSameYear(text: string, today: Day): ReturnType<typeof dateAtStart> {
  const [whole, first = ''] = TWO.exec(text) ?? [];
  const second = whole === undefined ? null : dateAtStart(text.slice(whole.length), today, 'ahead');
  if (second === null || second.date.kind === 'no_such_day') return null;
  const found = dateAtStart(`${first} ${yearOf(limitsOf(second.date).from)}`, today, 'ahead');
  return found === null || found.rest !== '' ? null : { date: found.date, rest: text.slice(first.length) };
}

const limitsOf = (date: Exclude<WrittenDate, { kind: 'no_such_day' }>): { from: Day; until: Day } =>
  date.kind === 'day' ? { from: date.day, until: date.day } : date;
