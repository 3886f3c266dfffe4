import type { Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Facts, KnownNeed } from './facts.ts';
import type { NeedsQuestion } from './question.ts';

/** The requests that stand on the as-of date: of the year asked for, else of each State's latest report, and those outside any report. */
export function needsStanding({ needs, asOf }: Facts, year: number | null): readonly KnownNeed[] {
  const open = needs.filter((need) => need.asOf <= asOf && (need.closedOn === null || need.closedOn > asOf));
  if (year !== null) return open.filter(({ reportingYear }) => reportingYear === year);
  const latest = new Map<Iso3, number>();
  for (const { state, reportingYear } of open) {
    if (reportingYear !== null) latest.set(state, Math.max(latest.get(state) ?? reportingYear, reportingYear));
  }
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
