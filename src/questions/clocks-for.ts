import type { Day } from '../treaty/day.ts';
import type { Clock } from '../treaty/facts.ts';
import { liesIn } from '../treaty/regions.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Facts } from './facts.ts';
import type { Dated, DeadlinesQuestion } from './question.ts';
import { within } from './span-days.ts';

/** What is asked of dates, between days. */
export type AskedDates = Omit<Dated, 'span'> & { from: Day | null; until: Day | null };

export const HAS_CLOCK: readonly Theme[] = ['SURVEY_AND_CLEARANCE', 'STOCKPILE_DESTRUCTION', 'TRANSPARENCY'];
export const THEME_OF: Readonly<Record<Clock['article'], Theme>> = {
  3: 'STOCKPILE_DESTRUCTION',
  4: 'SURVEY_AND_CLEARANCE',
  7: 'TRANSPARENCY',
};

type Days = { from: Day | null; until: Day | null };

/** The clocks of the States, kinds and time asked for. */
export function clocksFor(
  { dated, states, without, region }: DeadlinesQuestion,
  days: Days,
  facts: Facts,
): readonly Clock[] {
  const places =
    region === null ? null : new Set(facts.states.filter((state) => liesIn(region, state)).map(({ iso3 }) => iso3));
  return facts.clocks.filter(
    (clock) =>
      isOfKind(clock, dated, facts.asOf) &&
      within(clock.due, days) &&
      (states.length === 0 || states.includes(clock.state)) &&
      !without.includes(clock.state) &&
      (places === null || places.has(clock.state)),
  );
}

/** Whether a clock is of the kinds asked for; passed are dates of obligations, and reports that a source says have not come. */
export function isOfKind(clock: Clock, { kinds, themes, only, decidedAt }: Omit<Dated, 'span'>, asOf: Day): boolean {
  if (kinds !== null && !kinds.includes(clock.kind)) return false;
  // "Clearance extension requests": those that would extend clearance.
  if (clock.kind === 'extension_request' && themes.length > 0 && !themes.includes(THEME_OF[clock.article]))
    return false;
  if (decidedAt !== null && clock.meeting !== decidedAt) return false;
  if (only === 'passed') {
    if (clock.due >= asOf || clock.status === 'completed') return false;
    return clock.article === 7
      ? kinds !== null && clock.status === 'overdue'
      : clock.kind !== 'extension_request' || kinds !== null;
  }
  return true;
}
