import { type Agenda, type AgendaSpan, agendaOf, type DateLine, yearAhead } from '../../treaty/agenda.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';
import { readStatuses } from '../../treaty/read-status.ts';
import { type Standing, standingOn } from '../../treaty/standing.ts';
import { type Line, lineReader, workingDayBefore } from './line.ts';
import { asksOfReports, selecting } from './selects.ts';
import type { Wanted } from './wanted.ts';

export type Heading =
  | 'passed'
  | 'soon'
  | 'requests'
  | 'later'
  | 'beyond'
  | 'unconfirmed'
  | 'listed'
  | 'silent'
  | 'completed';

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
  /** Dates gone by of which nothing is on record, and which are told only when they are asked for. */
  unsaid: number;
  /** States that were named and for which the treaty sets no date, with where they stand. */
  apart: readonly { name: string; standing: Standing }[];
  sources: readonly string[];
  /** The order in which States are named. */
  byState(a: Iso3, b: Iso3): number;
}

const AHEAD: readonly Heading[] = ['soon', 'requests', 'later', 'beyond'];

/** What may be told in any room and drawn: not what a source alone says of reports, nor what is not on record. */
export const forEveryone = (groups: readonly Group[]): readonly Group[] =>
  groups.filter(({ heading }) => heading !== 'listed' && heading !== 'silent');

/** Groups the `clocks` of `record` that `wanted` asks for, as they stand on `asOf`. */
export function composeDates(record: TreatyRecord, clocks: readonly Clock[], wanted: Wanted, asOf: Day): Dates {
  const year = yearAhead(asOf);
  const span = { ...year, until: wanted.until ?? year.until };
  const byState = protocolOrder(record.states);
  const chosen = clocks.filter(selecting(wanted, record.states, asOf));
  const sorted = sortedOut(chosen, asOf);
  const [agenda, listed, silent] = [sorted.told, sorted.listed, sorted.silent].map((each) =>
    agendaOf(each, span, byState),
  ) as [Agenda, Agenda, Agenda];
  const toLine = lineReader({ record, clocks, wanted, agenda, asOf });
  const groups = groupsOf({ agenda, listed, silent, record, wanted, asOf, span, toLine });
  const ahead = groups.filter(({ heading }) => AHEAD.includes(heading)).flatMap(({ lines }) => lines);
  const shown = groups.flatMap(({ lines }) => lines).flatMap((line) => line.clocks);
  const open = isOpen(wanted);
  return {
    asOf,
    from: wanted.from,
    span,
    groups,
    next: ahead.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))[0] ?? null,
    furtherOn: open || wanted.until !== null ? null : furtherOn(agenda.beyond),
    unsaid: asksForSilence(wanted) || !open ? 0 : sorted.silent.length,
    apart: apartFrom(record, wanted, asOf),
    byState,
    sources: [...new Set(shown.flatMap(({ sources }) => sources))],
  };
}

/** Whether more is asked for than the coming year. */
const isOpen = ({ everything, kinds, articles, states, regions, statuses }: Wanted): boolean =>
  everything || [kinds, articles, states, regions, statuses].some((each) => each.length > 0);

const asksForSilence = ({ statuses }: Wanted): boolean => statuses.includes('not on record');

/** Apart from what the record tells: reports that a source alone says have not come, and dates on which it is silent. */
function sortedOut(clocks: readonly Clock[], asOf: Day): Record<'told' | 'listed' | 'silent', readonly Clock[]> {
  const sorted: Record<'told' | 'listed' | 'silent', Clock[]> = { told: [], listed: [], silent: [] };
  for (const clock of clocks) {
    if (readStatuses(clock, asOf).includes('not on record')) sorted.silent.push(clock);
    else if (isListed(clock, asOf)) sorted.listed.push(clock);
    else sorted.told.push(clock);
  }
  return sorted;
}

/** A report of which a source other than the ISU's own word says that it has not come, or whose receipt is doubted. */
const isListed = ({ article, due, status, outstanding }: Clock, asOf: Day): boolean =>
  article === 7 && due < asOf && status !== 'completed' && outstanding !== 'confirmed';

interface Grouping {
  agenda: Agenda;
  listed: Agenda;
  silent: Agenda;
  record: TreatyRecord;
  wanted: Wanted;
  asOf: Day;
  span: AgendaSpan;
  toLine(line: DateLine, ofAll: boolean): Line;
}

function groupsOf({ agenda, listed, silent, record, wanted, asOf, span, toLine }: Grouping): readonly Group[] {
  const open = isOpen(wanted);
  const byStatus = wanted.statuses.length > 0;
  const group = (heading: Heading, lines: readonly DateLine[]): Group => ({
    heading,
    meeting: null,
    lines: lines.map((line) => toLine(line, AHEAD.includes(heading))),
  });
  const windows = agenda.requests.map(({ meeting, due, lines }) => ({
    heading: 'requests' as const,
    meeting: {
      code: meeting,
      name: record.meetings.find(({ code }) => code === meeting)?.name ?? meeting,
      due,
      lastWorkingDay: workingDayBefore(due, asOf),
    },
    lines: lines.map((line) => toLine(line, false)),
  }));
  return [
    group('passed', agenda.passed),
    group('soon', agenda.soon),
    ...windows,
    group('later', agenda.later),
    group('beyond', open && wanted.until === null ? agenda.beyond : []),
    group(
      'unconfirmed',
      agenda.unconfirmed.filter(({ due }) => open || due <= span.until),
    ),
    group('listed', byStatus || asksOfReports(wanted) ? listed.silent : []),
    group('silent', asksForSilence(wanted) ? silent.silent : []),
    group('completed', byStatus || wanted.states.length > 0 ? agenda.completed : []),
  ].filter(({ lines }) => lines.length > 0);
}

function furtherOn(lines: readonly DateLine[]): Dates['furtherOn'] {
  const obligations = lines.filter(({ kind }) => kind === 'clearance' || kind === 'stockpile');
  const [first] = obligations;
  const last = obligations.at(-1);
  if (first === undefined || last === undefined) return null;
  return { count: obligations.reduce((sum, { clocks }) => sum + clocks.length, 0), first: first.due, last: last.due };
}

function apartFrom({ states }: TreatyRecord, wanted: Wanted, asOf: Day): Dates['apart'] {
  return states
    .filter(({ iso3 }) => wanted.states.includes(iso3))
    .map((state) => ({ name: state.shortName, standing: standingOn(state, asOf) }))
    .filter(({ standing }) => standing !== 'state_party' && standing !== 'deposited');
}
