import { listed } from '../../blocks/words.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { addDays, type Day } from '../../treaty/day.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { liesIn, type Region } from '../../treaty/regions.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';

/** What of everything a digest tells. */
export interface Narrowing {
  /** Empty for all. */
  themes: readonly Theme[];
  /** Empty for all. */
  regions: readonly Region[];
  /** How many days ahead; null for a year. */
  horizon: number | null;
  /** Only these States; null for all. */
  states: readonly Iso3[] | null;
}

export const WHOLE: Narrowing = { themes: [], regions: [], horizon: null, states: null };

/** How far ahead a digest may look. */
export const HORIZONS = [30, 120] as const;

export const isWhole = ({ themes, regions, horizon, states }: Narrowing): boolean =>
  themes.length === 0 && regions.length === 0 && horizon === null && states === null;

/** The article whose dates belong to a theme; the other themes have none. */
const ARTICLE: Partial<Readonly<Record<Theme, Clock['article']>>> = {
  STOCKPILE_DESTRUCTION: 3,
  SURVEY_AND_CLEARANCE: 4,
  TRANSPARENCY: 7,
};

function isIn({ regions, states }: Narrowing, { states: all }: TreatyRecord): (iso3: Iso3) => boolean {
  const wanted = all.filter(
    (state) =>
      (states === null || states.includes(state.iso3)) &&
      (regions.length === 0 || regions.some((region) => liesIn(region, state))),
  );
  const codes = new Set(wanted.map(({ iso3 }) => iso3));
  return (iso3) => codes.has(iso3);
}

/** The dates that it leaves. */
export function clocksWithin(
  clocks: readonly Clock[],
  narrowing: Narrowing,
  record: TreatyRecord,
  asOf: Day,
): readonly Clock[] {
  if (isWhole(narrowing)) return clocks;
  const { themes, horizon } = narrowing;
  const here = isIn(narrowing, record);
  const articles = themes.map((theme) => ARTICLE[theme]);
  const last = horizon === null ? null : addDays(asOf, horizon);
  return clocks.filter(
    ({ state, article, due }) =>
      here(state) && (themes.length === 0 || articles.includes(article)) && (last === null || due <= last),
  );
}

/** The requests that it leaves. */
export function needsWithin(needs: readonly NeedRow[], narrowing: Narrowing, record: TreatyRecord): readonly NeedRow[] {
  if (isWhole(narrowing)) return needs;
  const { themes } = narrowing;
  const here = isIn(narrowing, record);
  return needs.filter(({ state, theme }) => here(state) && (themes.length === 0 || themes.includes(theme)));
}

/** "only victim assistance · only Western Africa · 120 days ahead"; empty for everything. */
export function narrowingWords({
  themes,
  regions,
  horizon,
}: Pick<Narrowing, 'themes' | 'regions' | 'horizon'>): string {
  const names = themes.map((theme) => THEME_WORDS[theme].name);
  return [
    ...(names.length === 0 ? [] : [`only ${listed(names)}`]),
    ...(regions.length === 0 ? [] : [`only ${listed(regions)}`]),
    ...(horizon === null ? [] : [`${horizon} days ahead`]),
  ].join(' · ');
}

/** Of themes that were chosen: whether none of them has a date in the Convention. */
export const hasNoDates = (themes: readonly Theme[]): boolean =>
  themes.length > 0 && themes.every((theme) => ARTICLE[theme] === undefined);
