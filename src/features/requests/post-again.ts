import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { mayNot } from '../people/use-cases.ts';
import { cardSettled, sayCardsAgain } from './cards.ts';
import { readRequest } from './read.ts';
import { placeMessage } from './submit.ts';

const PATIENCE_MS = 3_000;

/** Posts the card of a request in the register channel once more, because a person asks for it. */
export async function postAgain(desk: RecordDesk, actor: Actor, reference: string): Promise<Reply> {
  const { db, clock } = desk;
  if (!may(actor, 'log_request')) return say(await mayNot(desk, 'post the card of a request'));
  const there = await readRequest(db, reference, deskToday(clock));
  if (there === null) return say(notice(`No request ${reference} is on record.`));
  await db.$transaction((tx) => sayCardsAgain(tx, desk, reference, clock.now()));
  desk.poke();
  await cardSettled(db, reference, PATIENCE_MS);
  const seen = await readRequest(db, reference, deskToday(clock));
  return say(placeMessage(seen ?? there));
}
