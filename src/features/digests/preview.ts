import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import type { Tx } from '../../db/client.ts';
import { sayAnew } from '../../db/deliveries.ts';
import type { Ids } from '../../desk/ports.ts';
import { dayIn } from '../../desk/time.ts';
import { digestCard } from './card.ts';
import { composeDigest } from './compose.ts';
import { type Occurrence, occurrenceText } from './occurrence.ts';
import { factsFor } from './post.ts';
import { previewMessage } from './preview-card.ts';
import type { DigestFacts } from './read.ts';
import { lastPosted } from './runs.ts';
import type { Subscription } from './subscriptions.ts';

/** What the digest of an occurrence will be made of, from what is on record at `at`. */
export async function factsAhead(
  tx: Tx,
  subscription: Subscription,
  dueAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<DigestFacts> {
  const { id, weekly } = subscription;
  const posted = await lastPosted(tx, id, dueAt);
  const last = posted === null ? null : { day: dayIn(weekly.zone, posted.at), at: posted.at };
  // As of the day on which it will be posted.
  return factsFor(tx, subscription, { asOf: dayIn(weekly.zone, dueAt), at, last });
}

/** The preview of an occurrence, for the ISU. */
export async function previewFor(
  tx: Tx,
  subscription: Subscription,
  dueAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<Message> {
  const { id, channel, weekly } = subscription;
  const facts = await factsAhead(tx, subscription, dueAt, at);
  const first = facts.since === null;
  const occurrence = occurrenceText({ subscription: id, dueAt });
  const digest = digestCard(composeDigest(facts), null, { kind: 'posted', first, weekly, due: null, occurrence });
  return previewMessage(digest, {
    channel,
    weekly,
    occurrence,
    leftOut: facts.leftOut ?? [],
  });
}

/** Under which the preview of an occurrence is said to each of the ISU. */
export const previewKey = (subscription: string, dueAt: Temporal.Instant): string =>
  `preview:${occurrenceText({ subscription, dueAt })}`;

/** Has the previews of an occurrence say `message` where they stand: the preview as it is now, or what was decided about it. */
export async function sayPreviewsAnew(
  tx: Tx,
  ids: Ids,
  { subscription, dueAt }: Occurrence,
  message: Message,
  at: Temporal.Instant,
): Promise<void> {
  const said = await tx.delivery.findMany({
    where: { key: { startsWith: `${previewKey(subscription, dueAt)}:` } },
    select: { id: true, lane: true },
  });
  for (const { id, lane } of said) await sayAnew(tx, ids, { delivery: id, person: lane, message }, at);
}
