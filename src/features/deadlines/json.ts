import type { Day } from '../../treaty/day.ts';
import type { Clock, ClockKind, ClockStatus, Iso3 } from '../../treaty/facts.ts';

/** One clock as the command line prints it; for an extension request `article` is the one extended. */
export interface DeadlineLine {
  state: Iso3;
  article: 3 | 4 | 7;
  kind: ClockKind;
  due: Day;
  originalDue: Day;
  status: ClockStatus;
  basis: string;
  sources: readonly string[];
}

export interface DeadlineFilter {
  /** Only what is due on or before this day; what is completed is then left out. */
  until?: Day | null;
  article?: 3 | 4 | 7 | null;
  state?: Iso3 | null;
}

const before = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lines of `clocks` that pass the filter, by due date, State, article and kind. */
export const deadlineLines = (clocks: readonly Clock[], filter: DeadlineFilter = {}): readonly DeadlineLine[] =>
  clocks
    .filter(({ state }) => !filter.state || state === filter.state)
    .filter(({ article }) => !filter.article || article === filter.article)
    .filter(({ due, status }) => !filter.until || (due <= filter.until && status !== 'completed'))
    .toSorted(
      (a, b) =>
        before(a.due, b.due) || before(a.state, b.state) || before(a.article, b.article) || before(a.kind, b.kind),
    )
    .map(({ state, article, kind, due, originalDue, status, basis, sources }) => ({
      state,
      article,
      kind,
      due,
      originalDue,
      status,
      basis,
      sources,
    }));
