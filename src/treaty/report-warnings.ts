import { reportsOn } from './article-7.ts';
import { type Day, yearOf } from './day.ts';
import { entryIntoForce } from './entry-into-force.ts';
import type { Iso3, ReportFact, TreatyRecord, VagueDate } from './facts.ts';
import { endOf, startOf } from './vague-date.ts';

/** One report that a State owes under Art. 7: the initial one where `year` is null. */
export interface ReportRef {
  state: Iso3;
  year: number | null;
}

/** What the treaty or the record says against a receipt, with the article. It is never refused: a State may have sent it. */
export type ReportWarning = { article: string } & (
  | { kind: 'not_a_party' }
  | { kind: 'before_entry_into_force'; inForce: Day }
  | { kind: 'after_withdrawal'; withdrawn: Day }
  | { kind: 'not_owed'; inForce: Day; year: number }
  | { kind: 'year_not_over'; year: number }
);

export const isOfReport =
  ({ state, year }: ReportRef) =>
  (fact: Pick<ReportFact, 'state' | 'kind' | 'year'>): boolean =>
    fact.state === state && (year === null ? fact.kind === 'initial' : fact.kind === 'annual' && fact.year === year);

/** What is to be looked at before it is kept that `report` came in on `date`; empty where nothing speaks against it. */
export function reportWarnings(
  { state: iso3, year }: ReportRef,
  date: VagueDate,
  { states }: Pick<TreatyRecord, 'states'>,
): readonly ReportWarning[] {
  const state = states.find((each) => each.iso3 === iso3);
  const [from, until] = [startOf(date), endOf(date)];
  if (state === undefined || from === null || until === null) return [];
  const { deposited, withdrawn } = state;
  if (deposited === null || deposited > until) return [{ kind: 'not_a_party', article: 'Art. 17' }];
  const inForce = entryIntoForce(deposited);
  return [
    ...(until < inForce ? [{ kind: 'before_entry_into_force' as const, article: 'Art. 7.1', inForce }] : []),
    ...(withdrawn !== null && withdrawn <= from
      ? [{ kind: 'after_withdrawal' as const, article: 'Art. 20.3', withdrawn }]
      : []),
    ...(year !== null && !reportsOn(inForce, year)
      ? [{ kind: 'not_owed' as const, article: 'Art. 7.2', inForce, year }]
      : []),
    ...(year !== null && yearOf(until) <= year ? [{ kind: 'year_not_over' as const, article: 'Art. 7.2', year }] : []),
  ];
}
