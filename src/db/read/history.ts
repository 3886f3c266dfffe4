import type { Actor } from '../../desk/actor.ts';
import type { Reader } from '../client.ts';
import { instantFrom } from '../days.ts';
import { mayReadNote } from './notes.ts';
import type { HistoryRow } from './rows.ts';

/** What was changed about a request, oldest first; that a note was taken back stands there for those alone who may read it. */
export async function readHistory(
  db: Reader,
  reference: string,
  reader: Pick<Actor, 'slackId' | 'roles'> | null = null,
): Promise<HistoryRow[]> {
  const rows = await db.requestHistory.findMany({
    where: { request: { reference } },
    orderBy: [{ at: 'asc' }, { written: 'asc' }],
  });
  const notes = await db.requestNote.findMany({ where: { request: { reference } } });
  const hidden = new Set(notes.filter((note) => reader === null || !mayReadNote(note, reader)).map(({ id }) => id));
  return rows
    .filter(({ undoes }) => undoes === null || !hidden.has(undoes))
    .map(({ at, byName, through, what, before, after, why }) => ({
      at: instantFrom(at),
      by: byName,
      through,
      what,
      before,
      after,
      why,
    }));
}
