import type { Reader } from '../../db/client.ts';
import { readNeeds } from '../../db/read/needs.ts';
import { type RecordedReport, readRecordedReports } from '../../db/read/recorded-reports.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import type { SaidRow } from '../../db/read/said.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { Day } from '../../treaty/day.ts';
import { reportToldOtherwise } from '../facts/use-cases.ts';
import { dueOf } from './report-words.ts';

/** A statement on a report as its card shows it. */
export interface Receipt {
  report: RecordedReport;
  stateName: string;
  /** The day by which Art. 7 has it in; null for a State for which the Convention is not in force. */
  due: Day | null;
  /** The statement whose place it took. */
  before: RecordedReport | null;
  /** The requests that the report names, those taken back with it included. */
  needs: readonly NeedRow[];
  /** The messages that said otherwise before. */
  told: readonly SaidRow[];
}

/** A statement on a report, standing or taken back; null for one that is not on record. */
export async function readReceipt(db: Reader, id: string): Promise<Receipt | null> {
  const all = await readRecordedReports(db);
  const report = all.find((each) => each.id === id);
  if (report === undefined) return null;
  const { states } = await readTreatyRecord(db);
  const state = states.find(({ iso3 }) => iso3 === report.state);
  const at = report.takenBack?.at ?? report.recordedAt;
  return {
    report,
    stateName: state?.shortName ?? report.state,
    due: state === undefined ? null : dueOf(report.year, state),
    before: all.find((each) => each.id === report.corrects) ?? null,
    needs: await needsOf(db, report),
    told: await reportToldOtherwise(db, report, at),
  };
}

/** The requests that a report of a State names. */
export async function needsOf(
  db: Reader,
  { state, year }: Pick<RecordedReport, 'state' | 'year'>,
): Promise<readonly NeedRow[]> {
  const needs = await readNeeds(db, { states: [state] });
  return needs.filter(
    ({ reportingYear, sources, status }) =>
      status !== 'withdrawn' && reportingYear === year && (year !== null || sources[0]?.kind === 'article7_report'),
  );
}
