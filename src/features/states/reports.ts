import { shortDate } from '../../blocks/dates.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { endOf } from '../../treaty/vague-date.ts';

/** The years whose annual report is on record on `asOf`, because its receipt is or because a need stands in it. */
function yearsOnRecord({ reports, needs }: TreatyRecord, state: Iso3, asOf: Day): readonly number[] {
  const received = reports
    .filter((fact) => fact.state === state && fact.kind === 'annual' && fact.event === 'received')
    .filter((fact) => fact.asOf <= asOf && (endOf(fact.date) ?? fact.asOf) <= asOf)
    .flatMap(({ year }) => year ?? []);
  const named = needs
    .filter((need) => need.state === state && need.fromReport && need.asOf <= asOf)
    .flatMap(({ reportingYear }) => reportingYear ?? []);
  return [...new Set([...received, ...named])].toSorted((a, b) => a - b);
}

/** "2018: in · 2019: due 30 Apr 2020", then what the record does not hold. */
export function reportLines(record: TreatyRecord, state: Iso3, clocks: readonly Clock[], asOf: Day): readonly string[] {
  const initial = clocks.find(({ kind }) => kind === 'initial_report');
  const annual = clocks.filter(({ kind, year }) => kind === 'annual_report' && year !== null);
  const inYears = yearsOnRecord(record, state, asOf);
  const years = [
    ...inYears.map((year) => ({ year, words: 'in' })),
    ...annual
      .filter(({ year }) => !inYears.includes(year ?? 0))
      .map(({ year, due }) => ({ year: year ?? 0, words: due >= asOf ? `due ${shortDate(due)}` : 'not on record' })),
  ].toSorted((a, b) => a.year - b.year);
  const first = initialWords(initial, asOf);
  const line = years.map(({ year, words }) => `${year}: ${words}`).join(' · ');
  const other = initial !== undefined && initial.due < asOf ? 'Other years: not on record' : null;
  return [first, line, other].filter((part): part is string => part !== null && part !== '');
}

function initialWords(initial: Clock | undefined, asOf: Day): string | null {
  if (initial === undefined) return null;
  if (initial.status === 'completed') return 'Initial: in';
  if (initial.due >= asOf) return `Initial: due ${shortDate(initial.due)}`;
  return initial.status === 'overdue' ? 'Initial: not yet received (ISU list, before Nov 2019)' : null;
}
