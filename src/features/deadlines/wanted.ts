import type { Day } from '../../treaty/day.ts';
import type { ClockKind, Iso3 } from '../../treaty/facts.ts';
import type { ReadStatus } from '../../treaty/read-status.ts';
import type { Region } from '../../treaty/regions.ts';

export type Article = 3 | 4 | 7;

/** Which of the treaty's dates somebody wants to see. An empty list narrows nothing. */
export interface Wanted {
  /** Null for today. */
  asOf: Day | null;
  /** The first and last day of the window that was asked for; null where none was. */
  from: Day | null;
  until: Day | null;
  /** Without a window: everything ahead, not the coming year alone. */
  everything: boolean;
  /** The calendar year that annual reports cover; null for any. */
  reportYear: number | null;
  /** Kinds named by themselves; those of an article that is named without them are all of its kinds. */
  kinds: readonly ClockKind[];
  articles: readonly Article[];
  states: readonly Iso3[];
  regions: readonly Region[];
  statuses: readonly ReadStatus[];
  /** Subjects that were named and for which the Convention sets no date. */
  undated: readonly string[];
}

export const ALL_DATES: Wanted = {
  asOf: null,
  from: null,
  until: null,
  everything: false,
  reportYear: null,
  kinds: [],
  articles: [],
  states: [],
  regions: [],
  statuses: [],
  undated: [],
};
