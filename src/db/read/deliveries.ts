import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../client.ts';
import { instantFrom } from '../days.ts';

/** A message that came to rest without having been sent. */
export interface RestingRow {
  id: string;
  kind: string;
  /** The channel or person it was for. */
  lane: string;
  /** `refused`: Slack did not take it; `unsure`: it may stand there or not. */
  state: 'refused' | 'unsure';
  error: string;
  /** What it says, as plain text. */
  text: string;
  enqueuedAt: Temporal.Instant;
  /** Names this rest apart from an earlier one of the same message. */
  mark: string;
}

/** How the queue stands: what waits, and what needs a person, oldest first. */
export interface QueueRow {
  waiting: number;
  resting: readonly RestingRow[];
}

const textOf = (message: unknown): string =>
  typeof message === 'object' && message !== null && 'text' in message ? String(message.text) : '';

/** How the queue of messages stands. */
export async function readQueue(db: Reader): Promise<QueueRow> {
  const waiting = await db.delivery.count({ where: { state: { in: ['due', 'sending'] } } });
  const rows = await db.delivery.findMany({
    where: { state: { in: ['refused', 'unsure'] } },
    orderBy: { position: 'asc' },
  });
  return {
    waiting,
    resting: rows.map(({ id, kind, lane, state, lastError, message, enqueuedAt, notBefore }) => ({
      id,
      kind,
      lane,
      state: state === 'unsure' ? 'unsure' : 'refused',
      error: lastError ?? '',
      text: textOf(message),
      enqueuedAt: instantFrom(enqueuedAt),
      mark: String(notBefore.getTime()),
    })),
  };
}
