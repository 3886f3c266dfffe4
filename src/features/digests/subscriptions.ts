import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Reader, Tx } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Weekly } from '../../desk/schedule.ts';
import { REGION_NAMES, type Region } from '../../treaty/regions.ts';
import { isTheme } from '../../treaty/theme.ts';
import { type Narrowing, narrowingWords } from './narrowing.ts';
import type { Audience } from './read.ts';

/** The themes, regions and days ahead that a digest is narrowed to. */
export type Only = Pick<Narrowing, 'themes' | 'regions' | 'horizon'>;

/** Whether it goes to one person, as a direct message. */
export const isPersonal = (channel: string): boolean => /^[UW]/.test(channel);

/** A digest that goes to a channel, or to a person, by itself. */
export interface Subscription {
  id: string;
  channel: string;
  audience: Audience;
  weekly: Weekly;
  /** What of everything it tells. */
  only: Only;
  since: Temporal.Instant;
  /** The very first one waits for an admin's yes. */
  confirmed: boolean;
  paused: boolean;
  recordedBy: string;
  recordedAt: Temporal.Instant;
}

const audience = z.enum(['facts', 'desk', 'mine']).catch('facts');
const isRegion = (text: string): text is Region => (REGION_NAMES as readonly string[]).includes(text);

type Row = Awaited<ReturnType<Tx['subscription']['findFirstOrThrow']>>;

const subscriptionOf = (row: Row): Subscription => ({
  id: row.id,
  channel: row.channel,
  audience: audience.parse(row.audience),
  only: { themes: row.themes.filter(isTheme), regions: row.regions.filter(isRegion), horizon: row.horizon },
  weekly: { weekday: row.weekday, time: row.time, zone: row.zone },
  since: instantFrom(row.since),
  confirmed: row.confirmedBy !== null,
  paused: row.pausedAt !== null,
  recordedBy: row.recordedBy,
  recordedAt: instantFrom(row.recordedAt),
});

/** Every digest that goes out by itself, the paused ones too. */
export async function readSubscriptions(db: Reader): Promise<readonly Subscription[]> {
  return (await db.subscription.findMany({ orderBy: { recordedAt: 'asc' } })).map(subscriptionOf);
}

export interface Schedule {
  channel: string;
  audience: Audience;
  weekly: Weekly;
  only: Only;
  paused: boolean;
}

/** Keeps where and when a digest goes out. From a new schedule on, and from a pause on, only what falls due later is posted. */
export async function keepSchedule(
  tx: Tx,
  ids: Ids,
  { channel, audience: said, weekly, only, paused }: Schedule,
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
    audience: said,
    ...when,
    themes: [...only.themes],
    regions: [...only.regions],
    horizon: only.horizon,
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
      after: wordsOf({ channel, audience: said, weekly, only, paused }),
    },
  });
}

const wordsOf = ({ channel, audience: said, weekly: { weekday, time, zone }, only, paused }: Schedule): string =>
  [channel, said, weekday, time, zone, narrowingWords(only), paused ? 'paused' : ''].filter(Boolean).join(' ');

type By = Pick<Actor, 'slackId' | 'name'>;

const keepLine = (tx: Tx, ids: Ids, what: string, about: string, { slackId, name }: By, at: Temporal.Instant) =>
  tx.deskHistory.create({
    data: { id: ids.next(), at: timeOf(at), by: slackId, byName: name, about: 'digest', what, after: about },
  });

/** Pauses a digest with its history; false where it is paused already. */
export async function pauseFor(
  tx: Tx,
  ids: Ids,
  id: string,
  what: string,
  by: By,
  at: Temporal.Instant,
): Promise<boolean> {
  const paused = await tx.subscription.updateMany({ where: { id, pausedAt: null }, data: { pausedAt: timeOf(at) } });
  if (paused.count === 1) await keepLine(tx, ids, what, id, by, at);
  return paused.count === 1;
}

/** Sets it going again: what fell due in between is not posted. */
export async function resumeFor(tx: Tx, ids: Ids, id: string, by: By, at: Temporal.Instant): Promise<boolean> {
  const going = await tx.subscription.updateMany({
    where: { id, pausedAt: { not: null } },
    data: { pausedAt: null, since: timeOf(at) },
  });
  if (going.count === 1) await keepLine(tx, ids, 'digest goes out again', id, by, at);
  return going.count === 1;
}
