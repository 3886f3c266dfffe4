import type { Message } from '../../blocks/message.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { deskToday } from '../../desk/time.ts';
import { cardFor } from './card.ts';
import { readRequest } from './read.ts';

/** The card of a request as it is now, for the screen of one who reads the register; null for everybody else. */
export async function cardOf(
  { db, clock }: Pick<RecordDesk, 'db' | 'clock'>,
  reference: string,
  actor: Actor,
): Promise<Message | null> {
  const seen = may(actor, 'read_register') ? await readRequest(db, reference, deskToday(clock)) : null;
  return seen === null ? null : cardFor(seen, actor);
}
