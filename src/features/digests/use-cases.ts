import type { Temporal } from 'temporal-polyfill';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import { isZone } from '../../desk/schedule.ts';
import { type Occurrence, occurrenceText } from './occurrence.ts';
import { enqueueDigest } from './post.ts';
import { previewFor, sayPreviewsAnew } from './preview.ts';
import { heldMessage, RELEASED } from './preview-card.ts';
import { moveRun, type RunState } from './runs.ts';
import { keepSchedule, readSubscriptions, type Schedule, type Subscription } from './subscriptions.ts';

export type DigestOutcome =
  | { kind: 'done'; subscription: Subscription }
  | { kind: 'not_allowed' }
  /** Somebody has decided about this occurrence, or it has been posted. */
  | { kind: 'settled' };

/** Who decides about the digests: the ISU and the admins. */
export const mayManage = ({ roles }: Actor): boolean => roles.includes('isu') || roles.includes('admin');

async function decide(
  desk: RecordDesk,
  actor: Actor,
  { subscription: id, dueAt }: Occurrence,
  from: readonly RunState[],
  state: RunState,
  at: Temporal.Instant,
): Promise<DigestOutcome> {
  if (!mayManage(actor)) return { kind: 'not_allowed' };
  const subscription = (await readSubscriptions(desk.db)).find((each) => each.id === id);
  if (subscription === undefined) return { kind: 'settled' };
  const moved = await desk.db.$transaction(async (tx) => {
    if (!(await moveRun(tx, id, dueAt, from, { state, at, decidedBy: actor.slackId }))) return false;
    const occurrence = { subscription: id, dueAt };
    if (state === 'held') {
      const held = heldMessage(actor.name, subscription.channel, occurrenceText(occurrence));
      await sayPreviewsAnew(tx, desk.ids, occurrence, held, at);
      return true;
    }
    if (from.includes('held')) {
      const message = state === 'announced' ? await previewFor(tx, subscription, dueAt, at) : RELEASED;
      await sayPreviewsAnew(tx, desk.ids, occurrence, message, at);
    }
    // A yes to the first, or to wait for the next: from then on they go out by themselves.
    await tx.subscription.updateMany({ where: { id, confirmedBy: null }, data: { confirmedBy: actor.slackId } });
    if (state !== 'posted') return true;
    const deliveryId = await enqueueDigest(tx, desk, subscription, dueAt, at);
    if (deliveryId !== null) await moveRun(tx, id, dueAt, ['posted'], { state, at, deliveryId });
    return true;
  });
  desk.poke();
  return moved ? { kind: 'done', subscription } : { kind: 'settled' };
}

/** Keeps an announced digest back until it is released. */
export const holdDigest = (desk: RecordDesk, actor: Actor, occurrence: Occurrence, at: Temporal.Instant) =>
  decide(desk, actor, occurrence, ['announced'], 'held', at);

/** Lets a held digest go: at its time, or now where that has passed. */
export const releaseDigest = (desk: RecordDesk, actor: Actor, occurrence: Occurrence, at: Temporal.Instant) =>
  decide(
    desk,
    actor,
    occurrence,
    ['held'],
    occurrence.dueAt.epochMilliseconds > at.epochMilliseconds ? 'announced' : 'posted',
    at,
  );

/** The yes that the very first digest of a channel waits for. */
export const postFirst = (desk: RecordDesk, actor: Actor, occurrence: Occurrence, at: Temporal.Instant) =>
  decide(desk, actor, occurrence, ['waiting'], 'posted', at);

/** Leaves the first one out; the next goes out by itself. */
export const waitForNext = (desk: RecordDesk, actor: Actor, occurrence: Occurrence, at: Temporal.Instant) =>
  decide(desk, actor, occurrence, ['waiting'], 'skipped', at);

/** Keeps where and when a digest goes out; a zone or time that does not exist is refused. */
export async function scheduleDigest(
  { db, ids }: RecordDesk,
  actor: Actor,
  schedule: Schedule,
  at: Temporal.Instant,
): Promise<'kept' | 'not_allowed' | 'no_such_zone'> {
  if (!mayManage(actor)) return 'not_allowed';
  if (!isZone(schedule.weekly.zone)) return 'no_such_zone';
  await db.$transaction((tx) => keepSchedule(tx, ids, schedule, actor, at));
  return 'kept';
}

/** Puts the sandbox's digest on record, so that its next Monday brings one; what is there already stays. */
export async function seedDigest(
  { db, ids, clock }: Pick<RecordDesk, 'db' | 'ids' | 'clock'>,
  channel: string,
): Promise<void> {
  if ((await db.subscription.count()) > 0) return;
  const weekly = { weekday: 1, time: '08:00', zone: 'Europe/Zurich' };
  const sandbox = { slackId: 'sandbox', name: 'the sandbox' };
  await db.$transaction((tx) =>
    keepSchedule(tx, ids, { channel, audience: 'desk', weekly, paused: false }, sandbox, clock.now(), sandbox.slackId),
  );
}
