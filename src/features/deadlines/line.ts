import { listed } from '../../blocks/words.ts';
import { type Agenda, type DateLine, toBeConfirmed } from '../../treaty/agenda.ts';
import { type Day, lastWorkingDay } from '../../treaty/day.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { remarkOf, remarkOn } from './remarks.ts';
import type { Wanted } from './wanted.ts';

/** One State within a line. */
export interface Entry {
  name: string;
  toBeConfirmed: boolean;
  /** For extension requests: the deadline that would be extended. */
  extends: Day | null;
  /** What is on record beside the date. */
  remark: string | null;
}

/** One line of the list, still as data; its entries stand in the order of its clocks. */
export interface Line extends DateLine {
  entries: readonly Entry[];
  /** "All States Parties", for a report that each of them owes; null where the States are named. */
  everyone: string | null;
  /** Named for a deadline on a Saturday or Sunday ahead; the deadline itself is not moved. */
  lastWorkingDay: Day | null;
  remark: string | null;
}

interface Reading {
  record: TreatyRecord;
  /** All clocks, not only those asked for: whether an obligation is doubted is told with its request too. */
  clocks: readonly Clock[];
  wanted: Wanted;
  agenda: Agenda;
  asOf: Day;
}

/** For a day ahead on a Saturday or Sunday, the working day before it. */
export const workingDayBefore = (due: Day, asOf: Day): Day | null =>
  due > asOf && lastWorkingDay(due) !== due ? lastWorkingDay(due) : null;

const obligationKey = ({ state, article }: Pick<Clock, 'state' | 'article'>): string => `${state} ${article}`;

/** Reads lines of an agenda with the names of their States and what is to be said of each; `ofAll`: all may owe it alike. */
export function lineReader({
  record,
  clocks,
  wanted,
  agenda,
  asOf,
}: Reading): (line: DateLine, ofAll: boolean) => Line {
  const names = new Map<Iso3, string>(record.states.map(({ iso3, shortName }) => [iso3, shortName]));
  const nameOf = (iso3: Iso3): string => names.get(iso3) ?? iso3;
  const naming = { record, asOf, nameOf };
  const doubted = new Set(clocks.filter(toBeConfirmed).map(obligationKey));
  const whole = wanted.states.length > 0 ? null : everyoneIn(wanted);
  return (line, ofAll) => {
    const request = line.kind === 'extension_request';
    const everyone = ofAll && line.kind === 'annual_report' ? whole : null;
    return {
      ...line,
      entries: line.clocks.map((clock) => ({
        name: nameOf(clock.state),
        toBeConfirmed: request ? doubted.has(obligationKey(clock)) : toBeConfirmed(clock),
        extends: clock.extends,
        remark: remarkOf(clock, naming),
      })),
      everyone,
      lastWorkingDay: workingDayBefore(line.due, asOf),
      remark: request
        ? null
        : ((everyone === null ? null : receivedSoFar(line, agenda, nameOf)) ?? remarkOn(line, naming)),
    };
  };
}

const everyoneIn = ({ regions }: Wanted): string =>
  regions.length === 0 ? 'All States Parties' : `All States Parties in ${listed(regions)}`;

/** For an annual report that all owe: whose is in already. */
function receivedSoFar({ kind, year }: DateLine, { completed }: Agenda, nameOf: (iso3: Iso3) => string): string | null {
  if (kind !== 'annual_report') return null;
  const names = completed
    .filter((line) => line.kind === 'annual_report' && line.year === year)
    .flatMap(({ clocks }) => clocks.map(({ state }) => nameOf(state)));
  return names.length === 0 ? null : `in already: ${names.join(', ')}`;
}
