import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import type { Tx } from '../../db/client.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { readPeople } from '../../db/read/people.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Role } from '../../desk/actor.ts';
import { DESK_ZONE, dayIn, deskToday } from '../../desk/time.ts';
import { digestCard } from './card.ts';
import { composeDigest } from './compose.ts';
import { readLeftOut } from './left-out.ts';
import { occurrenceText } from './occurrence.ts';
import { readDigestFacts } from './read.ts';
import { lastPosted } from './runs.ts';
import type { Subscription } from './subscriptions.ts';

/** A digest that comes later than this says so. */
const LATE_MS = 30 * 60_000;

export const isLate = (dueAt: Temporal.Instant, at: Temporal.Instant): boolean =>
  at.epochMilliseconds - dueAt.epochMilliseconds > LATE_MS;

/** The digest of an occurrence as it is read at `at`, for the channel of its subscription. */
export async function digestFor(
  db: Tx,
  { id, audience, weekly }: Subscription,
  dueAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<Message> {
  const last = await lastPosted(db, id, dueAt);
  const since = last === null ? null : { day: dayIn(weekly.zone, last.at), at: last.at };
  const leftOut = await readLeftOut(db, id, at);
  const facts = { ...(await readDigestFacts(db, dayIn(DESK_ZONE, at), audience, since)), leftOut };
  const digest = composeDigest(facts);
  const due = isLate(dueAt, at) ? dayIn(weekly.zone, dueAt) : null;
  return digestCard(digest, at, { kind: 'posted', first: last === null, weekly, due });
}

/** Puts the digest of an occurrence into the queue, in the transaction that decides to post it. */
export async function enqueueDigest(
  tx: Tx,
  { ids }: RecordDesk,
  subscription: Subscription,
  dueAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<string | null> {
  const message = await digestFor(tx, subscription, dueAt, at);
  const key = `digest:${occurrenceText({ subscription: subscription.id, dueAt })}`;
  const to = { channel: subscription.channel };
  return enqueue(tx, ids, { key, kind: 'digest', to, urgency: URGENCY.digest, message }, at);
}

/** Puts one message to everyone who holds a role into the queue; what stands in `key` is said to each of them once. */
export async function tellRole(
  tx: Tx,
  { ids, clock, admins = [] }: RecordDesk,
  role: Role,
  key: string,
  message: Message,
  at: Temporal.Instant,
): Promise<void> {
  const held = (await readPeople(tx, deskToday(clock))).filter(({ roles }) => roles.includes(role));
  const people = new Set([...held.map(({ slackId }) => slackId), ...(role === 'admin' ? admins : [])]);
  for (const person of people) {
    const say = {
      key: `${key}:${person}`,
      kind: 'reminder' as const,
      to: { person },
      urgency: URGENCY.person,
      message,
    };
    await enqueue(tx, ids, say, at);
  }
}
