import type { Message } from '../../blocks/message.ts';
import type { Db } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import type { Ids, Outbox, PostOutcome } from '../../desk/ports.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { requestCard } from './card.ts';
import { CUT_OFF } from './card-place.ts';
import { readRequest } from './read.ts';

export interface RequestsDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
  outbox: Outbox;
  /** Admins named in the environment, for those who may not do something to turn to. */
  admins?: readonly string[];
}

const MOST_ATTEMPTS = 5;

/** What became of the cards that were due: Slack's reasons for those that it did not take. */
export interface CardsPosted {
  posted: number;
  refused: readonly { reference: string; error: string }[];
}

// The cards that this process is sending now: those that another start had begun to send are not among them.
const underWay = new WeakMap<Db, Set<string>>();

const sendingOn = (db: Db): Set<string> => {
  const known = underWay.get(db) ?? new Set<string>();
  underWay.set(db, known);
  return known;
};

/**
 * Posts the cards that are due, or changes them in place where they stand; without `only`, as at the start of the desk,
 * also those that were refused or cut off before. A card is marked before it is sent and its reference kept after. One
 * whose first sending was cut off is not sent again by itself: Slack cannot say whether it arrived, and none stands twice.
 */
export async function postDueCards(desk: RequestsDesk, only?: string): Promise<CardsPosted> {
  if (only === undefined) await takeUpAgain(desk);
  const tried = new Set<string>();
  const refused: { reference: string; error: string }[] = [];
  let posted = 0;
  for (let next = await nextDue(desk, only, tried); next !== null; next = await nextDue(desk, only, tried)) {
    const outcome = await send(desk, next);
    if (outcome === 'posted') posted += 1;
    else {
      tried.add(next.id);
      if (outcome !== null) refused.push({ reference: next.request.reference, error: outcome.error });
    }
  }
  return { posted, refused };
}

/** After a stop: what was being changed in place is changed again; what was being posted is left to a person to look at. */
async function takeUpAgain({ db, clock }: RequestsDesk): Promise<void> {
  const notMine = { state: 'posting', id: { notIn: [...sendingOn(db)] } };
  const changedAt = timeOf(clock.now());
  await db.requestCard.updateMany({
    where: { ...notMine, ts: { not: null } },
    data: { state: 'due', attempts: 0, changedAt },
  });
  await db.requestCard.updateMany({ where: notMine, data: { state: 'refused', lastError: CUT_OFF, changedAt } });
  await db.requestCard.updateMany({
    where: { state: 'refused', lastError: { not: CUT_OFF } },
    data: { state: 'due', attempts: 0, changedAt },
  });
}

const nextDue = ({ db }: RequestsDesk, only: string | undefined, tried: ReadonlySet<string>) =>
  db.requestCard.findFirst({
    where: { state: 'due', id: { notIn: [...tried] }, ...(only === undefined ? {} : { request: { reference: only } }) },
    include: { request: { select: { id: true, reference: true } } },
    orderBy: { changedAt: 'asc' },
  });

type DueCard = NonNullable<Awaited<ReturnType<typeof nextDue>>>;

/** Sends one card; null when another has taken it. */
async function send(desk: RequestsDesk, card: DueCard): Promise<'posted' | { error: string } | null> {
  const { db, clock, outbox } = desk;
  const sending = sendingOn(db);
  sending.add(card.id);
  try {
    const taken = await db.requestCard.updateMany({
      where: { id: card.id, state: 'due' },
      data: { state: 'posting', attempts: { increment: 1 }, changedAt: timeOf(clock.now()) },
    });
    if (taken.count === 0) return null;
    const changes = await db.requestHistory.count({ where: { requestId: card.request.id } });
    const seen = await readRequest(db, card.request.reference, deskToday(clock));
    if (seen === null) throw new Error(`${card.request.reference} has a card and cannot be read.`);
    const message = requestCard(seen);
    const outcome = await postOrChange(outbox, card, message);
    if (outcome.ok) {
      await settle(desk, card, changes, outcome.ref.ts);
      return 'posted';
    }
    const again = outcome.retry && card.attempts + 1 < MOST_ATTEMPTS;
    await db.requestCard.update({
      where: { id: card.id },
      data: { state: again ? 'due' : 'refused', lastError: outcome.error, changedAt: timeOf(clock.now()) },
    });
    return { error: outcome.error };
  } finally {
    sending.delete(card.id);
  }
}

/** Changes the card where it stands; a card that somebody has deleted is posted anew. */
async function postOrChange(outbox: Outbox, { channel, ts }: DueCard, message: Message): Promise<PostOutcome> {
  if (ts === null) return outbox.post({ channel }, message);
  const changed = await outbox.update({ channel, ts }, message);
  return !changed.ok && changed.error === 'message_not_found' ? outbox.post({ channel }, message) : changed;
}

/** Keeps where the card stands; what was changed about the request while it was being sent makes it due once more. */
async function settle({ db, clock }: RequestsDesk, card: DueCard, changes: number, ts: string): Promise<void> {
  await db.$transaction(async (tx) => {
    // Waits for whoever is writing to the history of the request, and lets nobody begin: a weaker lock would not.
    await tx.$queryRaw`SELECT "id" FROM "AssistanceRequest" WHERE "id" = ${card.request.id} FOR UPDATE`;
    const now = await tx.requestHistory.count({ where: { requestId: card.request.id } });
    const data = { ts, lastError: null, changedAt: timeOf(clock.now()) };
    await tx.requestCard.update({
      where: { id: card.id },
      data: { ...data, state: now === changes ? 'posted' : 'due', attempts: 0 },
    });
  });
}
