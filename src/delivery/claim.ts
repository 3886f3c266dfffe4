import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Block, Message } from '../blocks/message.ts';
import type { Db } from '../db/client.ts';
import { timeOf } from '../db/days.ts';

/** A message taken out of its lane by one process; `attempts` is the fence: whoever comes later has a higher one. */
export interface Claimed {
  id: string;
  kind: string;
  lane: string;
  channel: string | null;
  ts: string | null;
  /** The first message of the thread in which it is said; null among the others. */
  thread: string | null;
  message: Message;
  version: number;
  attempts: number;
  /** It may already stand in Slack, from an attempt of which no answer was kept. */
  doubtful: boolean;
  /** The end of the lease; with `attempts` it names this claim and no other. */
  leaseUntil: Date;
  /** The desk's instant at which it was decided. */
  enqueuedAt: Date;
}

const blocks = z.array(z.custom<Block>((block) => typeof block === 'object' && block !== null));
const row = z.object({
  id: z.string(),
  kind: z.string(),
  lane: z.string(),
  channel: z.string().nullable(),
  ts: z.string().nullable(),
  thread: z.string().nullable(),
  message: z.object({ text: z.string(), blocks, withoutTable: blocks.optional() }),
  version: z.number(),
  attempts: z.number(),
  doubtful: z.boolean(),
  leaseUntil: z.date(),
  enqueuedAt: z.date(),
});

const NO_LIMIT = 2_147_483_647;

/**
 * Takes the next message of up to `most` free lanes, those with the most urgent and then the oldest first and none above
 * `upTo`, and holds both until the lease ends. Lane after lane is looked at until there are enough, so that a thousand that
 * wait cost little. What a process that died had taken is free again then, and doubtful; the lanes in which the caller is
 * `busy` are left alone also then. Any number of processes may do so at once: no lane is taken twice.
 */
export async function claim(
  db: Db,
  now: Temporal.Instant,
  leaseMs: number,
  most: number,
  { upTo = NO_LIMIT, busy = [] }: { upTo?: number; busy?: readonly string[] } = {},
): Promise<readonly Claimed[]> {
  const at = timeOf(now);
  const lease = timeOf(now.add({ milliseconds: leaseMs }));
  const rows = await db.$queryRaw`
    WITH waiting AS MATERIALIZED (
      SELECT d."lane" FROM "Delivery" d
      WHERE d."state" IN ('due', 'sending') AND d."notBefore" <= ${at}
        AND (d."leaseUntil" IS NULL OR d."leaseUntil" <= ${at}) AND d."lane" <> ALL(${[...busy]})
      GROUP BY d."lane" HAVING min(d."urgency") <= ${upTo}
      ORDER BY min(d."urgency"), min(d."position")
    ), free AS (
      SELECT l."lane" FROM waiting CROSS JOIN LATERAL (
        SELECT held."lane" FROM "DeliveryLane" held
        WHERE held."lane" = waiting."lane" AND held."freeAt" <= ${at} FOR UPDATE SKIP LOCKED
      ) l LIMIT ${most}
    ), next AS (
      SELECT DISTINCT ON (d."lane") d."id", d."lane", d."attempts", d."state", d."doubtful"
      FROM "Delivery" d JOIN free USING ("lane")
      WHERE d."state" IN ('due', 'sending') AND d."notBefore" <= ${at}
        AND (d."leaseUntil" IS NULL OR d."leaseUntil" <= ${at})
      ORDER BY d."lane", d."urgency", d."position"
    ), held AS (
      UPDATE "DeliveryLane" l SET "freeAt" = ${lease} FROM next WHERE l."lane" = next."lane"
    )
    UPDATE "Delivery" d
    SET "state" = 'sending', "attempts" = d."attempts" + 1, "leaseUntil" = ${lease}, "doubtful" = d."ts" IS NULL
    FROM next
    WHERE d."id" = next."id" AND d."attempts" = next."attempts" AND d."state" = next."state"
    RETURNING d."id", d."kind", d."lane", d."channel", d."ts", d."thread", d."message", d."version", d."attempts",
      next."doubtful", d."leaseUntil", d."enqueuedAt"`;
  return z.array(row).parse(rows).map(claimed);
}

function claimed({ message: { withoutTable, ...message }, ...rest }: z.infer<typeof row>): Claimed {
  return { ...rest, message: withoutTable === undefined ? message : { ...message, withoutTable } };
}

/** The machine's instant at which something can be taken next; null when nothing waits. */
export async function nextClaimAt(db: Db): Promise<Date | null> {
  const rows = await db.$queryRaw`
    SELECT min(greatest(l."freeAt", d."notBefore", coalesce(d."leaseUntil", d."notBefore"))) AS "at"
    FROM "Delivery" d JOIN "DeliveryLane" l USING ("lane") WHERE d."state" IN ('due', 'sending')`;
  const [first] = z.array(z.object({ at: z.date().nullable() })).parse(rows);
  return first?.at ?? null;
}

/** How long Slack may need to show a message that it has taken. */
export const SHOWS_AFTER_MS = 5_000;

/** Ends the leases of a process that is known to be dead as soon as what it had sent can be seen in Slack. */
export async function endLeases(db: Db, now: Temporal.Instant): Promise<void> {
  const soon = timeOf(now.add({ milliseconds: SHOWS_AFTER_MS }));
  await db.$executeRaw`
    UPDATE "DeliveryLane" SET "freeAt" = ${soon}
    WHERE "freeAt" > ${soon} AND "lane" IN (SELECT "lane" FROM "Delivery" WHERE "state" = 'sending')`;
  await db.delivery.updateMany({
    where: { state: 'sending', leaseUntil: { gt: soon } },
    data: { leaseUntil: soon },
  });
}
