import { longDate } from '../../blocks/dates.ts';
import { type Db, isDuplicate, type Tx } from '../../db/client.ts';
import { holdReportYear, holdState } from '../../db/hold.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { isOfReport, type ReportRef, reportWarnings } from '../../treaty/report-warnings.ts';
import { endOf } from '../../treaty/vague-date.ts';
import { amendReports, type Refusal, refusalOf } from '../facts/use-cases.ts';
import { type LoggedNeed, logNeedsOf } from '../requests/use-cases.ts';
import type { ReceiptInput } from './input.ts';
import { reportWords, sourceOf } from './report-words.ts';
import { receiptOf } from './reports-of.ts';
import { type Statement, statedBy, writeStatement, writeYear } from './store.ts';
import { sayReceipt } from './under-digests.ts';
import { warningWords } from './warning-words.ts';

export { openReceived } from './open.ts';

export type ReceiptOutcome =
  /** `id` of the receipt; the needs that it names. */
  | { kind: 'kept'; id: string; needs: readonly LoggedNeed[] }
  /** Nothing was kept: the person has not seen these warnings yet, or gave no reason. */
  | { kind: 'warned'; warnings: readonly string[] }
  /** Nothing was kept: the receipt that it would correct counts no longer, or another was recorded meanwhile. */
  | { kind: 'gone' }
  | Refusal;

export type AnswerOutcome = { kind: 'kept'; id: string } | { kind: 'gone' } | Refusal;

/**
 * Records that a report under Art. 7 came in, and logs what it asks for, in one transaction that also amends what was said
 * otherwise. What the treaty speaks against is kept once the person has seen it and given a reason. Once a submission.
 */
export async function recordReceipt(
  desk: RecordDesk,
  input: ReceiptInput,
  change: RecordChange,
): Promise<ReceiptOutcome> {
  const refused = refusalOf(change.actor, input.state);
  if (refused !== null) return refused;
  const outcome = await once(desk.db, change, (tx) => keep(tx, desk, input, change));
  if (outcome.kind !== 'kept') return outcome;
  desk.poke();
  return outcome;
}

async function once(
  db: Db,
  { submission }: RecordChange,
  work: (tx: Tx) => Promise<ReceiptOutcome>,
): Promise<ReceiptOutcome> {
  try {
    return await db.$transaction(work);
  } catch (error) {
    const id = isDuplicate(error) ? await db.$transaction((tx) => statedBy(tx, submission)) : null;
    if (id === null) throw error;
    return { kind: 'kept', id, needs: [] };
  }
}

async function keep(tx: Tx, desk: RecordDesk, input: ReceiptInput, change: RecordChange): Promise<ReceiptOutcome> {
  const { actor, at, submission } = change;
  await holdState(tx, input.state);
  const done = await statedBy(tx, submission);
  if (done !== null) return { kind: 'kept', id: done, needs: [] };
  const record = await readTreatyRecord(tx);
  const standing = receiptOf(record.reports, input)?.id ?? null;
  if (standing !== input.corrects) return { kind: 'gone' };
  const warnings = reportWarnings(input, input.date, record).map(warningWords);
  if (warnings.length > 0 && (input.reason === '' || warnings.some((each) => !input.seen.includes(each))))
    return { kind: 'warned', warnings };
  const { state, stateName, year, link, themes } = input;
  const source = sourceOf(year, stateName);
  const today = dayIn(DESK_ZONE, at);
  const [asOf = today] = [endOf(input.date) ?? today, today].toSorted();
  const statement: Statement = { ...statementOf(input), asOf, source, warnings };
  const id = await writeStatement(tx, desk.ids, statement, change);
  const needs = await logNeedsOf(
    tx,
    desk,
    themes.map((theme) => ({
      state: { iso3: state, name: stateName },
      theme,
      asked: input.asked,
      source,
      date: statement.asOf,
      reportingYear: year,
      sharing: 'published' as const,
      where: year === null ? 'the initial Article 7 report' : '',
      decision: null,
      kinds: input.kinds,
      evidence: input.evidence,
    })),
    { actor, at, submission, through: '/ccm received', link },
  );
  await amendReports(tx, desk.ids, { state, year }, at);
  await sayReceipt(tx, desk, id, at);
  return { kind: 'kept', id, needs };
}

const statementOf = ({ state, year, date, link, forms, helpAsked, evidence, corrects, reason }: ReceiptInput) => ({
  state,
  year,
  event: 'received' as const,
  date,
  link,
  forms,
  helpAsked,
  evidence,
  corrects,
  reason,
});

/** Keeps the ISU's own word that a report whose date has passed has not come: from then on it is told as passed. */
export async function sayNotYet(desk: RecordDesk, report: ReportRef, change: RecordChange): Promise<AnswerOutcome> {
  const refused = refusalOf(change.actor, report.state);
  if (refused !== null) return refused;
  const today = dayIn(DESK_ZONE, change.at);
  return desk.db.$transaction(async (tx): Promise<AnswerOutcome> => {
    await holdState(tx, report.state);
    const done = await statedBy(tx, change.submission);
    if (done !== null) return { kind: 'kept', id: done };
    const { reports } = await readTreatyRecord(tx);
    if (reports.some((fact) => isOfReport(report)(fact) && fact.event !== 'overdue')) return { kind: 'gone' };
    const statement: Statement = {
      ...report,
      event: 'not_yet',
      date: { text: today, precision: 'day' },
      asOf: today,
      source: `ISU, asked on ${longDate(today)}: ${reportWords(report.year)} not yet received`,
      link: null,
      forms: [],
      helpAsked: null,
      evidence: [],
      corrects: null,
      reason: '',
      warnings: [],
    };
    return { kind: 'kept', id: await writeStatement(tx, desk.ids, statement, change) };
  });
}

/** Marks a year of annual reports as complete: from then on the States without a receipt on record are told as not yet received. */
export async function markComplete(
  desk: RecordDesk,
  { year, source }: { year: number; source: string },
  change: RecordChange,
): Promise<AnswerOutcome> {
  const refused = refusalOf(change.actor, null);
  if (refused !== null) return refused;
  const completeSince = dayIn(DESK_ZONE, change.at);
  return desk.db.$transaction(async (tx): Promise<AnswerOutcome> => {
    await holdReportYear(tx, year);
    const { years } = await readTreatyRecord(tx);
    const there = years.some((fact) => fact.year === year);
    const own = await tx.reportYear.findUnique({ where: { submission: change.submission } });
    if (there && own === null) return { kind: 'gone' };
    return { kind: 'kept', id: await writeYear(tx, desk.ids, { year, completeSince, source }, change) };
  });
}
