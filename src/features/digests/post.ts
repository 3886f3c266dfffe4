import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import type { Tx } from '../../db/client.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { readFollowUps } from '../../db/read/follow-ups.ts';
import { readPeople } from '../../db/read/people.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Role } from '../../desk/actor.ts';
import { DESK_ZONE, dayIn, deskToday } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import { savedAnswers, sawAnswers } from '../answers/use-cases.ts';
import { followingsOf } from '../following/use-cases.ts';
import { digestCard } from './card.ts';
import { composeDigest } from './compose.ts';
import { readLeftOut } from './left-out.ts';
import { occurrenceText } from './occurrence.ts';
import { type DigestFacts, readDigestFacts } from './read.ts';
import { lastPosted } from './runs.ts';
import { isPersonal, type Subscription } from './subscriptions.ts';

/** A digest that comes later than this says so. */
const LATE_MS = 30 * 60_000;

export const isLate = (dueAt: Temporal.Instant, at: Temporal.Instant): boolean =>
  at.epochMilliseconds - dueAt.epochMilliseconds > LATE_MS;

/** What the digest of a subscription is made of on a day: narrowed as its reader or channel wishes. */
export async function factsFor(
  tx: Tx,
  { id, audience, channel, only }: Subscription,
  { asOf, at, last }: { asOf: Day; at: Temporal.Instant; last: { day: Day; at: Temporal.Instant } | null },
): Promise<DigestFacts> {
  const leftOut = await readLeftOut(tx, id, at);
  if (audience !== 'mine')
    return { ...(await readDigestFacts(tx, asOf, audience, last, { ...only, states: null })), leftOut };
  const followings = await followingsOf(tx, await readPeople(tx, asOf), asOf);
  const states = followings.flatMap(({ slackId, state }) => (slackId === channel ? [state] : []));
  const facts = await readDigestFacts(tx, asOf, audience, last, { ...only, states });
  return { ...facts, followUps: await readFollowUps(tx, channel), asked: await savedAnswers(tx, channel, asOf) };
}

/** The digest of an occurrence as it is read at `at`, for the channel or person of its subscription; and what it is made of. */
export async function digestFor(
  tx: Tx,
  subscription: Subscription,
  dueAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<{ message: Message; facts: DigestFacts }> {
  const { id, channel, weekly } = subscription;
  const posted = await lastPosted(tx, id, dueAt);
  const last = posted === null ? null : { day: dayIn(weekly.zone, posted.at), at: posted.at };
  const asOf = dayIn(isPersonal(channel) ? weekly.zone : DESK_ZONE, at);
  const facts = await factsFor(tx, subscription, { asOf, at, last });
  const digest = composeDigest(facts);
  const due = isLate(dueAt, at) ? dayIn(weekly.zone, dueAt) : null;
  const occurrence = occurrenceText({ subscription: id, dueAt });
  return { message: digestCard(digest, at, { kind: 'posted', first: last === null, weekly, due, occurrence }), facts };
}

/** Puts the digest of an occurrence into the queue, in the transaction that decides to post it. */
export async function enqueueDigest(
  tx: Tx,
  { ids }: RecordDesk,
  subscription: Subscription,
  dueAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<string | null> {
  const { message, facts } = await digestFor(tx, subscription, dueAt, at);
  await sawAnswers(tx, facts.asked ?? []);
  const key = `digest:${occurrenceText({ subscription: subscription.id, dueAt })}`;
  const { channel } = subscription;
  const to = isPersonal(channel) ? { person: channel } : { channel };
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
