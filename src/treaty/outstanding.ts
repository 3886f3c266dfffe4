import type { Day } from './day.ts';
import type { Confidence, Outstanding, ReportFact, ReportYearFact } from './facts.ts';

/** That a report has not come, and who says so. */
export interface Awaited {
  outstanding: Outstanding;
  confidence: Confidence;
  by: { id: string; source: string };
}

/**
 * Who says on `asOf` that a report (Art. 7) of which the record holds no receipt has not come: the ISU itself, of the report
 * or by marking its year complete; or a source alone. `about` are the statements on it that are known. Null: nobody, and
 * silence of the record is never lateness.
 */
export function outstandingOf(
  about: readonly ReportFact[],
  years: readonly ReportYearFact[],
  year: number | null,
  asOf: Day,
): Awaited | null {
  const told = about.findLast(({ event }) => event === 'not_yet');
  const complete = years.findLast((fact) => fact.year === year && fact.completeSince <= asOf);
  const by = told ?? complete;
  if (by !== undefined) return { outstanding: 'confirmed', confidence: 'high', by };
  const listed = about.find(({ event }) => event === 'overdue');
  if (listed === undefined) return null;
  const { confidence } = listed;
  return { outstanding: confidence === 'low' ? 'doubted' : 'listed', confidence, by: listed };
}
