import { instantFrom, timeOf } from '../../db/days.ts';
import { mayReadNote } from '../../db/read/notes.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import { dayIn } from '../../desk/time.ts';
import { endContact, type NewContact, type NewNote, writeContact, writeNote } from './store.ts';

export { showDiary } from './show-diary.ts';

export type NoteOutcome = { kind: 'kept'; id: string } | { kind: 'not_allowed' } | { kind: 'ahead' };

/** Keeps a note on a State, once for each submission. Who represents the State itself may note, too. */
export async function addNote(desk: RecordDesk, note: NewNote, by: RecordChange): Promise<NoteOutcome> {
  if (!may(by.actor, 'handle_request')) return { kind: 'not_allowed' };
  if (note.on > dayIn(by.actor.zone, by.at)) return { kind: 'ahead' };
  return { kind: 'kept', id: await desk.db.$transaction((tx) => writeNote(tx, desk.ids, note, by)) };
}

export type UndoOutcome = 'undone' | 'too_late' | 'not_allowed' | 'unknown';

const UNDO_SECONDS = 60;

/** Takes a note back, by its author, within a minute. */
export async function takeNoteBack(
  { db }: RecordDesk,
  id: string,
  { actor, at }: Omit<RecordChange, 'submission'>,
): Promise<UndoOutcome> {
  const note = await db.stateNote.findUnique({ where: { id } });
  if (note === null) return 'unknown';
  if (note.by !== actor.slackId || !may(actor, 'handle_request')) return 'not_allowed';
  if (note.takenBackAt !== null) return 'undone';
  if (at.since(instantFrom(note.at)).total('seconds') > UNDO_SECONDS) return 'too_late';
  await db.stateNote.updateMany({ where: { id, takenBackAt: null }, data: { takenBackAt: timeOf(at) } });
  return 'undone';
}

/** A note for one who may read it; null for everybody else, and once it was taken back. */
export async function noteFor({ db }: Pick<RecordDesk, 'db'>, id: string, actor: RecordChange['actor']) {
  if (!may(actor, 'read_register')) return null;
  const note = await db.stateNote.findUnique({ where: { id } });
  return note === null || note.takenBackAt !== null || !mayReadNote(note, actor) ? null : note;
}

/** Keeps whom one reaches in a State. */
export async function addContact(desk: RecordDesk, contact: NewContact, by: RecordChange): Promise<boolean> {
  if (!may(by.actor, 'handle_request')) return false;
  await desk.db.$transaction((tx) => writeContact(tx, desk.ids, contact, by));
  return true;
}

/** Somebody is no longer reached there. */
export const removeContact = async (
  desk: RecordDesk,
  id: string,
  by: Omit<RecordChange, 'submission'>,
): Promise<boolean> =>
  may(by.actor, 'handle_request') && (await desk.db.$transaction((tx) => endContact(tx, desk.ids, id, by)));
