import { instantFrom } from '../../db/days.ts';
import { holdReportYear, holdState } from '../../db/hold.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { retract } from '../../db/retract.ts';
import { amendReports, type BackOutcome, refusalOf, UNDO_SECONDS } from '../facts/use-cases.ts';
import { withdrawNeedsOf } from '../requests/use-cases.ts';
import { sayReceipt, sayReceiptUndone } from './under-digests.ts';

/** What was taken back, with the requests that were withdrawn with it. */
type TakenBack = Extract<BackOutcome, { kind: 'taken_back' }> & { withdrawn: readonly string[] };
type Outcome = TakenBack | Exclude<BackOutcome, { kind: 'taken_back' }>;

/**
 * Takes back what was said of a report or a year: without a reason within a minute of it, with one at any time. What it had
 * corrected counts again; what was logged from it and not worked on since is withdrawn.
 */
export async function takeBackReport(
  desk: RecordDesk,
  id: string,
  reason: string | null,
  change: Pick<RecordChange, 'actor' | 'at'>,
): Promise<Outcome> {
  const { db, ids } = desk;
  const { at } = change;
  const report = await db.article7Report.findUnique({ where: { id } });
  const fact = report ?? (await db.reportYear.findUnique({ where: { id } }));
  if (fact === null) return { kind: 'gone' };
  const refused = refusalOf(change.actor, report?.iso3 ?? null);
  if (refused !== null) return refused;
  const fresh = instantFrom(fact.recordedAt).until(at).total('seconds') < UNDO_SECONDS;
  const outcome = await db.$transaction(async (tx): Promise<Outcome> => {
    if (report !== null) await holdState(tx, report.iso3);
    else if (fact.year !== null) await holdReportYear(tx, fact.year);
    const { reports, years } = await readTreatyRecord(tx);
    if (![...reports, ...years].some((each) => each.id === id)) return { kind: 'gone' };
    if (reason === null && !fresh) return { kind: 'too_old' };
    await retract(tx, id, reason, change);
    const why = reason ?? 'undone: the report was taken back';
    const withdrawn =
      fact.submission === null ? [] : await withdrawNeedsOf(tx, desk, fact.submission, { ...change, why });
    await amendReports(tx, ids, { state: report?.iso3 ?? null, year: fact.year }, at);
    if (reason === null) await sayReceiptUndone(tx, id);
    else await sayReceipt(tx, desk, id, at);
    return { kind: 'taken_back', id, withdrawn };
  });
  desk.poke();
  return outcome;
}
