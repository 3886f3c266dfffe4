import { capital, counted, listed, NumberWord, numberWord } from '../blocks/words.ts';
import type { Day } from '../treaty/day.ts';
import type { Answer } from './answer.ts';
import type { DeadlinesQuestion } from './question.ts';

/** Dates of one kind on one day that are told in the same words. */
export interface DateLine {
  what: string;
  when: string;
  due: Day;
  names: readonly string[];
}

/** Stands for the names where all owe the same report. */
export const EVERYONE = 'all States Parties';

/** So few dates and names are one sentence, and need no list below it. */
const FEW_LINES = 3;
const FEW_NAMES = 9;
const MOST_NAMES = 12;
const MOST_PASSED = 3;

interface Asked {
  form: DeadlinesQuestion['form'];
  dates: number;
  states: number;
}

/** The first line of an answer about dates: whose, what and when, or the next of many; and what is left for a list. */
export function datesTold(
  lines: readonly DateLine[],
  { form, dates, states }: Asked,
  asOf: Day,
): Pick<Answer, 'lead' | 'rest' | 'list'> {
  const list = lines.map(({ names, what, when }) => capital(`${names.join(', ')} · ${what} · ${when}`));
  const of = `${dates === 1 ? 'date' : 'dates'} of ${numberWord(states)} ${states === 1 ? 'State' : 'States'}`;
  if (form === 'count_dates' || form === 'count_states') return { lead: `${NumberWord(dates)} ${of}`, rest: '.', list };
  const names = [...new Set(lines.flatMap((line) => line.names))];
  if (lines.length <= FEW_LINES && names.length <= FEW_NAMES) return { lead: sentence(lines), rest: '.', list: [] };
  const ahead = lines.filter(({ due }) => due >= asOf);
  if (ahead.length === 0 || (names.length <= MOST_NAMES && !names.includes(EVERYONE)))
    return { lead: capital(few(names)), rest: `: ${numberWord(dates)} ${dates === 1 ? 'date' : 'dates'}.`, list };
  const next = ahead.filter(({ due }) => due === ahead[0]?.due);
  const passed = lines.filter(({ due }) => due < asOf);
  const gone = passed.length === 0 ? '' : ` Passed, no outcome on record: ${passedOf(passed)}.`;
  return { lead: `Next: ${next.map(told).join('; ')}`, rest: `.${gone} In all ${numberWord(dates)} ${of}.`, list };
}

const few = (names: readonly string[]): string =>
  names.length <= MOST_NAMES
    ? listed(names)
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${numberWord(names.length - MOST_NAMES)} more`;

const told = ({ names, what, when }: DateLine): string => `${few(names)}, ${what}, ${when}`;

/** All of a few dates; what falls due stands first where it is the same in all of them. */
function sentence(lines: readonly DateLine[]): string {
  const [first, ...others] = lines;
  if (first === undefined) return '';
  if (others.some(({ what }) => what !== first.what)) return capital(lines.map(told).join('; '));
  return `${capital(first.what)}: ${lines.map(({ names, when }) => `${listed(names)}, ${when}`).join('; ')}`;
}

const passedOf = (lines: readonly DateLine[]): string =>
  [
    ...lines.slice(0, MOST_PASSED).map(({ names, what, when }) => `${few(names)}, ${what}, ${when.split(',')[0]}`),
    ...(lines.length > MOST_PASSED ? [counted(lines.length - MOST_PASSED, 'more date')] : []),
  ].join('; ');
