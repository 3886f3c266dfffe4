import { longDate, shortDate } from '../../blocks/dates.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, TreatyRecord } from '../../treaty/facts.ts';
import type { Difference } from './differences.ts';
import type { RecordHistory } from './history.ts';

const reportWords = ({ year }: Clock): string => (year === null ? 'initial report' : `annual report for ${year}`);

/** What the record says of a report, in the few words that a correction strikes and replaces. */
function valueWords(clock: Clock): string {
  const report = reportWords(clock);
  if (clock.completed !== null) {
    const when = vagueWords(clock.completed);
    return clock.status === 'completed' ? `${report} received${when ? ` ${when}` : ''}` : `${report} to be confirmed`;
  }
  return clock.outstanding === null || clock.outstanding === 'doubted'
    ? `nothing on record of the ${report}`
    : `${report} not yet received`;
}

const keyOf = ({ state, kind, year }: Clock): string => `${state} ${kind} ${year}`;

const shownAs = ({ due }: Clock): readonly string[] => [
  longDate(due),
  shortDate(due),
  shortDate(due).replace(/ \d{4}$/, ''),
];

/** The reports that a message rested on and that `now` sees otherwise on `asOf` than `then` did. */
export function reportDifferencesIn(
  carried: readonly string[],
  { reports, years, now }: Pick<RecordHistory, 'reports' | 'years' | 'now'>,
  then: TreatyRecord,
  asOf: Day,
): readonly Difference[] {
  const wanted = new Set(carried);
  const states = new Set(reports.filter(({ id }) => wanted.has(id)).map(({ state }) => state));
  const all = years.some(({ id }) => wanted.has(id));
  if (!all && states.size === 0) return [];
  const clocksIn = (record: TreatyRecord): readonly Clock[] =>
    clocksOn(
      { ...record, events: [], states: all ? record.states : record.states.filter(({ iso3 }) => states.has(iso3)) },
      asOf,
    );
  const seen = new Map(clocksIn(now).map((clock) => [keyOf(clock), clock]));
  return clocksIn(then).flatMap((before) => {
    const after = seen.get(keyOf(before));
    if (after === undefined || !before.facts.some((id) => wanted.has(id))) return [];
    const [old, value] = [valueWords(before), valueWords(after)];
    const { state } = before;
    return old === value
      ? []
      : [{ state, article: 7 as const, newRemnants: false, old, now: value, shown: shownAs(before) }];
  });
}
