import type { Day } from './day.ts';
import type { Iso3, TreatyRecord } from './facts.ts';
import { type ObligationOn, obligationOn } from './obligation.ts';

/** What the record says on `asOf` of one State's obligation under Article 3 or 4.1(a), or with `newRemnants` 4.1(b); null where it has none. */
export const obligationOf = (
  { events, meetings }: TreatyRecord,
  state: Iso3,
  article: 3 | 4 | 7,
  asOf: Day,
  newRemnants = false,
): ObligationOn | null =>
  obligationOn(
    events.filter((event) => event.state === state && event.article === article && event.newRemnants === newRemnants),
    meetings,
    asOf,
  );
