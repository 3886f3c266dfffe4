import type { Reader } from '../client.ts';

/** A digest that stands in a channel. */
export interface PostedDigest {
  delivery: string;
  channel: string;
  ts: string;
  /** Whether coordinators and the ISU alone read it: requests, owners and reasons may be told there. */
  forDesk: boolean;
}

/** Those among `deliveries` that are digests and stand in their channel by now. */
export async function readPostedDigests(db: Reader, deliveries: readonly string[]): Promise<readonly PostedDigest[]> {
  const runs = await db.digestRun.findMany({
    where: { deliveryId: { in: [...deliveries] } },
    include: { subscription: { select: { audience: true } } },
    orderBy: { dueAt: 'asc' },
  });
  const standing = await db.delivery.findMany({
    where: { id: { in: runs.flatMap(({ deliveryId }) => deliveryId ?? []) } },
    select: { id: true, channel: true, ts: true },
  });
  return runs.flatMap(({ deliveryId, subscription }) => {
    const stands = standing.find(({ id }) => id === deliveryId);
    return stands === undefined || stands.channel === null || stands.ts === null
      ? []
      : [{ delivery: stands.id, channel: stands.channel, ts: stands.ts, forDesk: subscription.audience === 'desk' }];
  });
}
