import type { Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import type { RecordChange } from '../../db/record-desk.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Day } from '../../treaty/day.ts';
import type { ReportFact, VagueDate } from '../../treaty/facts.ts';
import type { ReportRef } from '../../treaty/report-warnings.ts';

/** What is said of a report. */
export interface Statement extends ReportRef {
  event: 'received' | 'not_yet';
  date: VagueDate;
  /** The day from which it holds. */
  asOf: Day;
  source: string;
  link: string | null;
  forms: readonly string[];
  helpAsked: ReportFact['helpAsked'];
  evidence: readonly string[];
  corrects: string | null;
  reason: string;
  warnings: readonly string[];
}

/** The statement that a submission has already made; null while it has made none. */
export async function statedBy(tx: Tx, submission: string): Promise<string | null> {
  const row = await tx.article7Report.findUnique({ where: { submission }, select: { id: true } });
  return row?.id ?? null;
}

const byWhom = ({ actor, at, submission }: RecordChange) => ({
  recordedAt: timeOf(at),
  recordedBy: actor.slackId,
  recordedByName: actor.name,
  submission,
});

/** Adds a statement on a report to the record; returns its id. */
export async function writeStatement(tx: Tx, ids: Ids, statement: Statement, change: RecordChange): Promise<string> {
  const { state, year, date, asOf, forms, evidence, reason, warnings, ...rest } = statement;
  const id = ids.next();
  await tx.article7Report.create({
    data: {
      id,
      iso3: state,
      kind: year === null ? 'initial' : 'annual',
      year,
      date: date.text,
      precision: date.precision,
      asOf: dateOf(asOf),
      confidence: 'high',
      forms: [...forms],
      evidence: [...evidence],
      reason: reason === '' ? null : reason,
      warnings: [...warnings],
      ...rest,
      ...byWhom(change),
    },
  });
  return id;
}

/** Marks a year of annual reports as complete; the same submission does so once. Returns its id. */
export async function writeYear(
  tx: Tx,
  ids: Ids,
  { year, completeSince, source }: { year: number; completeSince: Day; source: string },
  change: RecordChange,
): Promise<string> {
  const row = { id: ids.next(), year, completeSince: dateOf(completeSince), source, ...byWhom(change) };
  await tx.reportYear.createMany({ data: [row], skipDuplicates: true });
  return (await tx.reportYear.findUniqueOrThrow({ where: { submission: change.submission }, select: { id: true } })).id;
}
