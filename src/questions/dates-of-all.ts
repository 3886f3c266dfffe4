import { LIMITS } from '../blocks/limits.ts';
import { capital } from '../blocks/words.ts';
import type { Day } from '../treaty/day.ts';
import type { Clock, Iso3 } from '../treaty/facts.ts';
import type { Answer } from './answer.ts';
import { kindWithArticle } from './clock-words.ts';
import type { AskedDates } from './clocks-for.ts';
import { type DateLine, datesTold } from './dates-first-line.ts';
import { isDoubtful } from './doubt.ts';
import type { Facts } from './facts.ts';
import type { DeadlinesQuestion } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';
import { deadlineCell } from './words.ts';

/** The dates of all States in a stretch of time: those that lie ahead, and obligations whose date has passed. */
export function datesOfAll(
  { form, pick }: DeadlinesQuestion,
  { kinds, from, until, only }: AskedDates,
  facts: Facts,
  fitting: readonly Clock[],
): { answer: Partial<Answer>; clocks: readonly Clock[] } {
  const { asOf, book, byProtocol, tongue } = facts;
  const { say } = tongue;
  // Reports and requests gone by, of which the record may know nothing, stand only in a list of their kind and time.
  const looksBack =
    only === 'passed' || (kinds !== null && (from === null ? until !== null && until < asOf : from < asOf));
  const isTold = ({ kind, due }: Clock): boolean =>
    looksBack || due >= asOf || kind === 'clearance' || kind === 'stockpile';
  const pending = picked(
    fitting.filter((clock) => clock.status !== 'completed' && isTold(clock)),
    pick,
    asOf,
  );
  const sure = pending.filter((clock) => !isDoubtful(clock));
  const states = statesOf(sure);
  const uncertain = statesOf(pending.filter(isDoubtful)).filter((state) => !states.includes(state));
  const names = uncertain.toSorted(byProtocol).map((state) => book.shortName(state));
  const doubts = names.length === 0 ? [] : [{ lead: say`To be confirmed: `, rest: `${names.join(', ')}.` }];
  const found = { uncertain: uncertain.toSorted() };
  const silent =
    (only === 'passed' && kinds === null) ||
    sure.some(({ article, status }) => article === 7 && status === 'uncertain');
  const gap = silent ? [note(say`Where no receipt of a report is on record, that is a gap of the record.`)] : [];
  if (sure.length === 0) {
    const none =
      only === 'passed' ? say`No such date has passed without an outcome on record` : say`No such date is on record`;
    const lead = names.length > 0 ? say`No such date is confirmed` : none;
    const notes = [...doubts, ...gap];
    return { clocks: pending, answer: { ...found, outcome: 'empty', lead, rest: '.', notes, count: 0 } };
  }
  const lines = folded(sure, facts);
  const rows = lines.flatMap(rowsOf);
  const told = datesTold(lines, { form, dates: sure.length, states: states.length }, asOf, tongue);
  const cut = rows.length > LIMITS.tableRows;
  return {
    clocks: pending,
    answer: {
      ...found,
      ...told,
      notes: [
        ...doubts,
        ...gap,
        ...(cut
          ? [note(say`The table shows the first ${LIMITS.tableRows} dates; a narrower question shows the rest.`)]
          : []),
      ],
      states: states.toSorted(),
      count: form === 'states' || form === 'count_states' ? states.length : sure.length,
      dates: [...new Set(sure.map(({ due }) => due))].toSorted(),
      table:
        told.list.length === 0
          ? null
          : {
              caption: say`Dates under the Convention`,
              heads: [say`State`, say`What`, say`Date`],
              rows: rows.slice(0, LIMITS.tableRows),
              lines: rows.slice(0, LIMITS.tableRows),
            },
    },
  };
}

/** The next, earliest or latest of the sure dates: all that fall on that day. */
function picked(clocks: readonly Clock[], pick: DeadlinesQuestion['pick'], asOf: Day): readonly Clock[] {
  if (pick === null) return clocks;
  const sure = clocks.filter((clock) => !isDoubtful(clock) && (pick !== 'next' || clock.due >= asOf));
  const days = sure.map(({ due }) => due).toSorted();
  const day = pick === 'last' ? days.at(-1) : days[0];
  return sure.filter(({ due }) => due === day);
}

const note = (rest: string): Answer['notes'][number] => ({ lead: '', rest });
const statesOf = (clocks: readonly Clock[]): readonly Iso3[] => [...new Set(clocks.map(({ state }) => state))];

/** From so many States on, a report that all owe is one line instead of a roll-call. */
const ALL_FROM = 40;

function folded(clocks: readonly Clock[], { book, byProtocol, asOf, tongue }: Facts): readonly DateLine[] {
  const groups = new Map<string, Clock[]>();
  for (const clock of clocks) {
    const key = `${clock.due} ${kindWithArticle(clock, tongue)} ${whenOf(clock, asOf, tongue)}`;
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
    return [
      {
        what: kindWithArticle(first, tongue),
        when: whenOf(first, asOf, tongue),
        due: first.due,
        names: all ? [tongue.say`all States Parties`] : names,
        all,
      },
    ];
  });
}

function whenOf(clock: Clock, asOf: Day, tongue: Tongue): string {
  const written = (due: Day): string => tongue.inText(asOf, due);
  if (clock.kind === 'extension_request') return tongue.say`${written(clock.due)}, if more time is needed`;
  return clock.article === 7 ? written(clock.due) : deadlineCell(clock, tongue, written);
}

const rowsOf = ({ what, when, names }: DateLine): readonly (readonly string[])[] =>
  names.map((name) => [capital(name), what, when]);
