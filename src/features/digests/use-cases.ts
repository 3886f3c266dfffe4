import type { Temporal } from 'temporal-polyfill';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { isZone } from '../../desk/schedule.ts';
import { carryOver } from './carry-over.ts';
import { postDue } from './due.ts';
import { type Occurrence, occurrenceText } from './occurrence.ts';
import { enqueueDigest } from './post.ts';
import { previewFor, sayPreviewsAnew } from './preview.ts';
import { heldMessage, RELEASED } from './preview-card.ts';
import { type DigestDesk, whyNotTo } from './readers.ts';
import { beginRun, moveRun, type RunState } from './runs.ts';
import {
  isPersonal,
  keepSchedule,
  pauseFor,
  readSubscriptions,
  resumeFor,
  type Schedule,
  type Subscription,
} from './subscriptions.ts';

export type DigestOutcome =
  | { kind: 'done'; subscription: Subscription }
  | { kind: 'not_allowed' }
  /** Somebody has decided about this occurrence, or it has been posted. */
  | { kind: 'settled' }
  /** People from outside read along, and it has requests and owners. */
  | { kind: 'read_along'; why: string };

/** Who decides about the digests: the ISU and the admins. */
export const mayManage = ({ roles }: Actor): boolean => roles.includes('isu') || roles.includes('admin');

async function decide(
  desk: DigestDesk,
  actor: Actor,
  { subscription: id, dueAt }: Occurrence,
  from: readonly RunState[],
  state: RunState,
  at: Temporal.Instant,
): Promise<DigestOutcome> {
  if (!mayManage(actor)) return { kind: 'not_allowed' };
  const subscription = (await readSubscriptions(desk.db)).find((each) => each.id === id);
  if (subscription === undefined) return { kind: 'settled' };
  const why = state === 'posted' ? await whyNotTo(desk, subscription) : null;
  if (why !== null) return { kind: 'read_along', why };
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
export const holdDigest = (desk: DigestDesk, actor: Actor, occurrence: Occurrence, at: Temporal.Instant) =>
  decide(desk, actor, occurrence, ['announced'], 'held', at);

/** Lets a held digest go: at its time, or now where that has passed. */
export const releaseDigest = (desk: DigestDesk, actor: Actor, occurrence: Occurrence, at: Temporal.Instant) =>
  decide(
    desk,
    actor,
    occurrence,
    ['held'],
    occurrence.dueAt.epochMilliseconds > at.epochMilliseconds ? 'announced' : 'posted',
    at,
  );

/** The yes that the very first digest of a channel waits for. */
export const postFirst = (desk: DigestDesk, actor: Actor, occurrence: Occurrence, at: Temporal.Instant) =>
  decide(desk, actor, occurrence, ['waiting'], 'posted', at);

/** Leaves the first one out; the next goes out by itself. */
export const waitForNext = (desk: DigestDesk, actor: Actor, occurrence: Occurrence, at: Temporal.Instant) =>
  decide(desk, actor, occurrence, ['waiting'], 'skipped', at);

/** Whose digest it is to change: a channel's is the ISU's and the admins', a personal one its reader's. */
export const mayManageOne = (actor: Actor, { channel }: Pick<Schedule, 'channel'>): boolean =>
  isPersonal(channel) ? channel === actor.slackId && may(actor, 'read_register') : mayManage(actor);

/**
 * Keeps where and when a digest goes out; a zone that does not exist is refused. What is due at this moment goes out
 * first; what was announced or held for the old time is so for the new one. Requests and owners go to no channel in which
 * people from outside read along.
 */
export async function scheduleDigest(
  desk: DigestDesk,
  actor: Actor,
  schedule: Schedule,
  at: Temporal.Instant,
): Promise<'kept' | 'not_allowed' | 'no_such_zone' | { why: string }> {
  if (!mayManageOne(actor, schedule)) return 'not_allowed';
  if (!isZone(schedule.weekly.zone)) return 'no_such_zone';
  const why = schedule.paused ? null : await whyNotTo(desk, schedule);
  if (why !== null) return { why };
  const { db, ids } = desk;
  const of = (all: readonly Subscription[]) => all.find(({ channel }) => channel === schedule.channel);
  const before = of(await readSubscriptions(db));
  if (before !== undefined && !before.paused) await postDue(desk, before, at);
  const yes = isPersonal(schedule.channel) ? actor.slackId : null;
  await db.$transaction(async (tx) => {
    await keepSchedule(tx, ids, schedule, actor, at, yes);
    const now = of(await readSubscriptions(tx));
    if (now !== undefined && !now.paused) await carryOver(tx, desk, now, at);
  });
  desk.poke();
  return 'kept';
}

/** What a member has of their own, as a direct message; their wish is the yes that it needs. */
export const subscribeOwn = async (desk: DigestDesk, actor: Actor, schedule: Schedule, at: Temporal.Instant) => {
  const has = (await readSubscriptions(desk.db)).some(({ channel }) => channel === schedule.channel);
  if (!has && schedule.paused && may(actor, 'read_register')) return 'kept' as const;
  return scheduleDigest(desk, actor, schedule, at);
};

/** Keeps a digest back until it is set going again; false where it is paused already. */
export const pauseDigest = async (
  { db, ids }: RecordDesk,
  actor: Actor,
  subscription: Subscription,
  at: Temporal.Instant,
): Promise<boolean> =>
  mayManageOne(actor, subscription) &&
  db.$transaction((tx) => pauseFor(tx, ids, subscription.id, 'digest paused', actor, at));

/** Sets it going again, from the next one on. */
export const resumeDigest = async (
  { db, ids }: RecordDesk,
  actor: Actor,
  subscription: Subscription,
  at: Temporal.Instant,
): Promise<boolean> =>
  mayManageOne(actor, subscription) && db.$transaction((tx) => resumeFor(tx, ids, subscription.id, actor, at));

/** For how long a question whether to send now may be answered. */
const ASKED_FOR_MS = 30 * 60_000;

/** Sends a digest out of its time, once for each time that it was asked; the first of a channel only on an admin's word. */
export async function sendNow(
  desk: DigestDesk,
  actor: Actor,
  { subscription: id, dueAt }: Occurrence,
  at: Temporal.Instant,
): Promise<'sent' | 'not_allowed' | 'waits' | 'settled' | { why: string }> {
  const { db, ids } = desk;
  const subscription = (await readSubscriptions(db)).find((each) => each.id === id);
  if (subscription === undefined || at.epochMilliseconds - dueAt.epochMilliseconds > ASKED_FOR_MS) return 'settled';
  if (!mayManageOne(actor, subscription)) return 'not_allowed';
  if (!subscription.confirmed && !actor.roles.includes('admin')) return 'waits';
  const why = await whyNotTo(desk, subscription);
  if (why !== null) return { why };
  const sent = await db.$transaction(async (tx) => {
    if (!(await beginRun(tx, ids, id, dueAt, 'posted', at))) return false;
    await tx.subscription.updateMany({ where: { id, confirmedBy: null }, data: { confirmedBy: actor.slackId } });
    const deliveryId = await enqueueDigest(tx, desk, subscription, dueAt, at);
    if (deliveryId !== null) await moveRun(tx, id, dueAt, ['posted'], { state: 'posted', at, deliveryId });
    return true;
  });
  desk.poke();
  return sent ? 'sent' : 'settled';
}

/** Puts the sandbox's digest on record, so that its next Monday brings one; what is there already stays. */
export async function seedDigest(
  { db, ids, clock }: Pick<RecordDesk, 'db' | 'ids' | 'clock'>,
  channel: string,
): Promise<void> {
  if ((await db.subscription.count()) > 0) return;
  const weekly = { weekday: 1, time: '08:00', zone: 'Europe/Zurich' };
  const only = { themes: [], regions: [], horizon: null };
  const sandbox = { slackId: 'sandbox', name: 'the sandbox' };
  await db.$transaction((tx) =>
    keepSchedule(
      tx,
      ids,
      { channel, audience: 'desk', weekly, only, paused: false },
      sandbox,
      clock.now(),
      sandbox.slackId,
    ),
  );
}
