import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Message } from '../blocks/message.ts';
import type { Address, Ids, MessageRef } from '../desk/ports.ts';
import type { Tx } from './client.ts';
import { timeOf } from './days.ts';
import { keepUnderFold } from './folding.ts';
import { rememberSaid, standsNoLonger } from './memory.ts';

/** Lower goes first within a lane. */
export const URGENCY = { person: 0, register: 1, digest: 2 } as const;

/** A message to be said; the same `key` is said once, however often it is enqueued. */
export interface ToSay {
  key: string;
  kind: 'digest' | 'reminder' | 'card' | 'notice' | 'correction';
  to: Address;
  /** The first message of the thread in which it is said, in a channel. */
  thread?: string;
  urgency: (typeof URGENCY)[keyof typeof URGENCY];
  message: Message;
}

const AT_ONCE = new Date(0);
const json = z.json();

const laneOf = (to: Address): string => ('channel' in to ? to.channel : to.person);
const stored = ({ carries, ...message }: Message) => json.parse(JSON.parse(JSON.stringify(message))) ?? {};

/**
 * Puts a message into the queue, in the transaction that decides to say it, and remembers the dates that it carries; returns
 * its id, or null when its key is there already.
 */
export async function enqueue(tx: Tx, ids: Ids, say: ToSay, at: Temporal.Instant): Promise<string | null> {
  const id = ids.next();
  const { key, kind, to, thread = null, urgency, message } = say;
  const row = { id, key, kind, lane: laneOf(to), thread, urgency, message: stored(message), enqueuedAt: timeOf(at) };
  const made = await tx.delivery.createMany({
    data: [{ ...row, state: 'due', version: 1, attempts: 0, doubtful: false, notBefore: AT_ONCE }],
    skipDuplicates: true,
  });
  if (made.count === 0) return null;
  await tx.deliveryLane.createMany({ data: [{ lane: row.lane, freeAt: AT_ONCE }], skipDuplicates: true });
  const person = 'person' in to ? to.person : null;
  const standing = { message, ref: { channel: row.lane, ts: null }, delivery: id };
  if (message.carries !== undefined) await rememberSaid(tx, ids, { carries: message.carries, person, standing }, at);
  return id;
}

/**
 * Changes what a delivery says: what was not sent yet is sent as changed, what stands in Slack is changed in place, and
 * several changes that wait become the last of them. Null where it was refused or dropped, and stays so: what was refused
 * is as changed when a person has it sent again.
 */
export async function changeSaid(tx: Tx, delivery: string, message: Message): Promise<'waits' | 'stands' | null> {
  // What is folded for guests is changed under its fold.
  if (await keepUnderFold(tx, delivery, stored(message))) return 'stands';
  const content = { message: stored(message), version: { increment: 1 } };
  const again = { state: 'due', attempts: 0, notBefore: AT_ONCE, lastError: null };
  const stands = await tx.delivery.updateMany({
    where: { id: delivery, state: 'sent' },
    data: { ...content, ...again },
  });
  if (stands.count > 0) return 'stands';
  // What is being sent at this moment is looked at again by whoever sends it.
  const waits = await tx.delivery.updateMany({
    where: { id: delivery, state: { in: ['due', 'sending', 'unsure'] } },
    data: content,
  });
  if (waits.count > 0) return 'waits';
  await tx.delivery.updateMany({ where: { id: delivery, state: { in: ['refused', 'dropped'] } }, data: content });
  return null;
}

/**
 * Has a delivery to a person say something else from now on, which is then what is amended: the dates that it carries take the
 * place of those that it carried before.
 */
export async function sayAnew(
  tx: Tx,
  ids: Ids,
  { delivery, person, message }: { delivery: string; person: string; message: Message },
  at: Temporal.Instant,
): Promise<void> {
  await changeSaid(tx, delivery, message);
  await standsNoLonger(tx, delivery);
  const standing = { message, ref: { channel: person, ts: null }, delivery };
  if (message.carries !== undefined) await rememberSaid(tx, ids, { carries: message.carries, person, standing }, at);
}

/** Changes in place a message that was not said through the queue, and from then on through it; returns the delivery's id. */
export async function changePosted(
  tx: Tx,
  ids: Ids,
  { key, ref, message }: { key: string; ref: MessageRef; message: Message },
  at: Temporal.Instant,
): Promise<string> {
  const id = ids.next();
  const sent = { attempts: 0, doubtful: false, notBefore: AT_ONCE };
  const what = { id, key, kind: 'correction', lane: ref.channel, urgency: URGENCY.person, version: 1 };
  await tx.delivery.create({
    data: { ...what, ...sent, ...ref, message: stored(message), state: 'due', enqueuedAt: timeOf(at) },
  });
  await tx.deliveryLane.createMany({ data: [{ lane: ref.channel, freeAt: AT_ONCE }], skipDuplicates: true });
  return id;
}

/**
 * Takes up again what was refused or could not be told; for a person who asks for it, and who has looked whether it
 * arrived where the desk cannot. False when it is in none of the states `from`.
 */
export async function sendAgain(
  tx: Tx,
  delivery: string,
  from: readonly ('refused' | 'unsure' | 'dropped')[] = ['refused', 'unsure'],
): Promise<boolean> {
  await tx.delivery.updateMany({ where: { id: delivery, state: 'unsure' }, data: { doubtful: false } });
  const again = { state: 'due', attempts: 0, notBefore: AT_ONCE, lastError: null };
  const made = await tx.delivery.updateMany({ where: { id: delivery, state: { in: [...from] } }, data: again });
  return made.count > 0;
}

/** Gives up what was not sent; what stands in Slack stays. False when it is in no such state. */
export async function dropDelivery(tx: Tx, delivery: string, at: Temporal.Instant): Promise<boolean> {
  const dropped = await tx.delivery.updateMany({
    where: { id: delivery, state: { in: ['due', 'refused', 'unsure'] } },
    data: { state: 'dropped', settledAt: timeOf(at) },
  });
  return dropped.count > 0;
}
