import type { Clock, StateFacts } from '../../treaty/facts.ts';
import { REGIONS } from '../../treaty/regions.ts';
import type { Wanted } from './wanted.ts';

/** A narrower question, as one would type it, and how many dates it asks for. */
export interface Narrower {
  words: string;
  count: number;
}

/**
 * Ways to ask for less, for a list that is cut: by region, by article and by year, as far as the question does not name them
 * yet; of each kind the one that leaves most and still fits into `most`.
 */
export function narrowerThan(
  asked: string,
  wanted: Wanted,
  clocks: readonly Clock[],
  states: readonly Pick<StateFacts, 'iso3' | 'region'>[],
  most: number,
): readonly Narrower[] {
  const regionOf = new Map(states.map(({ iso3, region }) => [iso3, region]));
  const ways = [
    wanted.regions.length > 0 || wanted.states.length > 0
      ? []
      : REGIONS.map((region) => ({
          words: region,
          clocks: clocks.filter(({ state }) => regionOf.get(state) === region),
        })),
    wanted.articles.length > 0 || wanted.kinds.length > 0
      ? []
      : ([3, 4, 7] as const).map((article) => ({
          words: `Article ${article}`,
          clocks: clocks.filter((clock) => clock.article === article),
        })),
    wanted.from !== null || wanted.until !== null
      ? []
      : [...new Set(clocks.map(({ due }) => due.slice(0, 4)))].map((year) => ({
          words: year,
          clocks: clocks.filter(({ due }) => due.startsWith(year)),
        })),
  ];
  return ways.flatMap((each) => {
    const [best] = each
      .map(({ words, clocks: { length: count } }) => ({ words: `${asked} ${words}`.trim(), count }))
      .filter(({ count }) => count > 0 && count <= most)
      .toSorted((a, b) => b.count - a.count);
    return best === undefined ? [] : [best];
  });
}
