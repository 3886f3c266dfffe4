import type { Clock } from '../../desk/time.ts';
import type { Db, Reader, Tx } from '../client.ts';
import { timeOf } from '../days.ts';
import type { Prisma } from '../generated/client.ts';
import { insertAll } from '../insert-all.ts';
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
  const there = await alreadyThere(db);
  if (there !== null) return there;
  const read = readStartingRecord(folder);
  if (!read.ok) return read;
  const recordedAt = timeOf(clock.now());
  return db.$transaction(async (tx) => {
    // Of two desks that start on one database the second waits here, and finds it loaded.
    await tx.$executeRaw`LOCK TABLE "RecordLoad" IN SHARE ROW EXCLUSIVE MODE`;
    const meanwhile = await alreadyThere(tx);
    if (meanwhile !== null) return meanwhile;
    await write(tx, read.rows, read.digest, recordedAt);
    return { ok: true, loaded: true };
  });
}

/** What is to be said where a starting record has been loaded; null where none has. */
async function alreadyThere(db: Reader): Promise<LoadOutcome | null> {
  const last = await db.recordLoad.findFirst({ orderBy: { version: 'desc' } });
  if (last === null) return null;
  if (last.version <= RECORD_VERSION) return { ok: true, loaded: false };
  return {
    ok: false,
    problem: `The database holds starting record ${last.version}; this version of Action5 knows ${RECORD_VERSION}. Update the desk; nothing was changed.`,
  };
}

async function write(tx: Tx, rows: RecordRows, digest: string, recordedAt: Date): Promise<void> {
  const facts = factsIn(rows, recordedAt);
  await insertAll<Prisma.StateCreateManyInput>(tx, 'State', facts.states);
  await insertAll<Prisma.StateAliasCreateManyInput>(tx, 'StateAlias', facts.aliases);
  await insertAll<Prisma.ObligationEventCreateManyInput>(tx, 'ObligationEvent', facts.events);
  await insertAll<Prisma.Article7ReportCreateManyInput>(tx, 'Article7Report', facts.reports);
  await insertAll<Prisma.ConventionMeetingCreateManyInput>(tx, 'ConventionMeeting', facts.meetings);
  await insertAll<Prisma.StatedFigureCreateManyInput>(tx, 'StatedFigure', facts.figures);
  await insertAll<Prisma.CoordinatorTermCreateManyInput>(tx, 'CoordinatorTerm', facts.coordinators);
  await insertAll<Prisma.ActionPlanHeadingCreateManyInput>(tx, 'ActionPlanHeading', facts.plans);
  await insertAll<Prisma.Article7FormCreateManyInput>(tx, 'Article7Form', facts.forms);
  await insertAll<Prisma.WorkPlanItemCreateManyInput>(tx, 'WorkPlanItem', facts.workPlan);
  await insertAll<Prisma.SourceCreateManyInput>(tx, 'Source', facts.sources);
  const needs = requestsIn(rows, recordedAt);
  await insertAll<Prisma.AssistanceRequestCreateManyInput>(tx, 'AssistanceRequest', needs.requests);
  await insertAll<Prisma.RequestSourceCreateManyInput>(tx, 'RequestSource', needs.sources);
  await insertAll<Prisma.RequestHistoryCreateManyInput>(tx, 'RequestHistory', needs.history);
  await insertAll<Prisma.RequestCounterCreateManyInput>(tx, 'RequestCounter', needs.counters);
  await tx.recordLoad.create({ data: { digest, version: RECORD_VERSION, loadedAt: recordedAt } });
}
