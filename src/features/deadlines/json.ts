import type { Day } from '../../treaty/day.ts';
import { type DeadlineLine, deadlineLine } from '../../treaty/deadline-line.ts';
import type { Clock, Iso3 } from '../../treaty/facts.ts';

export interface DeadlineFilter {
  /** Only what is due on or before this day; what is completed is then left out. */
  until?: Day | null;
  article?: 3 | 4 | 7 | null;
  state?: Iso3 | null;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lines of `clocks` that pass the filter, by due date, State, article and kind. */
export const deadlineLines = (clocks: readonly Clock[], filter: DeadlineFilter = {}): readonly DeadlineLine[] =>
  clocksListed(clocks, filter).map(deadlineLine);

/** The same clocks, for whoever writes them in words. */
export const clocksListed = (clocks: readonly Clock[], filter: DeadlineFilter): readonly Clock[] =>
  clocks
    .filter(({ state }) => !filter.state || state === filter.state)
    .filter(({ article }) => !filter.article || article === filter.article)
    .filter(({ due, status }) => !filter.until || (due <= filter.until && status !== 'completed'))
    .toSorted(
      (a, b) =>
        compare(a.due, b.due) || compare(a.state, b.state) || compare(a.article, b.article) || compare(a.kind, b.kind),
    );
