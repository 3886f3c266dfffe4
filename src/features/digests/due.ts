import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import { readPerson } from '../../db/read/people.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Clockwork } from '../../desk/describe.ts';
import { lastOccurrence, nextOccurrence } from '../../desk/schedule.ts';
import { deskToday } from '../../desk/time.ts';
import { isMember } from '../following/use-cases.ts';
import { occurrenceText } from './occurrence.ts';
import { digestFor, enqueueDigest, isLate, tellRole } from './post.ts';
import { previewFor, previewKey } from './preview.ts';
import { firstMessage, heldForReaders } from './preview-card.ts';
import { type DigestDesk, whyNotTo } from './readers.ts';
import { beginRun, moveRun, skipEarlier } from './runs.ts';
import { isPersonal, pauseFor, readSubscriptions, type Subscription } from './subscriptions.ts';

const FRIDAY = { weekday: 5, time: '14:00' };

const after = (a: Temporal.Instant, b: Temporal.Instant): boolean => a.epochNanoseconds > b.epochNanoseconds;

/** Posts the digests that have fallen due and shows the ISU on Friday what Monday will say; each occurrence once. */
export const digestClockwork = (desk: DigestDesk): Clockwork => ({
  name: 'digests',
  async run(at) {
    for (const subscription of await readSubscriptions(desk.db)) {
      if (subscription.paused) continue;
      if (await endedForWhoLeft(desk, subscription, at)) continue;
      await announce(desk, subscription, at);
      await postDue(desk, subscription, at);
    }
  },
});

/** The digest of a person who holds no role any more is paused, with its history: nothing is sent outside the desk. */
async function endedForWhoLeft(
  { db, ids, clock }: RecordDesk,
  { id, channel }: Subscription,
  at: Temporal.Instant,
): Promise<boolean> {
  if (!isPersonal(channel)) return false;
  const person = await readPerson(db, channel, deskToday(clock));
  if (person !== null && isMember(person)) return false;
  const desk = { slackId: 'desk', name: 'the desk' };
  await db.$transaction((tx) => pauseFor(tx, ids, id, 'digest paused: the person holds no role any more', desk, at));
  return true;
}

const begun = async ({ db }: RecordDesk, id: string, dueAt: Temporal.Instant) =>
  db.digestRun.findUnique({ where: { subscriptionId_dueAt: { subscriptionId: id, dueAt: timeOf(dueAt) } } });

/** Decides the latest occurrence that is due: what was missed before it stays missed, so that there is never a pile. */
export async function postDue(desk: DigestDesk, subscription: Subscription, at: Temporal.Instant): Promise<void> {
  const { db, ids } = desk;
  const { id, weekly, since, confirmed } = subscription;
  const dueAt = lastOccurrence(weekly, at);
  if (!after(dueAt, since)) return;
  const known = await begun(desk, id, dueAt);
  if (known !== null && known.state !== 'announced') return;
  const late = isLate(dueAt, at);
  const why = confirmed ? await whyNotTo(desk, subscription) : null;
  const state = why !== null ? 'held' : confirmed ? 'posted' : 'waiting';
  await db.$transaction(async (tx) => {
    const mine =
      (await moveRun(tx, id, dueAt, ['announced'], { state, at, late })) ||
      (await beginRun(tx, ids, id, dueAt, state, at, late));
    if (!mine) return;
    await skipEarlier(tx, id, dueAt);
    if (why !== null) {
      const held = heldForReaders(subscription.channel, why, occurrenceText({ subscription: id, dueAt }));
      return tellRole(tx, desk, 'admin', `held:${occurrenceText({ subscription: id, dueAt })}`, held, at);
    }
    if (!confirmed) return askFirst(tx, desk, subscription, dueAt, at);
    const deliveryId = await enqueueDigest(tx, desk, subscription, dueAt, at);
    if (deliveryId !== null) await moveRun(tx, id, dueAt, ['posted'], { state, at, deliveryId });
  });
}

/** The very first digest of a channel is shown to the admins, and waits. */
async function askFirst(
  tx: Tx,
  desk: RecordDesk,
  subscription: Subscription,
  dueAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> {
  const occurrence = occurrenceText({ subscription: subscription.id, dueAt });
  const { message: digest } = await digestFor(tx, subscription, dueAt, at);
  const message = firstMessage(digest, subscription.channel, subscription.weekly, occurrence);
  await tellRole(tx, desk, 'admin', `first:${occurrence}`, message, at);
}

/** From Friday 14:00 on the ISU has seen what the next digest will say, and may hold it. */
async function announce(desk: RecordDesk, subscription: Subscription, at: Temporal.Instant): Promise<void> {
  const { db, ids } = desk;
  const { id, weekly, since, confirmed } = subscription;
  const dueAt = nextOccurrence(weekly, at);
  const shownAt = lastOccurrence({ ...FRIDAY, zone: weekly.zone }, dueAt);
  if (
    isPersonal(subscription.channel) ||
    !confirmed ||
    after(shownAt, at) ||
    !after(shownAt, since) ||
    (await begun(desk, id, dueAt)) !== null
  )
    return;
  await db.$transaction(async (tx) => {
    if (!(await beginRun(tx, ids, id, dueAt, 'announced', at))) return;
    await tellRole(tx, desk, 'isu', previewKey(id, dueAt), await previewFor(tx, subscription, dueAt, at), at);
  });
}
