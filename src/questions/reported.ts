import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { endOf } from '../treaty/vague-date.ts';
import { clockLine } from './clock-line.ts';
import type { Facts } from './facts.ts';
import type { Held } from './held.ts';
import type { FilterOf } from './question.ts';

/** Whose report is in, is not on record, or is said by a source not to have come; null where nothing of that year is on record. */
export function reportedBy({ report, year, state }: FilterOf<'reported'>, facts: Facts): Held | null {
  const { record, asOf, clocks } = facts;
  const known = record.reports.filter(
    (fact) =>
      (report === 'any' || fact.kind === report) && fact.asOf <= asOf && ((endOf(fact.date) ?? asOf) as Day) <= asOf,
  );
  const own = clocks.filter(
    (clock) =>
      (report !== 'annual' && clock.kind === 'initial_report') ||
      (report !== 'initial' && clock.kind === 'annual_report' && (clock.year === year || year === null)),
  );
  const told = record.needs.filter(
    (need) => need.fromReport && need.asOf <= asOf && (year === null || need.reportingYear === year),
  );
  if (
    report === 'annual' &&
    year !== null &&
    told.length === 0 &&
    !known.some((fact) => fact.year === year) &&
    own.length === 0
  )
    return null;
  const set = (codes: readonly Iso3[]): ReadonlySet<Iso3> => new Set(codes);
  const lines = (of: typeof own) => of.map((clock) => clockLine(clock, facts));
  if (state === 'late') {
    const late = own.filter(({ status, due }) => status === 'overdue' && due < asOf);
    const doubted = own.filter(({ outstanding, status }) => outstanding === 'doubted' && status !== 'overdue');
    return {
      yes: set(late.map((clock) => clock.state)),
      maybe: set(doubted.map((clock) => clock.state)),
      sources: lines([...late, ...doubted]),
      themes: [],
    };
  }
  if (state === 'silent') {
    const silent = own.filter(({ status }) => status !== 'completed');
    return { yes: set(silent.map((clock) => clock.state)), maybe: set([]), sources: lines(silent), themes: [] };
  }
  const received = known.filter((fact) => fact.event === 'received' && (year === null || fact.year === year));
  const inClocks = own.filter(({ status }) => status === 'completed');
  return {
    yes: set([
      ...received.filter(({ confidence }) => confidence !== 'low').map((fact) => fact.state),
      ...(report === 'annual' ? told.map((need) => need.state) : []),
      ...inClocks.map((clock) => clock.state),
    ]),
    maybe: set([]),
    themes: [],
    sources: [
      ...lines(inClocks),
      ...received.map((fact) => ({
        fact: `${facts.book.shortName(fact.state)} · ${facts.tongue.say`received`}`,
        source: fact.source,
        confidence: fact.confidence,
      })),
    ],
  };
}
