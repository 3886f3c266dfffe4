import type { Day } from '../treaty/day.ts';
import type { ClockKind, Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';

/** What is asked of the register: who asked for help, or what one State asked for. */
export interface NeedsQuestion {
  about: 'needs';
  themes: readonly Theme[];
  /** With several themes: States that asked for all of them, or for any. */
  combine: 'all' | 'any';
  states: readonly Iso3[];
  without: readonly Iso3[];
  year: number | null;
  form: 'list' | 'count_states' | 'count_requests' | 'yes_no' | 'what';
}

/** What is asked of the treaty's dates. */
export interface DeadlinesQuestion {
  about: 'deadlines';
  states: readonly Iso3[];
  /** Null for every kind. */
  kinds: readonly ClockKind[] | null;
  /** Themes asked for; those without a clock have no kind. */
  themes: readonly Theme[];
  without: readonly Iso3[];
  from: Day | null;
  until: Day | null;
  /** `states`: which States have such a date; `dates`: which dates there are; `count`: how many of either. */
  form: 'states' | 'dates' | 'count_states' | 'count_dates';
}

export type StandingSubject = 'party' | 'ratify' | 'sign' | 'signatory' | 'in_force' | 'standing';

/** What is asked of the standing of States. */
export interface StandingQuestion {
  about: 'standing';
  subject: StandingSubject;
  states: readonly Iso3[];
  form: 'yes_no' | 'when' | 'count' | 'list';
}

/** A question as the desk understood it; data, so that it can be kept and run again. */
export type Question = (NeedsQuestion | DeadlinesQuestion | StandingQuestion) & {
  /** Null for today. */
  asOf: Day | null;
};

/** What became of a text. */
export type Reading =
  | { kind: 'understood'; question: Question }
  | { kind: 'ambiguous'; why: string; suggestions: readonly string[] }
  | { kind: 'no_data'; subject: string }
  | { kind: 'out_of_scope'; subject: string }
  | { kind: 'no_such_day'; text: string }
  | { kind: 'too_long' }
  | { kind: 'not_understood'; words: readonly string[]; nearest: readonly Iso3[] };

/** A text of which every word is known, and that makes no question the desk can answer. */
export const NOT_UNDERSTOOD: Reading = { kind: 'not_understood', words: [], nearest: [] };
