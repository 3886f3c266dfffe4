import { clocksOn } from './clocks.ts';
import { byConsequence } from './consequence.ts';
import type { Day } from './day.ts';
import type { Clock, TreatyRecord } from './facts.ts';
import type { Theme } from './theme.ts';
import {
  factKey,
  type Unconfirmed,
  type UnconfirmedFigure,
  type UnconfirmedObligation,
  type UnconfirmedReport,
} from './unconfirmed.ts';

/** A number that a source states, with the number of names it gives. */
export interface Stated {
  asOf: Day;
  theme: Theme | null;
  stated: number;
  named: number | null;
  source: string;
}

function doubtIn(clock: Clock): UnconfirmedObligation['kind'] | null {
  if (clock.kind !== 'clearance' && clock.kind !== 'stockpile') return null;
  if (clock.status === 'overdue') return 'passed';
  if (clock.status === 'uncertain') return clock.confidence === 'low' ? 'low_confidence' : 'request_pending';
  return clock.status === 'extended' && clock.confidence !== 'high' ? 'medium_grant' : null;
}

const obligationsIn = (clocks: readonly Clock[]): readonly UnconfirmedObligation[] =>
  clocks.flatMap((clock) => {
    const kind = doubtIn(clock);
    const { state, article, newRemnants, due, sources } = clock;
    return kind === null || article === 7 ? [] : [{ kind, state, article, newRemnants, due, sources }];
  });

const fellDue = ({ due }: Clock, begun: Day | null, asOf: Day): boolean => begun !== null && begun <= due && due < asOf;

/** Nobody says that it has come, nor that it has not. */
const isSilent = ({ completed, outstanding }: Clock): boolean => completed === null && outstanding === null;

function reportsIn(clocks: readonly Clock[], begun: Day | null, asOf: Day): readonly UnconfirmedReport[] {
  const due = clocks.filter((clock) => clock.article === 7 && fellDue(clock, begun, asOf));
  const initial = due
    .filter((clock) => clock.kind === 'initial_report' && isSilent(clock))
    .map(({ state, due: day, sources }) => ({
      kind: 'report_due' as const,
      state,
      article: 7 as const,
      year: null,
      due: day,
      sources,
    }));
  const annual = due.filter(({ kind }) => kind === 'annual_report');
  const [first] = annual;
  if (first === undefined || first.year === null || !annual.some(isSilent)) return initial;
  const received = annual.filter(({ status }) => status === 'completed').length;
  const year = { year: first.year, due: first.due, received, owed: annual.length };
  return [...initial, { kind: 'year_due', state: null, article: 7, ...year }];
}

const figuresIn = (stated: readonly Stated[], asOf: Day): readonly UnconfirmedFigure[] =>
  stated.flatMap(({ asOf: from, theme, stated: number, named, source }) =>
    from <= asOf && named !== null && named !== number
      ? [{ kind: 'discrepancy' as const, theme, stated: number, named, source }]
      : [],
  );

/**
 * The facts to confirm on `asOf`, those of most consequence first: obligations of low confidence, grants in effect that a
 * single secondary source knows, dates passed without an outcome or with one pending, reports that fell due while the desk
 * kept the record, and stated numbers that differ from their names; without those that the ISU has confirmed as they stand.
 */
export function factsToConfirm(
  record: TreatyRecord,
  stated: readonly Stated[],
  asOf: Day,
  clocks = clocksOn(record, asOf),
): readonly Unconfirmed[] {
  const confirmed = new Set(record.confirmed);
  return [...obligationsIn(clocks), ...reportsIn(clocks, record.begun, asOf), ...figuresIn(stated, asOf)]
    .filter((fact) => !confirmed.has(factKey(fact)))
    .toSorted(byConsequence(clocks, asOf));
}
