import type { Day } from './day.ts';
import type { Iso3, ReportFact } from './facts.ts';
import { endOf } from './vague-date.ts';

/** A report that is in on a day and asks for no help, by its own word. */
export interface ReportWithoutRequest extends ReportFact {
  year: number;
}

/**
 * The latest annual report (Art. 7.2) of each State that is on record on `asOf` and says that no help is asked. One that
 * nobody has read yet, or that a source doubts, says nothing.
 */
export function reportsWithoutRequest(
  reports: readonly ReportFact[],
  asOf: Day,
): ReadonlyMap<Iso3, ReportWithoutRequest> {
  const latest = new Map<Iso3, ReportWithoutRequest>();
  for (const fact of reports) {
    const { state, year, event, helpAsked, confidence, date } = fact;
    if (year === null || event !== 'received' || helpAsked !== 'no' || confidence === 'low') continue;
    const isIn = fact.asOf <= asOf && (endOf(date) ?? fact.asOf) <= asOf;
    if (isIn && year >= (latest.get(state)?.year ?? year)) latest.set(state, { ...fact, year });
  }
  return latest;
}
