import { kindWithArticle } from '../blocks/clock-words.ts';
import { longDate } from '../blocks/dates.ts';
import { LIMITS } from '../blocks/limits.ts';
import { NumberWord, numberWord } from '../blocks/words.ts';
import type { Clock, Iso3 } from '../treaty/facts.ts';
import type { Answer } from './answer.ts';
import { isDoubtful } from './doubt.ts';
import type { Facts } from './facts.ts';
import type { DeadlinesQuestion } from './question.ts';
import { deadlineCell } from './words.ts';

/** The dates of all States in a stretch of time: those that lie ahead, and obligations whose date has passed. */
export function datesOfAll(
  { kinds, form, from, until }: DeadlinesQuestion,
  facts: Facts,
  fitting: readonly Clock[],
): { answer: Partial<Answer>; clocks: readonly Clock[] } {
  const { asOf, book, byProtocol } = facts;
  // Reports and requests gone by, of which the record may know nothing, stand only in a list of their kind and time.
  const looksBack = kinds !== null && (from === null ? until !== null && until < asOf : from < asOf);
  const isTold = ({ kind, due }: Clock): boolean =>
    looksBack || due >= asOf || kind === 'clearance' || kind === 'stockpile';
  const pending = fitting.filter((clock) => clock.status !== 'completed' && isTold(clock));
  const sure = pending.filter((clock) => !isDoubtful(clock));
  const states = statesOf(sure);
  const uncertain = statesOf(pending.filter(isDoubtful)).filter((state) => !states.includes(state));
  const names = uncertain.toSorted(byProtocol).map((state) => book.shortName(state));
  const doubts = names.length === 0 ? [] : [{ lead: 'To be confirmed: ', rest: `${names.join(', ')}.` }];
  const found = { uncertain: uncertain.toSorted() };
  if (sure.length === 0) {
    const lead = names.length > 0 ? 'No such date is confirmed' : 'No such date is on record';
    return { clocks: pending, answer: { ...found, outcome: 'empty', lead, rest: '.', notes: doubts, count: 0 } };
  }
  const lines = folded(sure, facts);
  const rows = lines.flatMap(rowsOf);
  const silent = sure.some(({ article, status }) => article === 7 && status === 'uncertain');
  const cut = rows.length > LIMITS.tableRows;
  return {
    clocks: pending,
    answer: {
      ...found,
      lead: `${NumberWord(sure.length)} ${sure.length === 1 ? 'date' : 'dates'} of ${numberWord(states.length)} ${states.length === 1 ? 'State' : 'States'}`,
      rest: `:\n${lines.map((line) => `${labelOf(line, lines)}: ${line.names.join(', ')}`).join('; ')}.`,
      notes: [
        ...doubts,
        ...(silent ? [note('Where no receipt of a report is on record, that is a gap of the record.')] : []),
        ...(cut
          ? [note(`The table shows the first ${LIMITS.tableRows} dates; a narrower question shows the rest.`)]
          : []),
      ],
      states: states.toSorted(),
      count: form === 'states' || form === 'count_states' ? states.length : sure.length,
      dates: [...new Set(sure.map(({ due }) => due))].toSorted(),
      table: {
        caption: 'Dates under the Convention',
        heads: ['State', 'What', 'Date'],
        rows: rows.slice(0, LIMITS.tableRows),
        lines: rows.slice(0, LIMITS.tableRows),
      },
    },
  };
}

const note = (rest: string): Answer['notes'][number] => ({ lead: '', rest });
const statesOf = (clocks: readonly Clock[]): readonly Iso3[] => [...new Set(clocks.map(({ state }) => state))];

/** Dates of one kind on one day that are told in the same words. */
interface Line {
  what: string;
  when: string;
  names: readonly string[];
}

/** From so many States on, a report that all owe is one line instead of a roll-call. */
const ALL_FROM = 40;

function folded(clocks: readonly Clock[], { book, byProtocol }: Facts): readonly Line[] {
  const groups = new Map<string, Clock[]>();
  for (const clock of clocks) {
    const key = `${clock.due} ${kindWithArticle(clock)} ${whenOf(clock)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [clock]);
    else group.push(clock);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const all = first.kind === 'annual_report' && first.status === 'open' && group.length >= ALL_FROM;
    const names = group
      .map(({ state }) => state)
      .toSorted(byProtocol)
      .map((state) => book.shortName(state));
    return [{ what: kindWithArticle(first), when: whenOf(first), names: all ? ['all States Parties'] : names }];
  });
}

const whenOf = (clock: Clock): string =>
  clock.kind === 'extension_request'
    ? `${longDate(clock.due)}, if more time is needed`
    : clock.article === 7
      ? longDate(clock.due)
      : deadlineCell(clock);

/** The date, after what falls due where that is not the same in all lines. */
const labelOf = ({ what, when }: Line, lines: readonly Line[]): string =>
  lines.every((line) => line.what === what) ? when : `${what}, ${when}`;

const rowsOf = ({ what, when, names }: Line): readonly (readonly string[])[] =>
  names.map((name) => [name.charAt(0).toUpperCase() + name.slice(1), what, when]);
