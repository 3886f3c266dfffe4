import type { NameFound } from '../../questions/names.ts';
import { dateAtStart, takeAsOf } from '../../questions/written-date.ts';
import { addDays, addMonths, addYears, type Day } from '../../treaty/day.ts';
import type { ClockKind, Iso3 } from '../../treaty/facts.ts';
import { ALL_DATES, type Wanted } from './wanted.ts';

export type Parsed =
  | { kind: 'wanted'; wanted: Wanted }
  | { kind: 'no_such_day'; text: string }
  | { kind: 'several_states'; words: string; states: readonly Iso3[] }
  | { kind: 'not_understood'; words: string; nearest: readonly Iso3[] };

type Change = Partial<Wanted>;
type Step = { change: Change; rest: string } | { noSuchDay: string } | null;

const REPORTS: readonly ClockKind[] = ['initial_report', 'annual_report'];
const CLEARANCE: readonly ClockKind[] = ['clearance', 'extension_request'];
const STOCKPILES: readonly ClockKind[] = ['stockpile', 'extension_request'];

const KIND_WORDS: readonly (readonly [RegExp, Change])[] = [
  [/^initial(?: article 7)? reports?\b/i, { kinds: ['initial_report'] }],
  [/^annual(?: article 7)? reports?\b/i, { kinds: ['annual_report'] }],
  [/^(?:reports?|reporting|transparency(?: report(?:s|ing)?)?)\b/i, { kinds: REPORTS, article: 7 }],
  [/^extensions?(?: requests?)?\b/i, { kinds: ['extension_request'] }],
  [/^(?:survey (?:and|&) clearance|clearance|remnants?|demining)\b/i, { kinds: CLEARANCE, article: 4 }],
  [/^(?:stockpiles?(?: destruction)?|stocks?|destruction)\b/i, { kinds: STOCKPILES, article: 3 }],
  [/^art(?:icle|\.)?\s*([347])(?:\.\d(?:\([a-z]\))?)?(?=$|\s)/i, {}],
  [/^(?:all|everything|ahead)\b/i, { everything: true }],
];

const IDLE = /^(?:and|for|in|of|on|the|deadlines?|dates?|due|states?(?! of\b)|requests?|with|passed|,|;)(?=$|\s|,)/i;

const windowOf = (count: number, unit: string, today: Day): Day =>
  unit.startsWith('day')
    ? addDays(today, count)
    : unit.startsWith('week')
      ? addDays(today, 7 * count)
      : unit.startsWith('month')
        ? addMonths(today, count)
        : addYears(today, count);

function articleOf(text: string): 3 | 4 | 7 | null {
  const number = /[347]/.exec(text)?.[0];
  return number === '3' ? 3 : number === '4' ? 4 : number === '7' ? 7 : null;
}

function kindStep(text: string): Step {
  for (const [shape, change] of KIND_WORDS) {
    const found = shape.exec(text);
    if (found === null) continue;
    const article = /^art/i.test(found[0]) ? { article: articleOf(found[0]) } : {};
    return { change: { ...change, ...article }, rest: text.slice(found[0].length) };
  }
  return null;
}

function windowStep(text: string, today: Day): Step {
  const coming =
    /^(?:(?:in|within|for)\s+)?(?:the\s+)?(?:next|coming)\s+(\d{1,3})?\s*(days?|weeks?|months?|years?)\b/i.exec(text);
  if (coming !== null) {
    const until = windowOf(Number(coming[1] ?? 1), (coming[2] ?? '').toLowerCase(), today);
    return { change: { from: today, until }, rest: text.slice(coming[0].length) };
  }
  const [bound = ''] = /^(?:until|till|by|before|to|up to|from|since|after|in)\s+/i.exec(text) ?? [];
  const found = dateAtStart(text.slice(bound.length), today, 'ahead');
  if (found === null) return null;
  if (found.date.kind === 'no_such_day') return { noSuchDay: found.date.text };
  const [from, until] =
    found.date.kind === 'day' ? [found.date.day, found.date.day] : [found.date.from, found.date.until];
  const word = bound.trim().toLowerCase();
  if (['from', 'since', 'after'].includes(word)) return { change: { from, everything: true }, rest: found.rest };
  if (word === '' || word === 'in') return { change: { from, until }, rest: found.rest };
  return { change: { until: word === 'before' ? addDays(from, -1) : until }, rest: found.rest };
}

/** Reads the words after `/ccm deadlines`; `today` is the desk's day, `findState` resolves what is left over as a name. */
export function parseWanted(text: string, today: Day, findState: (name: string) => NameFound): Parsed {
  const taken = takeAsOf(text, today);
  if (taken.kind === 'no_such_day') return taken;
  const from = taken.asOf ?? today;
  let wanted: Wanted = { ...ALL_DATES, asOf: taken.asOf };
  let rest = taken.rest;
  let leftOver = '';
  while (rest.trim() !== '') {
    rest = rest.trimStart();
    const step = windowStep(rest, from) ?? kindStep(rest);
    if (step !== null && 'noSuchDay' in step) return { kind: 'no_such_day', text: step.noSuchDay };
    if (step !== null) {
      wanted = { ...wanted, ...step.change };
      rest = step.rest;
      continue;
    }
    const [word = rest] = /^\S+/.exec(rest) ?? [];
    // Inside a name they belong to it: Antigua and Barbuda, Republic of the Congo.
    const [idle = ''] = leftOver === '' ? (IDLE.exec(rest) ?? []) : [];
    if (idle === '') leftOver = `${leftOver} ${word}`;
    rest = rest.slice(idle.length || word.length);
  }
  return named(wanted, leftOver.trim(), findState);
}

function named(wanted: Wanted, words: string, findState: (name: string) => NameFound): Parsed {
  const name = words.replace(/(?:\s+(?:and|for|in|of|the|[,;?.!]))+$|[,;?.!]+$/gi, '');
  if (name === '') return { kind: 'wanted', wanted };
  const found = findState(name);
  switch (found.kind) {
    case 'found':
      return { kind: 'wanted', wanted: { ...wanted, state: found.state } };
    case 'several':
      return { kind: 'several_states', words: name, states: found.states };
    case 'unknown':
      return { kind: 'not_understood', words: name, nearest: found.nearest };
  }
}
