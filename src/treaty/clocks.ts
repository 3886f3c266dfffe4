import type { Day } from './day.ts';
import { entryIntoForce } from './entry-into-force.ts';
import { extensionClock } from './extension-request.ts';
import type { Clock, Iso3, ObligationEvent, TreatyRecord } from './facts.ts';
import { obligationOn } from './obligation.ts';
import { obligationClock } from './obligation-clock.ts';
import { reportClocks } from './report-clocks.ts';

const byOrder = (a: Clock, b: Clock): number =>
  compare(a.due, b.due) || compare(a.state, b.state) || a.article - b.article || compare(a.kind, b.kind);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = (state: Iso3, article: 3 | 4, newRemnants: boolean): string =>
  `${state} ${article}${newRemnants ? '(b)' : ''}`;

const OBLIGATIONS = [
  { article: 3, newRemnants: false },
  { article: 4, newRemnants: false },
  { article: 4, newRemnants: true },
] as const;

/** The events by State and obligation, in the order given. */
function eventsByObligation(events: readonly ObligationEvent[]): ReadonlyMap<string, readonly ObligationEvent[]> {
  const groups = new Map<string, ObligationEvent[]>();
  for (const event of events) {
    const key = keyOf(event.state, event.article, event.newRemnants);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return groups;
}

/**
 * Every treaty date of every State on `asOf`, one clock for each State and kind (annual reports: the latest year due and
 * the next), by due date, State, article and kind. None before the deposit, none from a withdrawal's effect on (Art. 20.3).
 */
export function clocksOn(record: TreatyRecord, asOf: Day): readonly Clock[] {
  const events = eventsByObligation(record.events);
  const clocks: Clock[] = [];
  for (const state of record.states) {
    if (state.deposited === null || state.deposited > asOf) continue;
    if (state.withdrawn !== null && state.withdrawn <= asOf) continue;
    const inForce = entryIntoForce(state.deposited);
    clocks.push(...reportClocks(state, inForce, record, asOf));
    for (const { article, newRemnants } of OBLIGATIONS) {
      const own = events.get(keyOf(state.iso3, article, newRemnants));
      const obligation = own === undefined ? null : obligationOn(own, record.meetings, asOf);
      if (obligation === null) continue;
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
