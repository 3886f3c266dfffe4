import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Reader, Tx } from '../../db/client.ts';
import { dateOf, dayFrom, instantFrom, timeOf } from '../../db/days.ts';
import { holdRequest } from '../../db/hold.ts';
import type { HistoryRow, Sharing } from '../../db/read/rows.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';
import type { Evidence } from '../../treaty/evidence.ts';
import type { RequestStatus, Standing } from '../../treaty/request-moves.ts';
import type { SeenBy } from './change.ts';

/** What of a request the persons who work on it change. */
export interface Held {
  id: string;
  reference: string;
  state: string;
  theme: string;
  handledBy: string | null;
  standing: Standing;
  ownerId: string | null;
  evidence: readonly Evidence[];
  holdUntil: Day | null;
  replacedBy: string | null;
  closedOn: Day | null;
}

/** The part that a change replaces, as it is kept for a minute to be taken back to. */
const former = z.object({
  status: z.string(),
  leftStatus: z.string().nullable(),
  ownerId: z.string().nullable(),
  evidence: z.array(z.string()),
  holdUntil: z.string().nullable(),
  replacedBy: z.string().nullable(),
  closedOn: z.string().nullable(),
});
export type Former = z.infer<typeof former>;

export const formerOf = (held: Held): Former => ({
  status: held.standing.status,
  leftStatus: held.standing.left,
  ownerId: held.ownerId,
  evidence: [...held.evidence],
  holdUntil: held.holdUntil,
  replacedBy: held.replacedBy,
  closedOn: held.closedOn,
});

/** Takes hold of a request until the end of the transaction, so that one at a time changes it; null when there is none. */
export async function heldRequest(tx: Tx, reference: string): Promise<Held | null> {
  await holdRequest(tx, reference);
  const row = await tx.assistanceRequest.findUnique({ where: { reference } });
  if (row === null) return null;
  return {
    id: row.id,
    reference,
    state: row.iso3,
    theme: row.theme,
    handledBy: row.handledBy,
    standing: {
      status: row.status as RequestStatus,
      left: row.leftStatus as RequestStatus | null,
      shareable: (row.sharing as Sharing) !== 'private',
    },
    ownerId: row.ownerId,
    evidence: row.evidence as Evidence[],
    holdUntil: dayFrom(row.holdUntil),
    replacedBy: row.replacedBy,
    closedOn: dayFrom(row.closedOn),
  };
}

/** Writes what the request has become, in the fields that can be taken back. */
export const writeHeld = (tx: Tx, requestId: string, now: Former): Promise<unknown> =>
  tx.assistanceRequest.update({
    where: { id: requestId },
    data: {
      status: now.status,
      leftStatus: now.leftStatus,
      ownerId: now.ownerId,
      evidence: now.evidence,
      holdUntil: dateOf(now.holdUntil),
      replacedBy: now.replacedBy,
      closedOn: dateOf(now.closedOn),
    },
  });

/** One line of the history. */
export interface Line {
  id: string;
  requestId: string;
  actor: Actor;
  at: Temporal.Instant;
  what: string;
  before?: string | null;
  after?: string | null;
  why?: string | null;
  /** For a change that may be undone. */
  former?: Former;
  undoes?: string;
  submission: string | null;
}

export const writeLine = (tx: Tx, { actor, at, former: was, ...line }: Line): Promise<unknown> =>
  tx.requestHistory.create({
    data: {
      ...line,
      at: timeOf(at),
      by: actor.slackId,
      byName: actor.name,
      through: 'card',
      ...(was === undefined ? {} : { former: was }),
    },
  });

/** The request to which a submission has already done something, with the id of that change; null while it has done nothing. */
export async function doneBySubmission(
  db: Reader,
  submission: string,
): Promise<{ change: string; reference: string } | null> {
  const of = { where: { submission }, select: { id: true, request: { select: { reference: true } } } };
  const row = (await db.requestHistory.findUnique(of)) ?? (await db.requestNote.findUnique(of));
  return row === null ? null : { change: row.id, reference: row.request.reference };
}

/** The last thing that was done with a request; a note and its taking back stand beside that. */
export async function lastLine(db: Reader, requestId: string): Promise<(HistoryRow & { id: string }) | null> {
  const notes = await db.requestNote.findMany({ where: { requestId }, select: { id: true } });
  const row = await db.requestHistory.findFirst({
    where: { requestId, OR: [{ undoes: null }, { undoes: { notIn: notes.map(({ id }) => id) } }] },
    orderBy: [{ at: 'desc' }, { written: 'desc' }],
  });
  if (row === null) return null;
  const { id, byName: by, through, what, before, after, why } = row;
  return { id, at: instantFrom(row.at), by, through, what, before, after, why };
}

/** A note beside the request; it is its own history. */
export const writeNote = (
  tx: Tx,
  { id, requestId, actor, at, submission }: Omit<Line, 'what'>,
  { text, seenBy }: { text: string; seenBy: SeenBy },
): Promise<unknown> =>
  tx.requestNote.create({
    data: { id, requestId, text, seenBy, at: timeOf(at), by: actor.slackId, byName: actor.name, submission },
  });

/** A change or a note that can be taken back, as far as the record tells; `former` is null for a note. */
export async function changeToUndo(db: Reader, change: string) {
  const of = { where: { id: change }, include: { request: { select: { reference: true } } } };
  const note = await db.requestNote.findUnique(of);
  if (note !== null)
    return { reference: note.request.reference, by: note.by, at: instantFrom(note.at), what: 'note', former: null };
  const row = await db.requestHistory.findUnique(of);
  const was = former.safeParse(row?.former);
  if (row === null || !was.success) return null;
  return { reference: row.request.reference, by: row.by, at: instantFrom(row.at), what: row.what, former: was.data };
}

/** Attaches the sources of one request to another, behind those that it has. */
export async function copySources(tx: Tx, next: () => string, from: string, to: string): Promise<void> {
  const there = await tx.requestSource.findMany({ where: { requestId: to } });
  const missing = (
    await tx.requestSource.findMany({ where: { requestId: from }, orderBy: { position: 'asc' } })
  ).filter(({ sourceId }) => !there.some((source) => source.sourceId === sourceId));
  const last = Math.max(0, ...there.map(({ position }) => position));
  await tx.requestSource.createMany({
    data: missing.map(({ sourceId }, at) => ({
      id: next(),
      requestId: to,
      sourceId,
      position: last + at + 1,
      submission: null,
    })),
  });
}
