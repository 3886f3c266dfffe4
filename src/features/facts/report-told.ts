import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../../db/client.ts';
import { readSaid, type SaidRow } from '../../db/read/said.ts';
import { differencesFrom, type ReportOf, statementsOn } from './amend-said.ts';
import { readRecordHistory } from './history.ts';

/** The messages said before `at` that gave of a report, or of a year, what is now on record otherwise; oldest first. */
export async function reportToldOtherwise(
  db: Reader,
  report: ReportOf,
  at: Temporal.Instant,
): Promise<readonly SaidRow[]> {
  const history = await readRecordHistory(db);
  const said = await readSaid(
    db,
    statementsOn(report, history).map(({ id }) => id),
  );
  return said.filter(
    (row) =>
      row.at.epochMilliseconds <= at.epochMilliseconds &&
      differencesFrom(history, row).some(
        ({ article, state }) => article === 7 && (report.state === null || state === report.state),
      ),
  );
}
