import type { Iso3, StateFacts } from './facts.ts';

const collator = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });

const asSeated = (unName: string): string => unName.replace(/^St\. /, 'Saint ');

type Named = Pick<StateFacts, 'iso3' | 'unName'>;

/** Compares two States by the English alphabetical order of their UN names, as they are seated: no accents, "St." as "Saint". */
const byProtocol = (a: Named, b: Named): number => collator.compare(asSeated(a.unName), asSeated(b.unName));

/** A comparison of codes by the same order; a code that is not among `states` comes last. */
export function protocolOrder(states: readonly Named[]): (a: Iso3, b: Iso3) => number {
  const seat = new Map(states.toSorted(byProtocol).map(({ iso3 }, at) => [iso3, at] as const));
  const last = states.length;
  return (a, b) => (seat.get(a) ?? last) - (seat.get(b) ?? last);
}
