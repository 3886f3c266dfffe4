import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';

/** What is to be done, by when and by whom. */
export interface NewFollowUp {
  what: string;
  state: Iso3 | null;
  due: Day;
  owner: string;
  link: string | null;
  /** The meeting that it comes out of. */
  meeting?: string | null;
}

interface Written {
  actor: Actor;
  at: Temporal.Instant;
}

/** Writes a follow-up with its history; null where the same submission has written it already. */
export async function addRow(
  tx: Tx,
  ids: Ids,
  { what, state, due, owner, link, meeting = null }: NewFollowUp,
  { actor, at, submission }: Written & { submission: string },
): Promise<{ id: string; reference: string } | null> {
  const id = ids.next();
  const by = { recordedAt: timeOf(at), recordedBy: actor.slackId, recordedByName: actor.name };
  const row = {
    id,
    what,
    iso3: state,
    due: dateOf(due),
    dueSetAt: timeOf(at),
    ownerId: owner,
    link,
    meetingId: meeting,
    ...by,
    submission,
  };
  if ((await tx.followUp.createMany({ data: [row], skipDuplicates: true })).count === 0) return null;
  const { number } = await tx.followUp.findUniqueOrThrow({ where: { id }, select: { number: true } });
  const reference = `F${number}`;
  await keepLine(tx, ids, { about: reference, what: 'follow-up added', after: `${what}, by ${due}` }, { actor, at });
  return { id, reference };
}

/** Marks it as done; false where it is already. */
export async function finishRow(tx: Tx, ids: Ids, id: string, written: Written): Promise<boolean> {
  const { actor, at } = written;
  const done = await tx.followUp.updateMany({
    where: { id, doneAt: null },
    data: { doneAt: timeOf(at), doneBy: actor.slackId },
  });
  return done.count === 1 && keepLine(tx, ids, { about: await referenceOf(tx, id), what: 'follow-up done' }, written);
}

/** Gives it another day; false where it is done. */
export async function postponeRow(tx: Tx, ids: Ids, id: string, due: Day, written: Written): Promise<boolean> {
  const moved = await tx.followUp.updateMany({
    where: { id, doneAt: null },
    data: { due: dateOf(due), dueSetAt: timeOf(written.at) },
  });
  const line = { about: await referenceOf(tx, id), what: 'follow-up moved', after: due };
  return moved.count === 1 && keepLine(tx, ids, line, written);
}

/** Gives it to somebody else; false where it is done, or theirs. */
export async function passRow(tx: Tx, ids: Ids, id: string, to: string, written: Written): Promise<boolean> {
  const passed = await tx.followUp.updateMany({
    where: { id, doneAt: null, ownerId: { not: to } },
    data: { ownerId: to, dueSetAt: timeOf(written.at) },
  });
  const line = { about: await referenceOf(tx, id), what: 'follow-up passed on', after: to };
  return passed.count === 1 && keepLine(tx, ids, line, written);
}

const referenceOf = async (tx: Tx, id: string): Promise<string> => {
  const row = await tx.followUp.findUnique({ where: { id }, select: { number: true } });
  return row === null ? id : `F${row.number}`;
};

async function keepLine(
  tx: Tx,
  ids: Ids,
  line: { about: string; what: string; after?: string },
  { actor, at }: Written,
): Promise<true> {
  await tx.deskHistory.create({
    data: { id: ids.next(), at: timeOf(at), by: actor.slackId, byName: actor.name, ...line },
  });
  return true;
}
