import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import type { Tx } from '../../db/client.ts';
import { changeSaid, enqueue, URGENCY } from '../../db/deliveries.ts';
import { readPostedDigests } from '../../db/read/posted-digests.ts';
import type { SaidRow } from '../../db/read/said.ts';
import type { Ids } from '../../desk/ports.ts';

/** What is said in the threads of digests. */
export interface UnderDigests {
  /** What it is about: said once under each digest. */
  key: string;
  /** The messages that gave the old value. */
  told: readonly SaidRow[];
  /** For coordinators and the ISU, or for a channel that others may read. */
  message(forDesk: boolean): Message;
}

const keyOf = (key: string, digest: string): string => `under:${digest}:${key}`;

/** Says a correction in the thread of each digest that gave the old value, in the transaction that makes it. */
export async function sayUnderDigests(
  tx: Tx,
  ids: Ids,
  { key, told, message }: UnderDigests,
  at: Temporal.Instant,
): Promise<void> {
  const deliveries = told.flatMap(({ kind, person, posted }) =>
    kind === 'digest' && person === null && posted?.delivery ? [posted.delivery] : [],
  );
  for (const { delivery, channel, ts, forDesk } of await readPostedDigests(tx, deliveries)) {
    const say = { kind: 'correction' as const, to: { channel }, thread: ts, urgency: URGENCY.person };
    await enqueue(tx, ids, { key: keyOf(key, delivery), ...say, message: message(forDesk) }, at);
  }
}

/** Changes what was said under digests where it stands; for what is undone before it was acted upon. */
export async function changeUnderDigests(
  tx: Tx,
  { key, message }: Pick<UnderDigests, 'key' | 'message'>,
): Promise<void> {
  const said = await tx.delivery.findMany({
    where: { key: { startsWith: 'under:', endsWith: `:${key}` } },
    select: { id: true, key: true },
  });
  const digests = await readPostedDigests(
    tx,
    said.map((row) => digestIn(row.key)),
  );
  for (const { id, key: saidKey } of said) {
    const digest = digests.find(({ delivery }) => delivery === digestIn(saidKey));
    if (digest !== undefined) await changeSaid(tx, id, message(digest.forDesk));
  }
}

const digestIn = (key: string): string => key.split(':')[1] ?? '';
