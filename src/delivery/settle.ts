import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Db } from '../db/client.ts';
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

/** Keeps what became of one message; false where its lease was over and another has taken it. */
export type Settle = (claimed: Claimed, settled: Settled, at: Temporal.Instant) => Promise<boolean>;

const AGAIN_MS = 20;

interface Waiting {
  row: ReturnType<typeof rowOf>;
  resolve(kept: boolean): void;
  reject(error: unknown): void;
}

/**
 * Keeps what became of messages and frees their lanes, each in one statement; nothing where a lease was over and another has
 * taken the message. What was changed while it was being sent is due once more. Those that end while a statement is under way
 * are kept together by the next: a queue of a thousand is not held up by a thousand statements.
 */
export function settlerOf(db: Db): Settle {
  let waiting: Waiting[] = [];
  let busy = false;

  async function keepAll(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const [now, more] = [waiting, [] as Waiting[]];
      waiting = more;
      await keep(db, now);
    }
    busy = false;
  }

  return (claimed, settled, at) =>
    new Promise((resolve, reject) => {
      waiting.push({ row: rowOf(claimed, settled, at), resolve, reject });
      if (!busy) void keepAll();
    });
}

const rowOf = (
  { id, lane, version, attempts, leaseUntil }: Claimed,
  { verdict: { state, notBefore, laneFree, error }, ref, doubtful }: Settled,
  at: Temporal.Instant,
) => ({
  ...{ id, lane, version, attempts, leaseUntil, state, doubtful, error },
  ...{ gone: ref === 'gone', channel: ref === 'gone' ? null : ref?.channel, ts: ref === 'gone' ? null : ref?.ts },
  ...{ rests: state !== 'due', notBefore: notBefore.toString(), laneFree: laneFree.toString(), at: at.toString() },
});

/** Those that somebody else is changing at this moment come again a little later: nobody waits for the other, holding what they want. */
async function keep(db: Db, all: readonly Waiting[]): Promise<void> {
  let left = all;
  try {
    while (left.length > 0) {
      const written = await write(db, left);
      for (const each of left) if (written.has(each.row.id)) each.resolve(true);
      left = left.filter(({ row }) => !written.has(row.id));
      if (left.length === 0) return;
      const ours = await stillOurs(db, left);
      for (const each of left) if (!ours.has(each.row.id)) each.resolve(false);
      left = left.filter(({ row }) => ours.has(row.id));
      if (left.length > 0) await new Promise((again) => setTimeout(again, AGAIN_MS));
    }
  } catch (error) {
    for (const each of left) each.reject(error);
  }
}

async function stillOurs(db: Db, all: readonly Waiting[]): Promise<ReadonlySet<string>> {
  const claims = all.map(({ row: { id, attempts, leaseUntil } }) => ({ id, state: 'sending', attempts, leaseUntil }));
  const rows = await db.delivery.findMany({ where: { OR: claims }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

const kept = z.array(z.object({ id: z.string() }));

async function write(db: Db, all: readonly Waiting[]): Promise<ReadonlySet<string>> {
  const rows = JSON.stringify(all.map(({ row }) => row));
  const written = await db.$queryRaw`
    WITH said AS (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS s(
        "id" text, "lane" text, "version" int, "attempts" int, "leaseUntil" timestamptz, "state" text, "doubtful" boolean,
        "error" text, "gone" boolean, "channel" text, "ts" text, "rests" boolean, "notBefore" timestamptz,
        "laneFree" timestamptz, "at" timestamptz)
    ), held AS (
      SELECT s.* FROM "Delivery" d JOIN said s ON d."id" = s."id"
      WHERE d."state" = 'sending' AND d."attempts" = s."attempts" AND d."leaseUntil" = s."leaseUntil"
      FOR UPDATE OF d SKIP LOCKED
    ), freed AS (
      UPDATE "DeliveryLane" l SET "freeAt" = s."laneFree" FROM held s WHERE l."lane" = s."lane" AND l."freeAt" = s."leaseUntil"
    )
    UPDATE "Delivery" d SET
      "state" = CASE WHEN s."state" = 'sent' AND d."version" <> s."version" THEN 'due' ELSE s."state" END,
      "attempts" = CASE WHEN s."state" = 'sent' THEN 0 ELSE d."attempts" END,
      "channel" = CASE WHEN s."gone" THEN NULL ELSE coalesce(s."channel", d."channel") END,
      "ts" = CASE WHEN s."gone" THEN NULL ELSE coalesce(s."ts", d."ts") END,
      "enqueuedAt" = CASE WHEN s."gone" THEN s."at" ELSE d."enqueuedAt" END,
      "doubtful" = s."doubtful", "notBefore" = s."notBefore", "leaseUntil" = NULL, "lastError" = s."error",
      "settledAt" = CASE WHEN s."rests" THEN s."at" ELSE d."settledAt" END
    FROM held s WHERE d."id" = s."id"
    RETURNING d."id"`;
  return new Set(kept.parse(written).map(({ id }) => id));
}
