import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../db/client.ts';
import { dropDelivery, enqueue, sendAgain, URGENCY } from '../../db/deliveries.ts';
import { type QueueRow, readQueue } from '../../db/read/deliveries.ts';
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

/** Tells the admins that a message came to rest, once for each `mark`, in a message of its own. */
export async function tellOfRest(
  { db, clock, ids, admins }: DeliveriesDesk,
  delivery: string,
  mark: string,
): Promise<void> {
  const resting = (await readQueue(db)).resting.find(({ id }) => id === delivery);
  // A notice that cannot be sent would only be told by another that cannot.
  if (resting === undefined || resting.kind === 'notice') return;
  const held = (await readPeople(db, deskToday(clock))).filter(({ roles }) => roles.includes('admin'));
  const people = [...new Set([...admins, ...held.map(({ slackId }) => slackId)])];
  await db.$transaction(async (tx) => {
    for (const person of people) {
      const key = `rest:${delivery}:${mark}:${person}`;
      const said = {
        key,
        kind: 'notice' as const,
        to: { person },
        urgency: URGENCY.person,
        message: restNotice(resting),
      };
      await enqueue(tx, ids, said, clock.now());
    }
  });
}
