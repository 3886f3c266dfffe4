import type { Tx } from '../../db/client.ts';
import { readPerson } from '../../db/read/people.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import { deskToday } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import { isOpen } from '../../treaty/request-moves.ts';
import { sayCards } from '../requests/use-cases.ts';
import { formerOf, heldRequest, writeHeld, writeLine } from './store.ts';
import { nameOf } from './words.ts';

/** Whether a person may be given a request: with a role that handles requests, and not of the State itself. */
export async function mayOwn(tx: Tx, slackId: string, state: string, today: Day): Promise<boolean> {
  const person = await readPerson(tx, slackId, today);
  return person !== null && may(person, 'handle_request') && person.state !== state;
}

/**
 * Gives an open request from one owner to another with its history and its cards, in the transaction of a hand-over: false,
 * and nothing is changed, where it is no longer the first one's, is closed, or may not be the other's.
 */
export async function passRequest(
  tx: Tx,
  desk: Pick<RecordDesk, 'clock' | 'ids' | 'admins'>,
  { reference, from, to, why }: { reference: string; from: string; to: string; why: string },
  { actor, at }: Pick<RecordChange, 'actor' | 'at'>,
): Promise<boolean> {
  const held = await heldRequest(tx, reference);
  if (held === null || held.ownerId !== from || !isOpen(held.standing.status)) return false;
  if (!(await mayOwn(tx, to, held.state, deskToday(desk.clock)))) return false;
  await writeHeld(tx, held.id, { ...formerOf(held), ownerId: to });
  const line = { id: desk.ids.next(), requestId: held.id, actor, at, what: 'owner', submission: null };
  const [before, after] = [await nameOf(tx, from), await nameOf(tx, to)];
  await writeLine(tx, { ...line, before, after, why });
  await sayCards(tx, desk, reference, at);
  return true;
}
