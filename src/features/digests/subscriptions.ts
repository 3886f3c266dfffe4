import type { Temporal } from 'temporal-polyfill';
import type { Reader, Tx } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Weekly } from '../../desk/schedule.ts';
import type { Audience } from './read.ts';

/** A digest that goes to a channel by itself. */
export interface Subscription {
  id: string;
  channel: string;
  audience: Audience;
  weekly: Weekly;
  since: Temporal.Instant;
  /** The very first one waits for an admin's yes. */
  confirmed: boolean;
  paused: boolean;
}

type Row = Awaited<ReturnType<Tx['subscription']['findFirstOrThrow']>>;

const subscriptionOf = (row: Row): Subscription => ({
  id: row.id,
  channel: row.channel,
  audience: row.audience === 'desk' ? 'desk' : 'facts',
  weekly: { weekday: row.weekday, time: row.time, zone: row.zone },
  since: instantFrom(row.since),
  confirmed: row.confirmedBy !== null,
  paused: row.pausedAt !== null,
});

/** Every digest that goes out by itself, the paused ones too. */
export async function readSubscriptions(db: Reader): Promise<readonly Subscription[]> {
  return (await db.subscription.findMany({ orderBy: { recordedAt: 'asc' } })).map(subscriptionOf);
}

export interface Schedule {
  channel: string;
  audience: Audience;
  weekly: Weekly;
  paused: boolean;
}

/** Keeps where and when a digest goes out. From a new schedule on, and from a pause on, only what falls due later is posted. */
export async function keepSchedule(
  tx: Tx,
  ids: Ids,
  { channel, audience, weekly, paused }: Schedule,
  { slackId, name }: Pick<Actor, 'slackId' | 'name'>,
  at: Temporal.Instant,
  confirmedBy: string | null = null,
): Promise<void> {
  const before = await tx.subscription.findUnique({ where: { channel } });
  const when = { weekday: weekly.weekday, time: weekly.time, zone: weekly.zone };
  const moved =
    before === null ||
    before.pausedAt !== null ||
    Object.entries(when).some(([key, value]) => before[key as keyof typeof when] !== value);
  const now = timeOf(at);
  const data = {
    audience,
    ...when,
    pausedAt: paused ? (before?.pausedAt ?? now) : null,
    ...(moved ? { since: now } : {}),
  };
  const made = { id: ids.next(), channel, since: now, confirmedBy, recordedAt: now, recordedBy: slackId };
  await tx.subscription.upsert({ where: { channel }, create: { ...made, ...data }, update: data });
  await tx.deskHistory.create({
    data: {
      id: ids.next(),
      at: now,
      by: slackId,
      byName: name,
      about: 'digest',
      what: before === null ? 'digest begun' : 'digest changed',
      before: before === null ? null : wordsOf(subscriptionOf(before)),
      after: wordsOf({ channel, audience, weekly, paused }),
    },
  });
}

const wordsOf = ({ channel, audience, weekly: { weekday, time, zone }, paused }: Schedule): string =>
  `${channel} ${audience} ${weekday} ${time} ${zone}${paused ? ' paused' : ''}`;
