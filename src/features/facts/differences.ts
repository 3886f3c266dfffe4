import type { Day } from '../../treaty/day.ts';
import type { Iso3, ObligationEvent, TreatyRecord } from '../../treaty/facts.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';
import { datesShown, valueWords } from './value-words.ts';

/** An obligation, or a report, that the record now sees otherwise than it did. */
export interface Difference {
  state: Iso3;
  article: 3 | 4 | 7;
  newRemnants: boolean;
  /** In words: "1 April 2021", "completed 10 Jul 2020". */
  old: string;
  now: string;
  /** How messages may have shown the old value. */
  shown: readonly string[];
}

export type ObligationRef = Pick<ObligationEvent, 'state' | 'article' | 'newRemnants'>;

/** How one obligation stood on `asOf` by two states of the record; null where they say the same. */
export function differenceIn(
  { state, article, newRemnants }: ObligationRef,
  then: TreatyRecord,
  now: TreatyRecord,
  asOf: Day,
): Difference | null {
  const before = obligationOf(then, state, article, asOf, newRemnants);
  const after = obligationOf(now, state, article, asOf, newRemnants);
  const [old, value] = [valueWords(before), valueWords(after)];
  return old === value ? null : { state, article, newRemnants, old, now: value, shown: datesShown(before) };
}

/** What is different on `asOf` of the obligations that a message rested on. */
export function differencesIn(
  carried: readonly string[],
  events: readonly ObligationEvent[],
  then: TreatyRecord,
  now: TreatyRecord,
  asOf: Day,
): readonly Difference[] {
  const wanted = new Set(carried);
  const obligations = new Map(
    events
      .filter(({ id }) => wanted.has(id))
      .map((event) => [`${event.state} ${event.article} ${event.newRemnants}`, event] as const),
  );
  return [...obligations.values()].flatMap((event) => differenceIn(event, then, now, asOf) ?? []);
}
