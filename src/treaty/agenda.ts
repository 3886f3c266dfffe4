import { addDays, addYears, type Day } from './day.ts';
import type { Clock, ClockKind } from './facts.ts';
import { groupedBy } from './grouped.ts';

/** Clocks of one kind that fall due on the same day; the States in the order asked for. */
export interface DateLine {
  kind: ClockKind;
  article: 3 | 4 | 7;
  /** Of remnants that came to be after entry into force (Art. 4.1(b)). */
  newRemnants: boolean;
  due: Day;
  /** Calendar year covered, for annual reports. */
  year: number | null;
  /** Code of the deciding meeting, for extension requests. */
  meeting: string | null;
  clocks: readonly Clock[];
}

/** Requests for an extension that one meeting would decide, by the day on which they must be in. */
interface RequestWindow {
  meeting: string;
  due: Day;
  lines: readonly DateLine[];
}

/** The treaty's dates as one reads them from a day on. Every clock stands in one place only. */
export interface Agenda {
  /** Obligations whose deadline has passed, with no outcome on record; and reports that by the ISU's own word have not come. */
  passed: readonly DateLine[];
  soon: readonly DateLine[];
  requests: readonly RequestWindow[];
  later: readonly DateLine[];
  beyond: readonly DateLine[];
  /** Obligations that a source doubts, or whose outcome is pending: never told as passed. */
  unconfirmed: readonly DateLine[];
  /** Reports and requests whose date has passed and of which the record says nothing: the record's gap, not the State's. */
  silent: readonly DateLine[];
  completed: readonly DateLine[];
}

export interface AgendaSpan {
  asOf: Day;
  /** `soon` ends on this day. */
  soonUntil: Day;
  /** `later` and the request windows end on this day. */
  until: Day;
}

/** From `asOf` on: 120 days, then the rest of a year. */
export const yearAhead = (asOf: Day): AgendaSpan => ({ asOf, soonUntil: addDays(asOf, 120), until: addYears(asOf, 1) });

const KINDS: readonly ClockKind[] = ['clearance', 'stockpile', 'initial_report', 'annual_report', 'extension_request'];

/** "To be confirmed" in words: an obligation doubted or pending, or extended by a grant whose length a second source must confirm. */
export const toBeConfirmed = ({ kind, status, confidence }: Pick<Clock, 'kind' | 'status' | 'confidence'>): boolean =>
  isObligation(kind) && (status === 'uncertain' || (status === 'extended' && confidence !== 'high'));

const isObligation = (kind: ClockKind): boolean => kind === 'clearance' || kind === 'stockpile';

/** Sorts `clocks` into an agenda; `byState` orders the States within a line. */
export function agendaOf(
  clocks: readonly Clock[],
  { asOf, soonUntil, until }: AgendaSpan,
  byState: (a: string, b: string) => number,
): Agenda {
  const placed = groupedBy(clocks, (clock) => placeOf(clock, { asOf, soonUntil, until }));
  const lines = (place: Place): readonly DateLine[] => folded(placed.get(place) ?? [], byState);
  return {
    passed: lines('passed'),
    soon: lines('soon'),
    requests: windows(lines('request')),
    later: lines('later'),
    beyond: lines('beyond'),
    unconfirmed: lines('unconfirmed'),
    silent: lines('silent'),
    completed: lines('completed'),
  };
}

type Place = 'passed' | 'soon' | 'request' | 'later' | 'beyond' | 'unconfirmed' | 'silent' | 'completed';

function placeOf(clock: Clock, { asOf, soonUntil, until }: AgendaSpan): Place {
  const { kind, status, due, outstanding } = clock;
  const obligation = isObligation(kind);
  if (status === 'completed') return 'completed';
  if (obligation && status === 'uncertain') return 'unconfirmed';
  if (due < asOf) return obligation || outstanding === 'confirmed' ? 'passed' : 'silent';
  if (due > until) return 'beyond';
  if (kind === 'extension_request') return 'request';
  return due <= soonUntil ? 'soon' : 'later';
}

function folded(clocks: readonly Clock[], byState: (a: string, b: string) => number): readonly DateLine[] {
  const groups = groupedBy(
    clocks,
    ({ due, kind, article, newRemnants, year, meeting }) =>
      `${due} ${kind} ${article} ${newRemnants} ${year} ${meeting}`,
  );
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { kind, article, newRemnants, due, year, meeting } = first;
      // What would be extended runs out on different days: there the date comes before the name.
      const sorted = group.toSorted(
        (a, b) => (a.extends ?? '').localeCompare(b.extends ?? '') || byState(a.state, b.state),
      );
      return [{ kind, article, newRemnants, due, year, meeting, clocks: sorted }];
    })
    .toSorted(
      (a, b) =>
        a.due.localeCompare(b.due) ||
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        b.article - a.article ||
        byState(a.clocks[0]?.state ?? '', b.clocks[0]?.state ?? ''),
    );
}

const windows = (lines: readonly DateLine[]): readonly RequestWindow[] =>
  [...groupedBy(lines, (line) => `${line.due} ${line.meeting}`).values()].flatMap((group) => {
    const [first] = group;
    return first?.meeting ? [{ meeting: first.meeting, due: first.due, lines: group }] : [];
  });
