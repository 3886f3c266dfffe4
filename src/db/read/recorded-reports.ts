import type { Confidence, Iso3, Precision, ReportFact, ReportYearFact } from '../../treaty/facts.ts';
import type { Reader } from '../client.ts';
import { dayFrom } from '../days.ts';
import { type Recorded, readRetractions, recordingOf } from './recorded.ts';

/** A statement on a report with all that is known of its recording; also one that was corrected or taken back. */
export interface RecordedReport extends ReportFact, Recorded {
  link: string | null;
  /** The forms that the State marked as changed, A to J. */
  forms: readonly string[];
  evidence: readonly string[];
  reason: string | null;
  /** What the desk warned about before it was kept, in words. */
  warnings: readonly string[];
  submission: string | null;
}

/** All statements on the reports of one State, or of all States, as they were recorded, oldest first. */
export async function readRecordedReports(db: Reader, state: Iso3 | null = null): Promise<readonly RecordedReport[]> {
  const rows = await db.article7Report.findMany({
    ...(state === null ? {} : { where: { iso3: state } }),
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const backOf = await readRetractions(db);
  return rows.map((row) => ({
    id: row.id,
    corrects: row.corrects,
    state: row.iso3,
    kind: row.kind as ReportFact['kind'],
    year: row.year,
    event: row.event as ReportFact['event'],
    date: { text: row.date, precision: row.precision as Precision },
    asOf: dayFrom(row.asOf),
    helpAsked: row.helpAsked as ReportFact['helpAsked'],
    confidence: row.confidence as Confidence,
    source: row.source,
    link: row.link,
    forms: row.forms,
    evidence: row.evidence,
    reason: row.reason,
    warnings: row.warnings,
    submission: row.submission,
    ...recordingOf(row, backOf),
  }));
}

/** A year that was marked complete, also where that was taken back. */
export interface RecordedYear extends ReportYearFact, Recorded {}

/** All years that were ever marked complete, oldest first. */
export async function readRecordedYears(db: Reader): Promise<readonly RecordedYear[]> {
  const rows = await db.reportYear.findMany({ orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] });
  const backOf = await readRetractions(db);
  return rows.map((row) => ({
    id: row.id,
    corrects: null,
    year: row.year,
    completeSince: dayFrom(row.completeSince),
    source: row.source,
    ...recordingOf(row, backOf),
  }));
}
