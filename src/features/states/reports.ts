import { shortDate } from '../../blocks/dates.ts';
import { sourceTitle } from '../../blocks/source-words.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, Iso3, ReportFact, TreatyRecord } from '../../treaty/facts.ts';
import { endOf } from '../../treaty/vague-date.ts';

/** The receipts of a State's reports that are on record on `asOf`, without those that a source doubts. */
const receiptsOf = ({ reports }: TreatyRecord, state: Iso3, asOf: Day): readonly ReportFact[] =>
  reports.filter(
    (fact) =>
      fact.state === state &&
      fact.event === 'received' &&
      fact.confidence !== 'low' &&
      fact.asOf <= asOf &&
      (endOf(fact.date) ?? fact.asOf) <= asOf,
  );

/** The years whose annual report is on record, because its receipt is or because a need stands in it. */
function yearsOnRecord(
  { needs }: TreatyRecord,
  receipts: readonly ReportFact[],
  state: Iso3,
  asOf: Day,
): readonly number[] {
  const received = receipts.flatMap(({ kind, year }) => (kind === 'annual' && year !== null ? [year] : []));
  const named = needs
    .filter((need) => need.state === state && need.fromReport && need.asOf <= asOf)
    .flatMap(({ reportingYear }) => reportingYear ?? []);
  return [...new Set([...received, ...named])].toSorted((a, b) => a - b);
}

/** "in"; and that no help was asked for, where the report itself says so. */
const inWords = (receipt: ReportFact | undefined): string => (receipt?.helpAsked === 'no' ? 'in, no help asked' : 'in');

/** "2018: in · 2019: due 30 Apr 2020", then what the record does not hold. */
export function reportLines(record: TreatyRecord, state: Iso3, clocks: readonly Clock[], asOf: Day): readonly string[] {
  const initial = clocks.find(({ kind }) => kind === 'initial_report');
  const annual = clocks.filter(({ kind, year }) => kind === 'annual_report' && year !== null);
  const receipts = receiptsOf(record, state, asOf);
  const inYears = yearsOnRecord(record, receipts, state, asOf);
  const years = [
    ...inYears.map((year) => ({
      year,
      words: inWords(receipts.findLast((receipt) => receipt.kind === 'annual' && receipt.year === year)),
    })),
    ...annual
      .filter(({ year }) => !inYears.includes(year ?? 0))
      .map((clock) => ({ year: clock.year ?? 0, words: awaitedWords(clock, asOf) })),
  ].toSorted((a, b) => a.year - b.year);
  const first = initialWords(initial, receipts, asOf);
  const line = years.map(({ year, words }) => `${year}: ${words}`).join(' · ');
  const other = initial !== undefined && initial.due < asOf ? 'Other years: not on record' : null;
  return [first, line, other].filter((part): part is string => part !== null && part !== '');
}

function awaitedWords({ due, outstanding, completed }: Clock, asOf: Day): string {
  if (completed !== null) return 'to be confirmed';
  if (due >= asOf) return `due ${shortDate(due)}`;
  return outstanding === 'confirmed' ? 'not yet received' : 'not on record';
}

function initialWords(initial: Clock | undefined, receipts: readonly ReportFact[], asOf: Day): string | null {
  if (initial === undefined) return null;
  const { status, due, outstanding, completed, sources } = initial;
  if (status === 'completed') return `Initial: ${inWords(receipts.findLast(({ kind }) => kind === 'initial'))}`;
  if (completed !== null) return 'Initial: to be confirmed';
  if (due >= asOf) return `Initial: due ${shortDate(due)}`;
  const by = sourceTitle(sources.at(-1) ?? '').replace(/^ISU list of initial reports not yet received, /, 'ISU list, ');
  switch (outstanding) {
    case 'confirmed':
      return 'Initial: not yet received (ISU)';
    case 'listed':
      return `Initial: not yet received (${by})`;
    case 'doubted':
      return `Initial: to be confirmed (${by})`;
    case null:
      return null;
  }
}
