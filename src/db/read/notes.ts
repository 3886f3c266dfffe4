import type { Actor } from '../../desk/actor.ts';
import type { Reader } from '../client.ts';
import { instantFrom } from '../days.ts';
import type { NoteRow } from './rows.ts';

/** Its author always, else whom the note is for. */
export const mayReadNote = (
  { by, seenBy }: { by: string; seenBy: string },
  { slackId, roles }: Pick<Actor, 'slackId' | 'roles'>,
): boolean => by === slackId || seenBy === 'desk' || (seenBy === 'coordinators' && roles.includes('coordinator'));

/** The notes on a request that `actor` may read, oldest first; those that were taken back are not among them. */
export async function readNotes(
  db: Reader,
  reference: string,
  actor: Pick<Actor, 'slackId' | 'roles'>,
): Promise<readonly NoteRow[]> {
  const rows = await db.requestNote.findMany({ where: { request: { reference } }, orderBy: { at: 'asc' } });
  if (rows.length === 0) return [];
  const undone = await db.requestHistory.findMany({
    where: { undoes: { in: rows.map(({ id }) => id) } },
    select: { undoes: true },
  });
  const taken = new Set(undone.map(({ undoes }) => undoes));
  return rows
    .filter((note) => !taken.has(note.id) && mayReadNote(note, actor))
    .map(({ at, byName, text, seenBy }) => ({ at: instantFrom(at), by: byName, text, seenBy }));
}
