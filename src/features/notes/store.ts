import type { Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import type { RecordChange } from '../../db/record-desk.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';

/** Who may read a note of the diary. */
export const READERS = ['desk', 'coordinators', 'me'] as const;
export type SeenBy = (typeof READERS)[number];

export interface NewNote {
  state: Iso3;
  text: string;
  withWhom: string;
  on: Day;
  seenBy: SeenBy;
}

export interface NewContact {
  state: Iso3;
  place: 'capital' | 'geneva';
  name: string;
  office: string;
  reach: string;
}

/** Writes a note of the diary; the id of the one that the same submission has written, if it has. */
export async function writeNote(
  tx: Tx,
  ids: Ids,
  { state, on, ...note }: NewNote,
  { actor, at, submission }: RecordChange,
): Promise<string> {
  const id = ids.next();
  const by = { at: timeOf(at), by: actor.slackId, byName: actor.name, submission };
  const row = { id, iso3: state, on: dateOf(on), ...note, ...by };
  await tx.stateNote.createMany({ data: [row], skipDuplicates: true });
  return (await tx.stateNote.findUniqueOrThrow({ where: { submission }, select: { id: true } })).id;
}

/** Writes a contact of a State with its history, once for each submission. */
export async function writeContact(
  tx: Tx,
  ids: Ids,
  { state, ...contact }: NewContact,
  { actor, at, submission }: RecordChange,
): Promise<void> {
  const by = { at: timeOf(at), by: actor.slackId, byName: actor.name, submission };
  const made = await tx.stateContact.createMany({
    data: [{ id: ids.next(), iso3: state, ...contact, ...by }],
    skipDuplicates: true,
  });
  if (made.count === 0) return;
  const line = { about: state, what: 'contact added', after: `${contact.name}, ${contact.place}` };
  const what = { id: ids.next(), at: timeOf(at), by: actor.slackId, byName: actor.name, ...line };
  await tx.deskHistory.create({ data: what });
}

/** Writes that somebody is no longer a contact; false where they were none. */
export async function endContact(
  tx: Tx,
  ids: Ids,
  id: string,
  { actor, at }: Omit<RecordChange, 'submission'>,
): Promise<boolean> {
  const ended = await tx.stateContact.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: timeOf(at), endedBy: actor.slackId },
  });
  if (ended.count === 0) return false;
  const { iso3, name, place } = await tx.stateContact.findUniqueOrThrow({ where: { id } });
  const line = { about: iso3, what: 'contact ended', before: `${name}, ${place}` };
  const what = { id: ids.next(), at: timeOf(at), by: actor.slackId, byName: actor.name, ...line };
  await tx.deskHistory.create({ data: what });
  return true;
}
