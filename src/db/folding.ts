import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Message } from '../blocks/message.ts';
import type { Tx } from './client.ts';
import { timeOf } from './days.ts';

const AT_ONCE = new Date(0);
const json = z.json();

/** What is to be shown in Slack from now on, whatever stands there. */
const showAnew = (tx: Tx, delivery: string, message: object): Promise<unknown> =>
  tx.delivery.updateMany({
    where: { id: delivery },
    data: {
      message: json.parse(JSON.parse(JSON.stringify(message))) ?? {},
      version: { increment: 1 },
      state: 'due',
      attempts: 0,
      notBefore: AT_ONCE,
      lastError: null,
    },
  });

/** Replaces a posted message by one line and keeps what stood there; false where it is folded already. */
export async function fold(
  tx: Tx,
  delivery: string,
  line: Message,
  { by, at }: { by: string; at: Temporal.Instant },
): Promise<boolean> {
  const { message } = await tx.delivery.findUniqueOrThrow({ where: { id: delivery }, select: { message: true } });
  const made = await tx.foldedMessage.createMany({
    data: [{ deliveryId: delivery, message: json.parse(message) ?? {}, at: timeOf(at), by }],
    skipDuplicates: true,
  });
  if (made.count === 0) return false;
  await showAnew(tx, delivery, line);
  return true;
}

/** Keeps under a folded message what would stand there now; false where none is folded. */
export async function keepUnderFold(tx: Tx, delivery: string, message: unknown): Promise<boolean> {
  const kept = await tx.foldedMessage.updateMany({
    where: { deliveryId: delivery },
    data: { message: json.parse(JSON.parse(JSON.stringify(message))) ?? {} },
  });
  return kept.count > 0;
}

/** Shows again what was folded. */
export async function unfold(tx: Tx, delivery: string): Promise<void> {
  const folded = await tx.foldedMessage.findUnique({ where: { deliveryId: delivery } });
  if (folded === null) return;
  await tx.foldedMessage.delete({ where: { deliveryId: delivery } });
  await showAnew(tx, delivery, json.parse(folded.message) as object);
}
