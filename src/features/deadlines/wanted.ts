import type { Day } from '../../treaty/day.ts';
import type { ClockKind, Iso3 } from '../../treaty/facts.ts';

/** Which of the treaty's dates somebody wants to see. */
export interface Wanted {
  /** Null for today. */
  asOf: Day | null;
  /** The first and last day of the window that was asked for; null where none was. */
  from: Day | null;
  until: Day | null;
  /** Without a window: everything ahead, not the coming year alone. */
  everything: boolean;
  /** Null for every kind. */
  kinds: readonly ClockKind[] | null;
  article: 3 | 4 | 7 | null;
  state: Iso3 | null;
}

export const ALL_DATES: Wanted = {
  asOf: null,
  from: null,
  until: null,
  everything: false,
  kinds: null,
  article: null,
  state: null,
};
