import { annualReportDue, initialReportDue, latestYearDue, reportsOn } from './article-7.ts';
import type { Day } from './day.ts';
import type { Clock, ClockStatus, NeedFact, Outstanding, ReportFact, StateFacts, TreatyRecord } from './facts.ts';
import { type Awaited, outstandingOf } from './outstanding.ts';
import { endOf } from './vague-date.ts';

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

/** The clocks of a State's reports under Art. 7: the initial one, and the annual ones of the latest year due and of the next. */
export function reportClocks(
  state: StateFacts,
  inForce: Day,
  { reports, needs, years }: TreatyRecord,
  asOf: Day,
): readonly Clock[] {
  const own = reports.filter((fact) => fact.state === state.iso3 && isKnown(fact, asOf));
  const clock = (kind: 'initial_report' | 'annual_report', year: number | null, due: Day, basis: string): Clock => {
    const about = own.filter((fact) =>
      kind === 'initial_report' ? fact.kind === 'initial' : fact.kind === 'annual' && fact.year === year,
    );
    const need =
      needs.find(
        (each) =>
          kind === 'annual_report' &&
          each.fromReport &&
          each.state === state.iso3 &&
          each.reportingYear === year &&
          each.asOf <= asOf,
      ) ?? null;
    const receipt = about.find(({ event }) => event === 'received') ?? null;
    const awaited: Awaited | null = receipt === null && need === null ? outstandingOf(about, years, year, asOf) : null;
    const status = statusOf({ receipt, need, outstanding: awaited?.outstanding ?? null }, due, asOf);
    const evidence = receipt ?? need ?? awaited?.by ?? null;
    return {
      state: state.iso3,
      article: 7,
      kind,
      newRemnants: false,
      due,
      originalDue: due,
      status,
      basis,
      sources: [...new Set([state.source, ...(evidence ? [evidence.source] : [])])],
      confidence: receipt?.confidence ?? awaited?.confidence ?? 'high',
      year,
      meeting: null,
      extends: null,
      completed: receipt?.date ?? (need ? { text: need.asOf, precision: 'by' } : null),
      outstanding: asOf > due ? (awaited?.outstanding ?? null) : null,
      facts: [receipt ?? awaited?.by].flatMap((fact) => (fact ? [fact.id] : [])),
    };
  };
  const latest = latestYearDue(asOf);
  return [
    clock('initial_report', null, initialReportDue(inForce), `Art. 7.1: entry into force ${inForce} + 180 days`),
    ...[latest, latest + 1]
      .filter((year) => reportsOn(inForce, year))
      .map((year) =>
        clock(
          'annual_report',
          year,
          annualReportDue(year),
          `Art. 7.2: report for ${year}, due on 30 April of the next year`,
        ),
      ),
  ];
}
