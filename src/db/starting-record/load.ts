import type { Clock } from '../../desk/time.ts';
import type { Db, Tx } from '../client.ts';
import { RECORD } from '../project-files.ts';
import { factsIn } from './facts.ts';
import { requestsIn } from './needs.ts';
import { readStartingRecord } from './read.ts';
import type { RecordRows } from './rows.ts';

export type LoadOutcome = { ok: true; loaded: boolean } | { ok: false; problem: string };

/** Grows when a later version of Action5 brings a later starting record. */
const RECORD_VERSION = 1;

/** Loads the sourced starting record into an empty database, in one transaction; into one that has it, nothing. */
export async function loadStartingRecord(db: Db, clock: Clock, folder: string = RECORD): Promise<LoadOutcome> {
  const last = await db.recordLoad.findFirst({ orderBy: { version: 'desc' } });
  if (last !== null && last.version > RECORD_VERSION) {
    return {
      ok: false,
      problem: `The database holds starting record ${last.version}; this version of Action5 knows ${RECORD_VERSION}. Update the desk; nothing was changed.`,
    };
  }
  if (last !== null) return { ok: true, loaded: false };
  const read = readStartingRecord(folder);
  if (!read.ok) return read;
  const recordedAt = new Date(clock.now().epochMilliseconds);
  await db.$transaction((tx) => write(tx, read.rows, read.digest, recordedAt));
  return { ok: true, loaded: true };
}

async function write(tx: Tx, rows: RecordRows, digest: string, recordedAt: Date): Promise<void> {
  const facts = factsIn(rows, recordedAt);
  await tx.state.createMany({ data: facts.states });
  for (let at = 0; at < facts.aliases.length; at += 500)
    await tx.stateAlias.createMany({ data: facts.aliases.slice(at, at + 500) });
  await tx.obligationEvent.createMany({ data: facts.events });
  await tx.article7Report.createMany({ data: facts.reports });
  await tx.conventionMeeting.createMany({ data: facts.meetings });
  await tx.statedFigure.createMany({ data: facts.figures });
  await tx.coordinatorTerm.createMany({ data: facts.coordinators });
  await tx.actionPlanHeading.createMany({ data: facts.plans });
  await tx.article7Form.createMany({ data: facts.forms });
  await tx.workPlanItem.createMany({ data: facts.workPlan });
  await tx.source.createMany({ data: facts.sources });
  const needs = requestsIn(rows, recordedAt);
  await tx.assistanceRequest.createMany({ data: needs.requests });
  await tx.requestSource.createMany({ data: needs.sources });
  await tx.requestHistory.createMany({ data: needs.history });
  await tx.requestCounter.createMany({ data: needs.counters });
  await tx.recordLoad.create({ data: { digest, version: RECORD_VERSION, loadedAt: recordedAt } });
}
