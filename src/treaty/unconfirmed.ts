import type { Day } from './day.ts';
import type { Iso3 } from './facts.ts';
import type { Theme } from './theme.ts';

/** A fact of the record that the ISU is asked to confirm. */
export type Unconfirmed = UnconfirmedObligation | UnconfirmedReport | UnconfirmedFigure;

export interface UnconfirmedObligation {
  kind: 'low_confidence' | 'medium_grant' | 'passed' | 'request_pending';
  state: Iso3;
  article: 3 | 4;
  newRemnants: boolean;
  due: Day;
  sources: readonly string[];
}

/** Reports that fell due while the desk kept the record, and of which it says nothing: one of a State (initial where `year` is null), or those of a year. */
export type UnconfirmedReport =
  | { kind: 'report_due'; state: Iso3; article: 7; year: number | null; due: Day; sources: readonly string[] }
  /** `received` and `owed` count States. */
  | { kind: 'year_due'; state: null; article: 7; year: number; due: Day; received: number; owed: number };

export interface UnconfirmedFigure {
  kind: 'discrepancy';
  theme: Theme | null;
  stated: number;
  named: number;
  source: string;
}

/** What a fact to confirm is called by, its date included: once something about it changes it is another one. */
export function factKey(fact: Unconfirmed): string {
  if (fact.kind === 'discrepancy') return `discrepancy ${fact.theme ?? ''} ${fact.stated} ${fact.named}`;
  if (fact.kind === 'year_due') return `year_due ${fact.year}`;
  if (fact.kind === 'report_due') return `report_due ${fact.state} ${fact.year ?? 'initial'} ${fact.due}`;
  return `${fact.kind} ${fact.state} ${fact.article}${fact.newRemnants ? '(b)' : ''} ${fact.due}`;
}
