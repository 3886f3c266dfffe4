import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import type { Db, Tx } from '../../db/client.ts';
import { changeSaid, enqueue, sendAgain, URGENCY } from '../../db/deliveries.ts';
import { holdRequest } from '../../db/hold.ts';
import { opennessOf } from '../../db/read/openness.ts';
import { readPerson } from '../../db/read/people.ts';
import { readSetting } from '../../db/read/settings.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Address } from '../../desk/ports.ts';
import { deskToday } from '../../desk/time.ts';
import { ownCard, publicRequestCard, requestCard } from './card.ts';
import { type RequestSeen, readRequest } from './read.ts';

type CardsDesk = Pick<RecordDesk, 'clock' | 'ids' | 'admins'>;

/**
 * Says what a request has become, in the transaction that changes it: on every card that it has, each in its place, and
 * on a first one in the register channel and with `reader`, who is to have one as a direct message. Of two changes at
 * once the later waits here for the earlier, so that the last to be made is the last to be said.
 */
export async function sayCards(
  tx: Tx,
  desk: CardsDesk,
  reference: string,
  at: Temporal.Instant,
  reader: Pick<Actor, 'slackId' | 'state'> | null = null,
): Promise<void> {
  await holdRequest(tx, reference);
  const register = await readSetting(tx, 'register_channel');
  const seen = await seenIn(tx, desk, reference);
  const standing = await tx.requestCard.findMany({ where: { requestId: seen.need.id } });
  for (const card of standing) {
    const message = await messageFor(tx, desk, card, seen);
    if (message !== null) await changeSaid(tx, card.deliveryId, message);
  }
  const stands = (place: string): boolean => standing.some((card) => card.place === place);
  if (register !== null && !stands(register)) {
    const message = await newCard(tx, register, seen);
    if (message !== null) await begin(tx, desk, seen, { channel: register }, message, at);
  }
  if (reader === null || stands(reader.slackId)) return;
  // Read once more, with its card in the register.
  const message = ownCard(await seenIn(tx, desk, reference), reader);
  await begin(tx, desk, seen, { person: reader.slackId }, message, at);
}

/** Has the cards of a request that Slack did not take sent once more, as the request is now; for one who asks for it. */
export async function sayCardsAgain(tx: Tx, desk: CardsDesk, reference: string, at: Temporal.Instant): Promise<void> {
  await sayCards(tx, desk, reference, at);
  const resting = await tx.requestCard.findMany({
    where: { request: { reference }, delivery: { state: { in: ['refused', 'unsure', 'dropped'] } } },
  });
  for (const { deliveryId } of resting) await sendAgain(tx, deliveryId, ['refused', 'unsure', 'dropped']);
}

async function seenIn(tx: Tx, { clock }: CardsDesk, reference: string): Promise<RequestSeen> {
  const seen = await readRequest(tx, reference, deskToday(clock));
  if (seen === null) throw new Error(`${reference} was changed and cannot be read.`);
  return seen;
}

/** The card in one place; null for a person who reads the register no longer: what they have stays as it is. */
async function messageFor(
  tx: Tx,
  { clock, admins = [] }: CardsDesk,
  { place, deliveryId }: { place: string; deliveryId: string },
  seen: RequestSeen,
) {
  if (!isPerson(place)) return cardInChannel(tx, place, deliveryId, seen);
  const person = await readPerson(tx, place, deskToday(clock));
  const roles = [...(person?.roles ?? []), ...(admins.includes(place) ? (['admin'] as const) : [])];
  return may({ roles }, 'read_register') ? ownCard(seen, { state: person?.state ?? null }) : null;
}

/** A card that stands in a channel, as it is changed there: where somebody from outside reads along, by what was decided. */
async function cardInChannel(tx: Tx, channel: string, deliveryId: string, seen: RequestSeen): Promise<Message | null> {
  const { is, since } = await opennessOf(tx, channel);
  if (since === null) return requestCard(seen);
  const { enqueuedAt } = await tx.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  // What was begun once they were there has never been more than the public half.
  if (enqueuedAt > since) return forEverybody(seen);
  return is === 'stays' ? requestCard(seen, { guests: true }) : null;
}

/** The first card in a channel: only what the State has published where somebody from outside reads along. */
async function newCard(tx: Tx, channel: string, seen: RequestSeen): Promise<Message | null> {
  return (await opennessOf(tx, channel)).is === 'closed' ? requestCard(seen) : forEverybody(seen);
}

const forEverybody = (seen: RequestSeen): Message | null =>
  seen.need.sharing === 'published' ? publicRequestCard(seen) : null;

const isPerson = (place: string): boolean => /^[UW]/.test(place);

async function begin(
  tx: Tx,
  { ids }: CardsDesk,
  { need }: RequestSeen,
  to: Address,
  message: Message,
  at: Temporal.Instant,
): Promise<void> {
  const place = 'channel' in to ? to.channel : to.person;
  const urgency = 'channel' in to ? URGENCY.register : URGENCY.person;
  const key = `card:${need.id}:${place}`;
  const deliveryId = await enqueue(tx, ids, { key, kind: 'card', to, urgency, message }, at);
  if (deliveryId === null) throw new Error(`${need.reference} has a card in ${place} that is not on record.`);
  await tx.requestCard.create({ data: { requestId: need.id, place, deliveryId } });
}

const LOOK_EVERY_MS = 40;

/** Waits, no longer than so many milliseconds, until the card in the register has been sent or come to rest. */
export async function cardSettled(db: Db, reference: string, milliseconds: number): Promise<void> {
  for (let waited = 0; waited < milliseconds; waited += LOOK_EVERY_MS) {
    const channel = await readSetting(db, 'register_channel');
    const moving = await db.requestCard.count({
      where: {
        request: { reference },
        place: channel ?? '',
        delivery: { state: { in: ['due', 'sending'] }, lastError: null },
      },
    });
    if (moving === 0) return;
    await new Promise((again) => setTimeout(again, LOOK_EVERY_MS));
  }
}
