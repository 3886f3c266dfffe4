import type { NeedRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { reportsWithoutRequest } from '../../treaty/help-asked.ts';

/** What a State asked for in an earlier report and does not in its latest one. */
export interface NoLonger {
  /** The year of its latest report. */
  year: number;
  /** The requests that the latest report does not repeat. */
  needs: readonly NeedRow[];
}

/** What `state` no longer asks for on `asOf`; null where its latest report asks for all of it, or there is only one. */
export function noLongerAsked(
  { reports }: Pick<TreatyRecord, 'reports'>,
  state: Iso3,
  needs: readonly NeedRow[],
  asOf: Day,
): NoLonger | null {
  const silent = reportsWithoutRequest(reports, asOf).get(state)?.year ?? 0;
  const year = Math.max(silent, ...needs.map(({ reportingYear }) => reportingYear ?? 0));
  const asked = new Set(needs.filter((need) => (need.reportingYear ?? year) === year).map(({ theme }) => theme));
  const former = needs.filter(({ theme }) => !asked.has(theme));
  return former.length === 0 ? null : { year, needs: former };
}
