import { annualReportDue, initialReportDue, latestYearDue, reportsOn } from './article-7.ts';
import type { Day } from './day.ts';
import { entryIntoForce } from './entry-into-force.ts';
import type { Clock, ClockStatus, NeedFact, Outstanding, ReportFact, StateFacts, TreatyRecord } from './facts.ts';
import { groupedBy, onceFor } from './grouped.ts';
import { type Awaited, outstandingOf } from './outstanding.ts';
import { endOf } from './vague-date.ts';

const reportsByState = onceFor((reports: readonly ReportFact[]) => groupedBy(reports, ({ state }) => state));
const needsByState = onceFor((needs: readonly NeedFact[]) => groupedBy(needs, ({ state }) => state));

const isKnown = (fact: ReportFact, asOf: Day): boolean => {
  const dated = endOf(fact.date) ?? fact.asOf;
  return dated <= asOf && fact.asOf <= asOf;
};

type Evidence = { receipt: ReportFact | null; need: NeedFact | null; outstanding: Outstanding | null };

function statusOf({ receipt, need, outstanding }: Evidence, due: Day, asOf: Day): ClockStatus {
  if (need !== null || (receipt !== null && receipt.confidence !== 'low')) return 'completed';
  if (receipt !== null) return 'uncertain';
  if (asOf <= due) return 'open';
  // Silence of the record is never lateness: only a source that says so makes a report late.
  return outstanding === 'confirmed' || outstanding === 'listed' ? 'overdue' : 'uncertain';
}

/** What of a State's reports is the same on whatever day they are asked for. */
const initialOf = onceFor((state: StateFacts) => {
  const inForce = state.deposited === null ? null : entryIntoForce(state.deposited);
  if (inForce === null) return null;
  return {
    inForce,
    due: initialReportDue(inForce),
    basis: `Art. 7.1: entry into force ${inForce} + 180 days`,
    sources: [state.source] as readonly string[],
  };
});

/** One report that is owed by many: of a year, or the first. */
interface Owed {
  kind: 'initial_report' | 'annual_report';
  year: number | null;
  due: Day;
  basis: string;
}

const annual = (year: number): Owed & { year: number } => ({
  kind: 'annual_report',
  year,
  due: annualReportDue(year),
  basis: `Art. 7.2: report for ${year}, due on 30 April of the next year`,
});

/**
 * The clocks of a State's reports under Art. 7 on `asOf`: the initial one, and the annual ones of the latest year due and of
 * the next. None before the deposit.
 */
export function reportClocks(record: TreatyRecord, asOf: Day): (state: StateFacts) => readonly Clock[] {
  const latest = latestYearDue(asOf);
  const years = [annual(latest), annual(latest + 1)];
  return (state) => {
    const initial = initialOf(state);
    if (initial === null) return [];
    const { inForce, due, basis, sources } = initial;
    const clock = clockOf(record, state, sources, asOf);
    const first = clock({ kind: 'initial_report', year: null, due, basis });
    return [first, ...years.filter(({ year }) => reportsOn(inForce, year)).map(clock)];
  };
}

/** Reads the reports that one State owes. */
function clockOf(
  { reports, needs, years }: TreatyRecord,
  state: StateFacts,
  sources: readonly string[],
  asOf: Day,
): (owed: Owed) => Clock {
  const own = (reportsByState(reports).get(state.iso3) ?? []).filter((fact) => isKnown(fact, asOf));
  const told = needsByState(needs).get(state.iso3) ?? [];
  return ({ kind, year, due, basis }) => {
    const about = own.filter((fact) =>
      kind === 'initial_report' ? fact.kind === 'initial' : fact.kind === 'annual' && fact.year === year,
    );
    const need =
      told.find(
        (each) => kind === 'annual_report' && each.fromReport && each.reportingYear === year && each.asOf <= asOf,
      ) ?? null;
    const receipt = about.find(({ event }) => event === 'received') ?? null;
    const awaited: Awaited | null = receipt === null && need === null ? outstandingOf(about, years, year, asOf) : null;
    const status = statusOf({ receipt, need, outstanding: awaited?.outstanding ?? null }, due, asOf);
    const evidence = receipt ?? need ?? awaited?.by ?? null;
    const fact = receipt ?? awaited?.by ?? null;
    return {
      state: state.iso3,
      article: 7,
      kind,
      newRemnants: false,
      due,
      originalDue: due,
      status,
      basis,
      sources: evidence === null || evidence.source === state.source ? sources : [...sources, evidence.source],
      confidence: receipt?.confidence ?? awaited?.confidence ?? 'high',
      year,
      meeting: null,
      extends: null,
      completed: receipt?.date ?? (need ? { text: need.asOf, precision: 'by' } : null),
      outstanding: asOf > due ? (awaited?.outstanding ?? null) : null,
      facts: fact === null ? [] : [fact.id],
    };
  };
}
