import { daysBetween } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { groupedBy } from '../treaty/grouped.ts';
import { type ReportWithoutRequest, reportsWithoutRequest } from '../treaty/help-asked.ts';
import { liesIn } from '../treaty/regions.ts';
import { isOpen, wasTakenBack } from '../treaty/request-moves.ts';
import type { Facts, KnownNeed } from './facts.ts';
import type { Asked, NeedsQuestion } from './question.ts';

const openOn = ({ needs, asOf }: Facts): readonly KnownNeed[] =>
  needs.filter((need) => need.asOf <= asOf && (need.closedOn === null || need.closedOn > asOf));

/** The year of the latest report of each State in which it asked for something, or which says that it asks for nothing. */
function latestReports(open: readonly KnownNeed[], { record, asOf }: Facts): ReadonlyMap<Iso3, number> {
  const latest = new Map([...reportsWithoutRequest(record.reports, asOf)].map(([state, { year }]) => [state, year]));
  for (const { state, reportingYear } of open) {
    if (reportingYear !== null) latest.set(state, Math.max(latest.get(state) ?? reportingYear, reportingYear));
  }
  return latest;
}

/** The requests that stand on the as-of date: of the year asked for, else of each State's latest report, and those outside any report. */
export function needsStanding(facts: Facts, year: number | null): readonly KnownNeed[] {
  const open = openOn(facts);
  if (year !== null) return open.filter(({ reportingYear }) => reportingYear === year);
  const latest = latestReports(open, facts);
  return open.filter(({ state, reportingYear }) => reportingYear === null || reportingYear === latest.get(state));
}

/** Requests that answered the question until they were closed, of States that have none that still does; by State. */
export function closedSince(
  facts: Facts,
  { asked: { themes, year, exclude, combine, status, unowned, owned, olderThan, amount }, without }: NeedsQuestion,
  answered: readonly Iso3[],
): readonly KnownNeed[] {
  if (
    exclude.length > 0 ||
    combine === 'only' ||
    status !== null ||
    unowned ||
    owned ||
    olderThan !== null ||
    amount !== null
  )
    return [];
  const asked = facts.needs.filter((need) => need.asOf <= facts.asOf && !wasTakenBack(need));
  const latest = latestReports(asked, facts);
  return asked.filter(
    ({ state, theme, reportingYear, closedOn }) =>
      closedOn !== null &&
      closedOn <= facts.asOf &&
      (themes.length === 0 || themes.includes(theme)) &&
      (reportingYear === null || reportingYear === (year ?? latest.get(state))) &&
      !answered.includes(state) &&
      !without.includes(state),
  );
}

/** What the requests of a State are narrowed to besides its themes. */
type Narrowed = Pick<NeedsQuestion, 'states' | 'without' | 'region'>;
export const ANY_STATE: Narrowed = { states: [], without: [], region: null };

/** The States whose standing requests answer the question, and the requests that make them do so. */
export function answering(
  facts: Facts,
  asked: Asked,
  { states, without, region }: Narrowed,
): { states: readonly Iso3[]; needs: readonly KnownNeed[] } {
  const scope = inScope(facts, asked);
  const byState = new Map<Iso3, KnownNeed[]>();
  for (const need of scope) byState.set(need.state, [...(byState.get(need.state) ?? []), need]);
  const places =
    region === null ? null : new Set(facts.states.filter((each) => liesIn(region, each)).map(({ iso3 }) => iso3));
  // Of a State that is named everything else that it asked for is told.
  const whole = states.length > 0 ? { ...asked, exclude: [] } : asked;
  const found = [...byState]
    .filter(
      ([state, needs]) =>
        needs.some((need) => isNamed(need, asked)) &&
        fitsAsked(needs, whole) &&
        (states.length === 0 || states.includes(state)) &&
        !without.includes(state),
    )
    .map(([state]) => state)
    .filter((state) => places === null || places.has(state));
  return { states: found, needs: scope.filter((need) => found.includes(need.state) && isNamed(need, asked)) };
}

const isNamed = ({ theme }: KnownNeed, { themes, exclude }: Asked): boolean =>
  (themes.length === 0 || themes.includes(theme)) && !exclude.includes(theme);

/** The requests of the year, status, age and owner asked for. */
function inScope(facts: Facts, { year, status, unowned, owned, olderThan }: Asked): readonly KnownNeed[] {
  const closed = status !== null && status !== 'open' && !isOpen(status);
  const all = closed
    ? facts.needs.filter((need) => need.asOf <= facts.asOf && (year === null || need.reportingYear === year))
    : needsStanding(facts, year);
  return all.filter(
    (need) =>
      (status === null || status === 'open' || need.status === status) &&
      (!unowned || (need.owner === null && need.handledBy === null)) &&
      (!owned || need.owner !== null || need.handledBy !== null) &&
      (olderThan === null || daysBetween(need.requestedOn ?? need.asOf, facts.asOf) > olderThan),
  );
}

/** Whether the requests of one State are those asked for: all of the themes, any, or these and no other. */
function fitsAsked(needs: readonly KnownNeed[], { themes, combine, exclude, amount }: Asked): boolean {
  const own = new Set(needs.map(({ theme }) => theme));
  if (exclude.some((theme) => own.has(theme))) return false;
  if (amount !== null && (needs.length < amount.least || (amount.most !== null && needs.length > amount.most)))
    return false;
  if (themes.length === 0) return own.size > 0;
  if (combine === 'any') return themes.some((theme) => own.has(theme));
  return themes.every((theme) => own.has(theme)) && (combine === 'all' || own.size === themes.length);
}

/** A State whose latest report does not ask for what an earlier one did. */
export interface NoLongerAsking {
  state: Iso3;
  /** The requests of the last report that did ask for it. */
  asked: readonly KnownNeed[];
  /** The year of its latest report. */
  latest: number;
  /** That report, where it says itself that no help is asked. */
  report: ReportWithoutRequest | null;
}

/** The States of which the latest report does not ask for any of the themes while an earlier one did. */
export function noLongerAsking(
  facts: Facts,
  { asked: { themes, year, exclude, combine }, without: excluded }: NeedsQuestion,
): readonly NoLongerAsking[] {
  if (year !== null || exclude.length > 0 || combine === 'only') return [];
  const open = openOn(facts);
  const asking = groupedBy(
    open.filter(({ theme }) => themes.length === 0 || themes.includes(theme)),
    ({ state }) => state,
  );
  const latest = latestReports(open, facts);
  const without = reportsWithoutRequest(facts.record.reports, facts.asOf);
  return [...asking].flatMap(([state, needs]) => {
    const last = latest.get(state);
    // What was asked outside a report stands beside all reports.
    const years = needs.map(({ reportingYear }) => reportingYear ?? last ?? 0);
    const asked = Math.max(...years);
    if (last === undefined || asked >= last || excluded.includes(state)) return [];
    const report = without.get(state);
    return [
      {
        state,
        latest: last,
        asked: needs.filter(({ reportingYear }) => reportingYear === asked),
        report: report?.year === last ? report : null,
      },
    ];
  });
}
