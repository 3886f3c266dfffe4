import type { Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Facts, KnownNeed } from './facts.ts';
import type { NeedsQuestion } from './question.ts';

const openOn = ({ needs, asOf }: Facts): readonly KnownNeed[] =>
  needs.filter((need) => need.asOf <= asOf && (need.closedOn === null || need.closedOn > asOf));

/** The year of the latest report of each State in which it asked for something. */
function latestReports(open: readonly KnownNeed[]): ReadonlyMap<Iso3, number> {
  const latest = new Map<Iso3, number>();
  for (const { state, reportingYear } of open) {
    if (reportingYear !== null) latest.set(state, Math.max(latest.get(state) ?? reportingYear, reportingYear));
  }
  return latest;
}

/** The requests that stand on the as-of date: of the year asked for, else of each State's latest report, and those outside any report. */
export function needsStanding(facts: Facts, year: number | null): readonly KnownNeed[] {
  const open = openOn(facts);
  if (year !== null) return open.filter(({ reportingYear }) => reportingYear === year);
  const latest = latestReports(open);
  return open.filter(({ state, reportingYear }) => reportingYear === null || reportingYear === latest.get(state));
}

/** The States whose standing requests answer the question, and the requests that make them do so. */
export function answering(
  standing: readonly KnownNeed[],
  { themes, combine, states, without }: NeedsQuestion,
): { states: readonly Iso3[]; needs: readonly KnownNeed[] } {
  const of = themes.length === 0 ? standing : standing.filter(({ theme }) => themes.includes(theme));
  const askedBy = new Map<Iso3, Set<Theme>>();
  for (const { state, theme } of of) askedBy.set(state, (askedBy.get(state) ?? new Set()).add(theme));
  const fits = (state: Iso3): boolean =>
    (combine === 'any' || themes.every((theme) => askedBy.get(state)?.has(theme))) &&
    (states.length === 0 || states.includes(state)) &&
    !without.includes(state);
  const found = [...askedBy.keys()].filter(fits);
  return { states: found, needs: of.filter(({ state }) => found.includes(state)) };
}

/** States whose latest report does not ask for any of the themes while an earlier one did, with the year of that one. */
export function noLongerAsking(
  facts: Facts,
  { themes, year, states, without }: NeedsQuestion,
): readonly { state: Iso3; year: number }[] {
  if (year !== null || themes.length === 0 || states.length > 0) return [];
  const open = openOn(facts);
  const latest = latestReports(open);
  const asking = open.filter(({ theme }) => themes.includes(theme));
  const earlier = new Map<Iso3, number>();
  for (const { state, reportingYear } of asking) {
    const last = latest.get(state);
    if (reportingYear === null || last === undefined || reportingYear >= last || without.includes(state)) continue;
    const stillAsks = asking.some((need) => need.state === state && (need.reportingYear ?? last) === last);
    if (!stillAsks) earlier.set(state, Math.max(earlier.get(state) ?? 0, reportingYear));
  }
  return [...earlier].map(([state, asked]) => ({ state, year: asked }));
}
