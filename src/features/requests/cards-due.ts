import type { Db } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import type { Ids, Outbox } from '../../desk/ports.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { requestCard } from './card.ts';
import { readRequest } from './read.ts';

export interface RequestsDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
  outbox: Outbox;
}

const MOST_ATTEMPTS = 5;

/** What became of the cards that were due: Slack's reasons for those that it did not take. */
export interface CardsPosted {
  posted: number;
  refused: readonly { reference: string; error: string; again: boolean }[];
}

/**
 * Posts the cards that are due, or changes them in place where they stand. A card is marked before it is sent: one whose
 * sending was cut off stays marked and is not sent a second time on its own, since Slack cannot say whether it arrived.
 */
export async function postDueCards({ db, clock, outbox }: RequestsDesk, only?: string): Promise<CardsPosted> {
  const due = await db.requestCard.findMany({
    where: { state: 'due', ...(only === undefined ? {} : { request: { reference: only } }) },
    include: { request: { select: { reference: true } } },
    orderBy: { changedAt: 'asc' },
  });
  const refused: { reference: string; error: string; again: boolean }[] = [];
  for (const card of due) {
    const { reference } = card.request;
    // Two desks on one database: only one of them takes the card.
    const taken = await db.requestCard.updateMany({
      where: { id: card.id, state: 'due' },
      data: { state: 'posting', attempts: { increment: 1 }, changedAt: timeOf(clock.now()) },
    });
    const seen = taken.count === 0 ? null : await readRequest(db, reference, deskToday(clock));
    if (seen === null) continue;
    const message = requestCard(seen);
    const outcome =
      card.ts === null
        ? await outbox.post({ channel: card.channel }, message)
        : await outbox.update({ channel: card.channel, ts: card.ts }, message);
    const again = !outcome.ok && outcome.retry && card.attempts + 1 < MOST_ATTEMPTS;
    await db.requestCard.update({
      where: { id: card.id },
      data: outcome.ok
        ? { state: 'posted', ts: outcome.ref.ts, lastError: null, changedAt: timeOf(clock.now()) }
        : { state: again ? 'due' : 'refused', lastError: outcome.error, changedAt: timeOf(clock.now()) },
    });
    if (!outcome.ok) refused.push({ reference, error: outcome.error, again });
  }
  return { posted: due.length - refused.length, refused };
}
