import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../db/client.ts';
import { timeOf } from '../db/days.ts';
import type { MessageRef } from '../desk/ports.ts';
import type { Claimed } from './claim.ts';
import type { Verdict } from './verdict.ts';

export interface Settled {
  verdict: Verdict;
  /** Where it stands, when it was sent or found; `gone` where somebody has deleted it. */
  ref: MessageRef | 'gone' | null;
  /** Whether it may have arrived all the same. */
  doubtful: boolean;
}

/**
 * Keeps what became of a message and frees its lane, in one transaction; nothing where its lease was over and another has
 * taken it. What was changed while it was being sent is due once more.
 */
export async function settle(
  db: Db,
  { id, lane, version, attempts, leaseUntil }: Claimed,
  { verdict, ref, doubtful }: Settled,
  at: Temporal.Instant,
): Promise<boolean> {
  const { state, notBefore, laneFree, error } = verdict;
  const rests = state !== 'due';
  const gone = ref === 'gone';
  const place = gone ? null : ref;
  const [kept] = await db.$transaction([
    db.$executeRaw`
      UPDATE "Delivery" SET
        "state" = CASE WHEN ${state} = 'sent' AND "version" <> ${version} THEN 'due' ELSE ${state} END,
        "attempts" = CASE WHEN ${state} = 'sent' THEN 0 ELSE "attempts" END,
        "channel" = CASE WHEN ${gone} THEN NULL ELSE coalesce(${place?.channel ?? null}, "channel") END,
        "ts" = CASE WHEN ${gone} THEN NULL ELSE coalesce(${place?.ts ?? null}, "ts") END,
        "enqueuedAt" = CASE WHEN ${gone} THEN ${timeOf(at)}::timestamptz ELSE "enqueuedAt" END,
        "doubtful" = ${doubtful}, "notBefore" = ${timeOf(notBefore)}, "leaseUntil" = NULL, "lastError" = ${error},
        "settledAt" = CASE WHEN ${rests} THEN ${timeOf(at)}::timestamptz ELSE "settledAt" END
      WHERE "id" = ${id} AND "state" = 'sending' AND "attempts" = ${attempts} AND "leaseUntil" = ${leaseUntil}`,
    db.deliveryLane.updateMany({ where: { lane, freeAt: leaseUntil }, data: { freeAt: timeOf(laneFree) } }),
  ]);
  return kept === 1;
}
