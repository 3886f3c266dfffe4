import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Carried, Message } from '../blocks/message.ts';
import type { Ids, Memory, MessageRef } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import type { Reader, Tx } from './client.ts';
import { dateOf, timeOf } from './days.ts';
import { Prisma } from './generated/client.ts';

const json = z.json();
const stored = ({ carries, ...message }: Message) => json.parse(JSON.parse(JSON.stringify(message))) ?? {};

/** Where a message stands, or which delivery brings it there, so that it can be changed. */
interface Standing {
  message: Message;
  ref: MessageRef | { channel: string; ts: null };
  delivery: string | null;
}

/** Keeps which facts a message carried: one row, with the message itself only where it can be changed in place. */
export async function rememberSaid(
  db: Reader,
  ids: Ids,
  { carries, person, standing }: { carries: Carried; person: string | null; standing: Standing | null },
  at: Temporal.Instant,
): Promise<void> {
  if (carries.facts.length === 0) return;
  const { kind, asOf, facts } = carries;
  const where = standing && { ...standing.ref, delivery: standing.delivery, message: stored(standing.message) };
  await db.said.create({
    data: { id: ids.next(), kind, asOf: dateOf(asOf), at: timeOf(at), person, facts: [...new Set(facts)], ...where },
  });
}

/** What a delivery has said stands no longer: it is remembered as told, and not amended any more. */
export const standsNoLonger = (tx: Tx, delivery: string): Promise<unknown> =>
  tx.said.updateMany({ where: { delivery }, data: { message: Prisma.DbNull, channel: null, ts: null } });

/** The Memory in the database, for what the desk answers. */
export const memoryOf = (db: Reader, clock: Clock, ids: Ids): Memory => ({
  remember: ({ carries, person, posted }) =>
    rememberSaid(db, ids, { carries, person, standing: posted && { ...posted, delivery: null } }, clock.now()),
});
