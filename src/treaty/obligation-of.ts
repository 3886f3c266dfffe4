import type { Day } from './day.ts';
import type { Iso3, TreatyRecord } from './facts.ts';
import { groupedBy, onceFor } from './grouped.ts';
import { type Dated, inOrder, type ObligationOn, obligationFrom } from './obligation.ts';

const keyOf = (state: Iso3, article: 3 | 4 | 7, newRemnants: boolean): string =>
  `${state} ${article}${newRemnants ? '(b)' : ''}`;

/** The events of each obligation, dated and in order: the same on whatever day they are asked for. */
const byObligation = onceFor(
  ({ events, meetings }: Pick<TreatyRecord, 'events' | 'meetings'>): ReadonlyMap<string, readonly Dated[]> =>
    new Map(
      [...groupedBy(events, (event) => keyOf(event.state, event.article, event.newRemnants))].map(
        ([key, own]) => [key, inOrder(own, meetings)] as const,
      ),
    ),
);

/** What the record says on `asOf` of one State's obligation under Article 3 or 4.1(a), or with `newRemnants` 4.1(b); null where it has none. */
export function obligationOf(
  record: TreatyRecord,
  state: Iso3,
  article: 3 | 4 | 7,
  asOf: Day,
  newRemnants = false,
): ObligationOn | null {
  const own = byObligation(record).get(keyOf(state, article, newRemnants));
  return own === undefined ? null : obligationFrom(own, asOf);
}
