import type { Temporal } from 'temporal-polyfill';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { digestCard } from './card.ts';
import { composeDigest } from './compose.ts';
import { type Occurrence, occurrenceText } from './occurrence.ts';
import { factsFor } from './post.ts';
import type { DigestDesk } from './readers.ts';
import { lastPosted, postedAt } from './runs.ts';
import { isPersonal, readSubscriptions } from './subscriptions.ts';

export type CopyOutcome = 'sent' | 'already' | 'not_allowed' | 'settled';

/** Sends a member a digest that was posted, as a direct message: as it was on its day, with what was corrected since. Once for each. */
export async function sendCopy(
  desk: DigestDesk,
  actor: Actor,
  occurrence: Occurrence,
  at: Temporal.Instant,
): Promise<CopyOutcome> {
  if (!may(actor, 'read_register')) return 'not_allowed';
  const { db, ids } = desk;
  const { subscription: id, dueAt } = occurrence;
  const subscription = (await readSubscriptions(db)).find((each) => each.id === id);
  if (subscription === undefined) return 'settled';
  const { channel, weekly } = subscription;
  if (isPersonal(channel) && channel !== actor.slackId) return 'not_allowed';
  const outcome = await db.$transaction(async (tx): Promise<CopyOutcome> => {
    const then = await postedAt(tx, id, dueAt);
    if (then === null) return 'settled';
    const before = await lastPosted(tx, id, dueAt);
    const last = before === null ? null : { day: dayIn(weekly.zone, before.at), at: before.at };
    const asOf = dayIn(isPersonal(channel) ? weekly.zone : DESK_ZONE, then);
    const facts = await factsFor(tx, subscription, { asOf, at: then, last });
    const message = digestCard(composeDigest(facts), then, { kind: 'copy' });
    const key = `copy:${occurrenceText(occurrence)}:${actor.slackId}`;
    const say = { key, kind: 'digest' as const, to: { person: actor.slackId }, urgency: URGENCY.person, message };
    return (await enqueue(tx, ids, say, at)) === null ? 'already' : 'sent';
  });
  desk.poke();
  return outcome;
}
