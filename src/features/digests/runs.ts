import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import type { Ids } from '../../desk/ports.ts';

export type RunState = 'announced' | 'held' | 'waiting' | 'posted' | 'skipped';

/** Makes the row of an occurrence; false when it is there already, made by this process or another. */
export async function beginRun(
  tx: Tx,
  ids: Ids,
  subscriptionId: string,
  dueAt: Temporal.Instant,
  state: RunState,
  at: Temporal.Instant,
  late = false,
): Promise<boolean> {
  const row = { id: ids.next(), subscriptionId, dueAt: timeOf(dueAt), state, late, at: timeOf(at) };
  return (await tx.digestRun.createMany({ data: [row], skipDuplicates: true })).count === 1;
}

/** Moves an occurrence from one of `from` to `state`; false when somebody else has decided about it. */
export async function moveRun(
  tx: Tx,
  subscriptionId: string,
  dueAt: Temporal.Instant,
  from: readonly RunState[],
  change: { state: RunState; at: Temporal.Instant; late?: boolean; decidedBy?: string; deliveryId?: string },
): Promise<boolean> {
  const { at, ...rest } = change;
  const moved = await tx.digestRun.updateMany({
    where: { subscriptionId, dueAt: timeOf(dueAt), state: { in: [...from] } },
    data: { ...rest, at: timeOf(at) },
  });
  return moved.count === 1;
}

/** Gives up the occurrences before `dueAt` that still wait: one digest a week, never a pile. */
export const skipEarlier = (tx: Tx, subscriptionId: string, dueAt: Temporal.Instant): Promise<unknown> =>
  tx.digestRun.updateMany({
    where: { subscriptionId, dueAt: { lt: timeOf(dueAt) }, state: { in: ['announced', 'waiting', 'held'] } },
    data: { state: 'skipped' },
  });

/** The desk's instant at which the digest of an occurrence was composed and posted; null where it was not. */
export async function postedAt(
  tx: Tx,
  subscriptionId: string,
  dueAt: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const row = await tx.digestRun.findUnique({
    where: { subscriptionId_dueAt: { subscriptionId, dueAt: timeOf(dueAt) } },
  });
  return row?.state === 'posted' ? instantFrom(row.at) : null;
}

/** The last digest that was posted before `dueAt`: what changed since is told first. */
export async function lastPosted(
  tx: Tx,
  subscriptionId: string,
  dueAt: Temporal.Instant,
): Promise<{ dueAt: Temporal.Instant; at: Temporal.Instant } | null> {
  const row = await tx.digestRun.findFirst({
    where: { subscriptionId, dueAt: { lt: timeOf(dueAt) }, state: 'posted' },
    orderBy: { dueAt: 'desc' },
  });
  return row === null ? null : { dueAt: instantFrom(row.dueAt), at: instantFrom(row.at) };
}
