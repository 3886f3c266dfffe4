import type { Temporal } from 'temporal-polyfill';
import { articleWords } from '../../blocks/clock-words.ts';
import { shortDate } from '../../blocks/dates.ts';
import type { Tx } from '../../db/client.ts';
import { changePosted, changeSaid } from '../../db/deliveries.ts';
import { readSaid, type SaidRow } from '../../db/read/said.ts';
import type { Ids } from '../../desk/ports.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { type Day, yearOf } from '../../treaty/day.ts';
import type { Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { isOfReport } from '../../treaty/report-warnings.ts';
import { type Amendment, amended } from './amend.ts';
import { type Difference, differencesIn, type ObligationRef } from './differences.ts';
import { knownTo, type RecordHistory, readRecordHistory } from './history.ts';
import { reportDifferencesIn } from './report-differences.ts';

export const isOf =
  ({ state, article, newRemnants }: ObligationRef) =>
  (event: ObligationRef): boolean =>
    event.state === state && event.article === article && event.newRemnants === newRemnants;

/** What is otherwise than a message said it, on the day of which it spoke. */
export function differencesFrom(history: RecordHistory, said: SaidRow): readonly Difference[] {
  const then = knownTo(history, said);
  return [
    ...differencesIn(said.facts, history.events, then, history.now, said.asOf),
    ...reportDifferencesIn(said.facts, history, then, said.asOf),
  ];
}

/** Amends the posted messages that rested on an obligation, in the transaction that changed it. */
export async function amendObligation(
  tx: Tx,
  ids: Ids,
  obligation: ObligationRef,
  at: Temporal.Instant,
): Promise<void> {
  const history = await readRecordHistory(tx);
  await amendSaid(tx, ids, history, history.events.filter(isOf(obligation)), at);
}

/** A report of one State, or with `state` null what is said of a year as a whole; the initial one where `year` is null. */
export interface ReportOf {
  state: Iso3 | null;
  year: number | null;
}

/** All that was ever said of a report, the year's own mark included. */
export const statementsOn = (
  { state, year }: ReportOf,
  { reports, years }: RecordHistory,
): readonly { id: string }[] => [
  ...(state === null ? [] : reports.filter(isOfReport({ state, year }))),
  ...years.filter((fact) => fact.year === year),
];

/** Amends the posted messages that rested on what was said of a report or a year, in the transaction that changed it. */
export async function amendReports(tx: Tx, ids: Ids, report: ReportOf, at: Temporal.Instant): Promise<void> {
  const history = await readRecordHistory(tx);
  await amendSaid(tx, ids, history, statementsOn(report, history), at);
}

/**
 * Amends in place every posted message that rested on any of `facts`: the values that it gave and that are now otherwise
 * are struck; where they are again as they were, it stands as it was said.
 */
async function amendSaid(
  tx: Tx,
  ids: Ids,
  history: RecordHistory,
  facts: readonly { id: string }[],
  at: Temporal.Instant,
): Promise<void> {
  const said = await readSaid(
    tx,
    facts.map(({ id }) => id),
  );
  for (const row of latestAt(said)) {
    const { posted } = row;
    if (posted === null) continue;
    const differences = differencesFrom(history, row);
    const message = amended(posted.message, amendmentsOf(differences, history, row.asOf, dayIn(DESK_ZONE, at)), {
      aboutOne: row.kind === 'state',
      names: history.now.states.map(({ shortName }) => shortName),
    });
    const { channel, ts } = posted;
    if (posted.delivery !== null) await changeSaid(tx, posted.delivery, message);
    else if (differences.length > 0 && ts !== null) {
      const delivery = await changePosted(tx, ids, { key: `amend:${row.id}`, ref: { channel, ts }, message }, at);
      await tx.said.update({ where: { id: row.id }, data: { delivery } });
    }
  }
}

/** Of several messages that stood one after the other in the same place, the one that stands there now. */
function latestAt(said: readonly SaidRow[]): readonly SaidRow[] {
  const places = new Map(
    said.flatMap((row) =>
      row.posted ? [[`${row.posted.channel} ${row.posted.ts ?? row.posted.delivery}`, row] as const] : [],
    ),
  );
  return [...places.values()];
}

function amendmentsOf(
  differences: readonly Difference[],
  { now }: Pick<RecordHistory, 'now'>,
  asOf: Day,
  today: Day,
): readonly Amendment[] {
  const on = yearOf(asOf) === yearOf(today) ? shortDate(today).replace(/ \d{4}$/, '') : shortDate(today);
  return differences.map((difference) => ({
    state: nameOf(now, difference.state),
    article: articleWords(difference),
    old: difference.old,
    now: difference.now,
    shown: difference.shown,
    on,
  }));
}

export const nameOf = ({ states }: Pick<TreatyRecord, 'states'>, iso3: string): string =>
  states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
