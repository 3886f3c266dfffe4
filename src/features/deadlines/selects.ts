import type { Day } from '../../treaty/day.ts';
import type { Clock, ClockKind, Iso3, StateFacts } from '../../treaty/facts.ts';
import { readStatuses } from '../../treaty/read-status.ts';
import { liesIn } from '../../treaty/regions.ts';
import type { Wanted } from './wanted.ts';

/** Whether `wanted` asks for a date; `states` are those of the record, for their regions. */
export function selecting(
  wanted: Wanted,
  states: readonly Pick<StateFacts, 'iso3' | 'region'>[],
  asOf: Day,
): (clock: Clock) => boolean {
  const chosen = statesOf(wanted, states);
  const { statuses, reportYear } = wanted;
  return (clock) =>
    (chosen === null || chosen.has(clock.state)) &&
    isOfKind(clock, wanted) &&
    (reportYear === null || clock.kind !== 'annual_report' || clock.year === reportYear) &&
    isInWindow(clock, wanted, asOf) &&
    (statuses.length === 0 || readStatuses(clock, asOf).some((each) => statuses.includes(each)));
}

/** The States named, and those of the regions named; null for all. */
function statesOf(
  { states, regions }: Wanted,
  all: readonly Pick<StateFacts, 'iso3' | 'region'>[],
): ReadonlySet<Iso3> | null {
  if (states.length === 0 && regions.length === 0) return null;
  const inRegions = all.filter((state) => regions.some((region) => liesIn(region, state)));
  return new Set([...states, ...inRegions.map(({ iso3 }) => iso3)]);
}

const REPORTS: readonly ClockKind[] = ['initial_report', 'annual_report'];

/** A kind narrows the articles it belongs to, and brings them in where no article is named for it. */
function isOfKind({ article, kind }: Clock, { articles, kinds }: Wanted): boolean {
  if (articles.length === 0 && kinds.length === 0) return true;
  const asked = kinds.filter((each) => REPORTS.includes(each) === (article === 7));
  const obligations = articles.some((each) => each !== 7);
  const named = articles.includes(article) || (asked.length > 0 && (article === 7 || !obligations));
  return named && (asked.length === 0 || asked.includes(kind));
}

/** A window bounds what lies ahead; from today on, or without a first day, all that has passed stays in sight. */
function isInWindow({ due, status }: Clock, { from, until }: Wanted, asOf: Day): boolean {
  if (from !== null && due < from && !(from === asOf && status !== 'completed')) return false;
  return until === null || due <= until;
}

/** Whether reports are what is asked about: then also what a source alone says of them is told. */
export const asksOfReports = ({ states, articles, kinds, everything }: Wanted): boolean =>
  everything || states.length > 0 || articles.includes(7) || kinds.some((kind) => REPORTS.includes(kind));
