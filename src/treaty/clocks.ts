import type { Day } from './day.ts';
import { entryIntoForce } from './entry-into-force.ts';
import { extensionClock } from './extension-request.ts';
import type { Clock, Iso3, TreatyRecord } from './facts.ts';
import { obligationClock } from './obligation-clock.ts';
import { obligationOf } from './obligation-of.ts';
import { reportClocks } from './report-clocks.ts';

const byOrder = (a: Clock, b: Clock): number =>
  compare(a.due, b.due) || compare(a.state, b.state) || a.article - b.article || compare(a.kind, b.kind);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const OBLIGATIONS = [
  { article: 3, newRemnants: false },
  { article: 4, newRemnants: false },
  { article: 4, newRemnants: true },
] as const;

/**
 * Every treaty date of every State on `asOf`, one clock for each State and kind (annual reports: the latest year due and
 * the next), by due date, State, article and kind. None before the deposit, none from a withdrawal's effect on (Art. 20.3).
 */
export function clocksOn(record: TreatyRecord, asOf: Day): readonly Clock[] {
  const clocks: Clock[] = [];
  const reportsOf = reportClocks(record, asOf);
  for (const state of record.states) {
    if (state.deposited === null || state.deposited > asOf) continue;
    if (state.withdrawn !== null && state.withdrawn <= asOf) continue;
    clocks.push(...reportsOf(state));
    for (const { article, newRemnants } of OBLIGATIONS) {
      const obligation = obligationOf(record, state.iso3, article, asOf, newRemnants);
      if (obligation === null) continue;
      const inForce = entryIntoForce(state.deposited);
      clocks.push(obligationClock(state.iso3, article, inForce, obligation));
      const extension = extensionClock(state.iso3, article, obligation, record.meetings, asOf);
      if (extension !== null) clocks.push(extension);
    }
  }
  return clocks.toSorted(byOrder);
}

/** The clocks of one State. */
export const clocksOfState = (clocks: readonly Clock[], state: Iso3): readonly Clock[] =>
  clocks.filter((clock) => clock.state === state);
