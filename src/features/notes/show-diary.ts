import { readDiary, readStateContacts } from '../../db/read/diary.ts';
import { readLastContacts } from '../../db/read/last-contacts.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { mayNot } from '../people/use-cases.ts';
import { diaryModal } from './modal.ts';

/** The diary of one State, its contacts and the last contact, as far as `actor` may read them. */
export async function showDiary(desk: RecordDesk, actor: Actor, iso3: string): Promise<Reply> {
  if (!may(actor, 'read_register')) return say(await mayNot(desk, 'read notes on States'));
  const { db, clock } = desk;
  const state = (await readStates(db)).find((each) => each.iso3 === iso3);
  if (state === undefined) return say(notice('No such State is on record.'));
  const notes = await readDiary(db, iso3, actor);
  const contacts = await readStateContacts(db, iso3);
  const last = (await readLastContacts(db, deskToday(clock), actor)).get(iso3) ?? null;
  return { kind: 'modal', modal: diaryModal({ state: { iso3, name: state.shortName }, notes, contacts, last }) };
}
