import {
  type Agenda,
  type AgendaSpan,
  agendaOf,
  type DateLine,
  toBeConfirmed,
  yearAhead,
} from '../../treaty/agenda.ts';
import { type Day, lastWorkingDay } from '../../treaty/day.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';
import { remarkOf, remarkOn } from './remarks.ts';
import type { Wanted } from './wanted.ts';

/** One State within a line. */
interface Entry {
  name: string;
  toBeConfirmed: boolean;
  /** For extension requests: the deadline that would be extended, and what is on record of the request. */
  extends: Day | null;
  remark: string | null;
}

/** One line of the list, still as data. */
export interface Line extends DateLine {
  entries: readonly Entry[];
  /** True for an annual report that every State Party in force owes. */
  everyone: boolean;
  /** Named for a deadline on a Saturday or Sunday ahead; the deadline itself is not moved. */
  lastWorkingDay: Day | null;
  remark: string | null;
}

export type Heading = 'passed' | 'soon' | 'requests' | 'later' | 'beyond' | 'unconfirmed' | 'silent' | 'completed';

export interface Group {
  heading: Heading;
  /** The meeting of a window for extension requests. */
  meeting: { code: string; name: string; due: Day; lastWorkingDay: Day | null } | null;
  lines: readonly Line[];
}

/** The dates that were asked for, grouped as they are read. */
export interface Dates {
  asOf: Day;
  /** The first day of the window that was asked for. */
  from: Day | null;
  span: AgendaSpan;
  groups: readonly Group[];
  /** The first date ahead, whatever its group. */
  next: Line | null;
  /** Obligations with a deadline later than the year shown: how many and in which years. */
  furtherOn: { count: number; first: Day; last: Day } | null;
  sources: readonly string[];
  /** The order in which States are named. */
  byState(a: Iso3, b: Iso3): number;
}

/** Groups the `clocks` of `record` that `wanted` asks for, as they stand on `asOf`. */
export function composeDates(record: TreatyRecord, clocks: readonly Clock[], wanted: Wanted, asOf: Day): Dates {
  const open = wanted.everything || wanted.kinds !== null || wanted.article !== null || wanted.state !== null;
  const year = yearAhead(asOf);
  const span = { ...year, until: wanted.until ?? year.until };
  const chosen = clocks.filter((clock) => fits(clock, wanted, asOf));
  const byState = protocolOrder(record.states);
  const agenda = agendaOf(chosen, span, byState);
  const toLine = lineOf({ record, clocks, wanted, agenda, asOf });
  const group = (heading: Heading, lines: readonly DateLine[]): Group => ({
    heading,
    meeting: null,
    lines: lines.map(toLine),
  });
  const showsBeyond = open && wanted.until === null;
  const groups = [
    group('passed', agenda.passed),
    group('soon', agenda.soon),
    ...agenda.requests.map(({ meeting, due, lines }) => ({
      heading: 'requests' as const,
      meeting: {
        code: meeting,
        name: record.meetings.find(({ code }) => code === meeting)?.name ?? meeting,
        due,
        lastWorkingDay: workingDayBefore(due, asOf),
      },
      lines: lines.map(toLine),
    })),
    group('later', agenda.later),
    group('beyond', showsBeyond ? agenda.beyond : []),
    group(
      'unconfirmed',
      agenda.unconfirmed.filter(({ due }) => open || due <= span.until),
    ),
    group('silent', asksForSilence(wanted) ? agenda.silent : []),
    group('completed', wanted.state === null ? [] : agenda.completed),
  ].filter(({ lines }) => lines.length > 0);
  const ahead = groups.filter(({ heading }) => ['soon', 'requests', 'later', 'beyond'].includes(heading));
  const shown = groups.flatMap(({ lines }) => lines).flatMap((line) => line.clocks);
  return {
    asOf,
    from: wanted.from,
    span,
    groups,
    next: ahead.flatMap(({ lines }) => lines).toSorted((a, b) => a.due.localeCompare(b.due))[0] ?? null,
    furtherOn: showsBeyond || wanted.until !== null ? null : furtherOn(agenda.beyond),
    byState,
    sources: [...new Set(shown.flatMap(({ sources }) => sources))],
  };
}

const workingDayBefore = (due: Day, asOf: Day): Day | null =>
  due > asOf && lastWorkingDay(due) !== due ? lastWorkingDay(due) : null;

function fits(clock: Clock, { from, until, kinds, article, state }: Wanted, asOf: Day): boolean {
  if (state !== null && clock.state !== state) return false;
  if (kinds !== null && !kinds.includes(clock.kind)) return false;
  if (article !== null && clock.article !== article) return false;
  // A window bounds what lies ahead; without a first day all that has passed stays in sight.
  if (from !== null && clock.due < from && !(from === asOf && clock.status !== 'completed')) return false;
  return until === null || clock.due <= until;
}

const asksForSilence = ({ state, kinds, article }: Wanted): boolean =>
  state !== null ||
  article === 7 ||
  (kinds !== null && !kinds.some((kind) => kind === 'clearance' || kind === 'stockpile'));

function furtherOn(lines: readonly DateLine[]): Dates['furtherOn'] {
  const obligations = lines.filter(({ kind }) => kind === 'clearance' || kind === 'stockpile');
  const [first] = obligations;
  const last = obligations.at(-1);
  if (first === undefined || last === undefined) return null;
  return { count: obligations.reduce((sum, { clocks }) => sum + clocks.length, 0), first: first.due, last: last.due };
}

interface Reading {
  record: TreatyRecord;
  /** All clocks, not only those asked for: whether an obligation is doubted is told with its request too. */
  clocks: readonly Clock[];
  wanted: Wanted;
  agenda: Agenda;
  asOf: Day;
}

function lineOf({ record, clocks, wanted, agenda, asOf }: Reading): (line: DateLine) => Line {
  const names = new Map<Iso3, string>(record.states.map(({ iso3, shortName }) => [iso3, shortName]));
  const nameOf = (iso3: Iso3): string => names.get(iso3) ?? iso3;
  const naming = { record, asOf, nameOf };
  const doubted = (own: Clock): boolean =>
    clocks.some(
      ({ state, article, ...clock }) => state === own.state && article === own.article && toBeConfirmed(clock),
    );
  return (line) => {
    const request = line.kind === 'extension_request';
    const everyone = line.kind === 'annual_report' && wanted.state === null;
    return {
      ...line,
      entries: line.clocks.map((clock) => ({
        name: nameOf(clock.state),
        toBeConfirmed: request ? doubted(clock) : toBeConfirmed(clock),
        extends: clock.extends,
        remark: request ? remarkOf(clock, naming) : null,
      })),
      everyone,
      lastWorkingDay: workingDayBefore(line.due, asOf),
      remark: request ? null : ((everyone ? receivedSoFar(line, agenda, nameOf) : null) ?? remarkOn(line, naming)),
    };
  };
}

/** For an annual report that all owe: whose is in already. */
function receivedSoFar({ kind, year }: DateLine, { completed }: Agenda, nameOf: (iso3: Iso3) => string): string | null {
  if (kind !== 'annual_report') return null;
  const names = completed
    .filter((line) => line.kind === 'annual_report' && line.year === year)
    .flatMap(({ clocks }) => clocks.map(({ state }) => nameOf(state)));
  return names.length === 0 ? null : `in already: ${names.join(', ')}`;
}
