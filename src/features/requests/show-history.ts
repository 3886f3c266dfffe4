import { readHistory } from '../../db/read/history.ts';
import { readNotes } from '../../db/read/notes.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { mayNot } from '../people/use-cases.ts';
import { historyModal } from './history-modal.ts';
import { readRequest } from './read.ts';

/** One page of what was done with a request, for those who read the register, with the notes that are for them. */
export async function showHistory(
  desk: Pick<RecordDesk, 'db' | 'clock' | 'admins'>,
  actor: Actor,
  reference: string,
  page = 0,
): Promise<Reply> {
  if (!may(actor, 'read_register')) return say(await mayNot(desk, 'read the history of a request'));
  const seen = await readRequest(desk.db, reference, deskToday(desk.clock));
  if (seen === null) return say(notice(`No request ${reference} is on record.`));
  const history = await readHistory(desk.db, reference, actor);
  const notes = await readNotes(desk.db, reference, actor);
  return { kind: 'modal', modal: historyModal(seen, history, notes, page) };
}
