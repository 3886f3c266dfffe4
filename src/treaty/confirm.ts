import { clocksOn } from './clocks.ts';
import type { Day } from './day.ts';
import type { Clock, Iso3, TreatyRecord } from './facts.ts';
import type { Theme } from './theme.ts';

/** A fact of the record that the ISU is asked to confirm. */
export type Unconfirmed =
  | {
      kind: 'low_confidence' | 'medium_grant' | 'passed' | 'request_pending';
      state: Iso3;
      article: 3 | 4;
      due: Day;
      sources: readonly string[];
    }
  | { kind: 'discrepancy'; theme: Theme | null; stated: number; named: number; source: string };

/** A number that a source states, with the number of names it gives. */
export interface Stated {
  asOf: Day;
  theme: Theme | null;
  stated: number;
  named: number | null;
  source: string;
}

function doubtIn(clock: Clock): Exclude<Unconfirmed['kind'], 'discrepancy'> | null {
  if (clock.kind !== 'clearance' && clock.kind !== 'stockpile') return null;
  if (clock.status === 'overdue') return 'passed';
  if (clock.status === 'uncertain') return clock.confidence === 'low' ? 'low_confidence' : 'request_pending';
  return clock.status === 'extended' && clock.confidence !== 'high' ? 'medium_grant' : null;
}

/**
 * The facts to confirm on `asOf`: obligations of low confidence, grants in effect that a single secondary source knows,
 * dates passed without an outcome or with one pending, and stated numbers that differ from their names.
 */
export function factsToConfirm(
  record: TreatyRecord,
  stated: readonly Stated[],
  asOf: Day,
  clocks = clocksOn(record, asOf),
): readonly Unconfirmed[] {
  const obligations = clocks.flatMap((clock) => {
    const kind = doubtIn(clock);
    return kind === null || clock.article === 7
      ? []
      : [{ kind, state: clock.state, article: clock.article, due: clock.due, sources: clock.sources }];
  });
  const discrepancies = stated
    .filter((figure) => figure.asOf <= asOf && figure.named !== null && figure.named !== figure.stated)
    .map(({ theme, stated: number, named, source }) => ({
      kind: 'discrepancy' as const,
      theme,
      stated: number,
      named: named ?? 0,
      source,
    }));
  return [...obligations, ...discrepancies];
}
