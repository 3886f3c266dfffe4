import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../db/client.ts';
import { dropDelivery, enqueue, sendAgain, URGENCY } from '../../db/deliveries.ts';
import { type QueueRow, type RestingRow, readQueue } from '../../db/read/deliveries.ts';
import { readPeople } from '../../db/read/people.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { restNotice } from './card.ts';

export interface DeliveriesDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
  /** Admins named in the environment. */
  admins: readonly string[];
}

export type QueueOutcome = { ok: true; queue: QueueRow } | { ok: false; problem: 'not_allowed' | 'settled' };

/** How the queue stands; for admins. */
export async function statusOf({ db }: DeliveriesDesk, actor: Actor): Promise<QueueOutcome> {
  if (!may(actor, 'manage_people')) return { ok: false, problem: 'not_allowed' };
  return { ok: true, queue: await readQueue(db) };
}

/** Sends a message that rests once more, or drops it; refused when somebody has decided about it already. */
export async function decide(
  desk: DeliveriesDesk,
  actor: Actor,
  id: string,
  what: 'send' | 'drop',
  at: Temporal.Instant,
): Promise<QueueOutcome> {
  if (!may(actor, 'manage_people')) return { ok: false, problem: 'not_allowed' };
  const done = await desk.db.$transaction((tx) => (what === 'send' ? sendAgain(tx, id) : dropDelivery(tx, id, at)));
  return done ? { ok: true, queue: await readQueue(desk.db) } : { ok: false, problem: 'settled' };
}

/**
 * Tells the admins of each message that came to rest, once for each time that it did, in a message of its own. What a desk
 * that died had not told yet is told by whichever looks next.
 */
export async function tellOfRests({ db, clock, ids, admins }: DeliveriesDesk): Promise<void> {
  // A notice that cannot be sent would only be told by another that cannot.
  const resting = (await readQueue(db)).resting.filter(({ kind }) => kind !== 'notice');
  if (resting.length === 0) return;
  const told = await db.delivery.findMany({ where: { key: { startsWith: 'rest:' } }, select: { key: true } });
  const known = new Set(told.map(({ key }) => key.slice(0, key.lastIndexOf(':'))));
  const untold = resting.filter((row) => !known.has(keyOf(row)));
  if (untold.length === 0) return;
  const held = (await readPeople(db, deskToday(clock))).filter(({ roles }) => roles.includes('admin'));
  const people = [...new Set([...admins, ...held.map(({ slackId }) => slackId)])];
  await db.$transaction(async (tx) => {
    for (const row of untold)
      for (const person of people) {
        const say = { key: `${keyOf(row)}:${person}`, kind: 'notice' as const, to: { person } };
        await enqueue(tx, ids, { ...say, urgency: URGENCY.person, message: restNotice(row) }, clock.now());
      }
  });
}

const keyOf = ({ id, mark }: RestingRow): string => `rest:${id}:${mark}`;
