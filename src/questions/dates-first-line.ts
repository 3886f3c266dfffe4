import { capital } from '../blocks/words.ts';
import type { Day } from '../treaty/day.ts';
import type { Answer } from './answer.ts';
import type { DeadlinesQuestion } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';

/** Dates of one kind on one day that are told in the same words. */
export interface DateLine {
  what: string;
  when: string;
  due: Day;
  names: readonly string[];
  /** Whether the names stand for all States Parties, which owe the same report. */
  all: boolean;
}

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
  tongue: Tongue,
): Pick<Answer, 'lead' | 'rest' | 'list'> {
  const { say } = tongue;
  const list = lines.map(({ names, what, when }) => capital(`${names.join(', ')} · ${what} · ${when}`));
  if (form === 'count_dates' || form === 'count_states')
    return { lead: capital(datesOfStates(dates, states, tongue)), rest: '.', list };
  const names = [...new Set(lines.flatMap((line) => line.names))];
  if (lines.length <= FEW_LINES && names.length <= FEW_NAMES)
    return { lead: sentence(lines, tongue), rest: '.', list: [] };
  const ahead = lines.filter(({ due }) => due >= asOf);
  if (ahead.length === 0 || (names.length <= MOST_NAMES && !lines.some(({ all }) => all)))
    return { lead: capital(few(names, tongue)), rest: say`: ${countedDates(dates, tongue)}.`, list };
  const next = ahead.filter(({ due }) => due === ahead[0]?.due);
  const passed = lines.filter(({ due }) => due < asOf);
  const gone = passed.length === 0 ? '' : say` Passed, no outcome on record: ${passedOf(passed, tongue)}.`;
  return {
    lead: say`Next: ${next.map((line) => told(line, tongue)).join('; ')}`,
    rest: say`.${gone} In all ${datesOfStates(dates, states, tongue)}.`,
    list,
  };
}

const countedDates = (dates: number, { say, number }: Tongue): string =>
  dates === 1 ? say`one date` : say`${number(dates)} dates`;

const datesOfStates = (dates: number, states: number, tongue: Tongue): string =>
  states === 1
    ? tongue.say`${countedDates(dates, tongue)} of one State`
    : tongue.say`${countedDates(dates, tongue)} of ${tongue.number(states)} States`;

const few = (names: readonly string[], { say, listed, number }: Tongue): string =>
  names.length <= MOST_NAMES
    ? listed(names)
    : say`${names.slice(0, MOST_NAMES).join(', ')} and ${number(names.length - MOST_NAMES)} more`;

const told = ({ names, what, when }: DateLine, tongue: Tongue): string => `${few(names, tongue)}, ${what}, ${when}`;

/** All of a few dates; what falls due stands first where it is the same in all of them. */
function sentence(lines: readonly DateLine[], tongue: Tongue): string {
  const [first, ...others] = lines;
  if (first === undefined) return '';
  if (others.some(({ what }) => what !== first.what))
    return capital(lines.map((line) => told(line, tongue)).join('; '));
  const dated = lines.map(({ names, when }) => `${tongue.listed(names)}, ${when}`).join('; ');
  return tongue.say`${capital(first.what)}: ${dated}`;
}

const passedOf = (lines: readonly DateLine[], tongue: Tongue): string =>
  [
    ...lines
      .slice(0, MOST_PASSED)
      .map(({ names, what, when }) => `${few(names, tongue)}, ${what}, ${when.split(',')[0]}`),
    ...(lines.length === MOST_PASSED + 1
      ? [tongue.say`1 more date`]
      : lines.length > MOST_PASSED
        ? [tongue.say`${lines.length - MOST_PASSED} more dates`]
        : []),
  ].join('; ');
