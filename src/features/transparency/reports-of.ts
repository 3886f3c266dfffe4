import type { PlainTextOption } from '@slack/types';
import { option } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { clocksOfState, clocksOn } from '../../treaty/clocks.ts';
import { type Day, yearOf } from '../../treaty/day.ts';
import { entryIntoForce } from '../../treaty/entry-into-force.ts';
import type { Iso3, ReportFact, StateFacts, TreatyRecord } from '../../treaty/facts.ts';
import { isOfReport, type ReportRef } from '../../treaty/report-warnings.ts';
import { dueOf, reportCode, reportWords } from './report-words.ts';

/** The first year of which a report could have been made: that of the Convention's own entry into force. */
const FIRST_YEAR = 2010;

/** The receipt of a report that is on record; undefined where none is. */
export const receiptOf = (reports: readonly ReportFact[], report: ReportRef): ReportFact | undefined =>
  reports.findLast((fact) => isOfReport(report)(fact) && fact.event === 'received');

/** The reports that a State may have sent, as the form offers them: the initial one, and the years, the latest first. */
export function reportOptions(state: StateFacts, { reports }: TreatyRecord, today: Day): readonly PlainTextOption[] {
  const { deposited, iso3 } = state;
  const first = deposited === null ? FIRST_YEAR : Math.min(yearOf(entryIntoForce(deposited)), yearOf(today));
  const years = Array.from({ length: yearOf(today) - first + 1 }, (_, back) => yearOf(today) - back);
  return [null, ...years].map((year) => {
    const words = reportWords(year);
    const due = dueOf(year, state);
    const receipt = receiptOf(reports, { state: iso3, year });
    const when = receipt && (vagueWords(receipt.date) ?? 'received');
    const standing = when ? `in, ${when}` : due === null ? null : `due ${shortDate(due)}`;
    return option(
      [`${words.charAt(0).toUpperCase()}${words.slice(1)}`, standing].filter(Boolean).join(' · '),
      reportCode(year),
    );
  });
}

/** The report that is most likely to have come in: an initial one that is awaited, else that of the latest year due without a receipt, else the next. */
export function likelyReport(record: TreatyRecord, iso3: Iso3, today: Day): string {
  const clocks = clocksOfState(clocksOn(record, today), iso3).filter(({ completed }) => completed === null);
  const { begun } = record;
  const initial = clocks.find(
    ({ kind, due, outstanding }) =>
      kind === 'initial_report' && (outstanding !== null || due >= today || (begun !== null && due >= begun)),
  );
  if (initial !== undefined) return reportCode(null);
  const annual = clocks.find(({ kind }) => kind === 'annual_report');
  return annual === undefined ? '' : reportCode(annual.year);
}
