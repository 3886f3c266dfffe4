import { z } from 'zod';
import type { Arrival, Inbox } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import { isDuplicate } from './client.ts';
import { timeOf } from './days.ts';
import type { Database } from './open.ts';

const json = z.json();
const ARRIVALS = ['event', 'command', 'action', 'submission', 'shortcut'] as const satisfies readonly Arrival[];
const leftRow = z.object({ key: z.string(), kind: z.enum(ARRIVALS), payload: json, receivedAt: z.date() });

/** How long a process is believed to be at work on what it took; far more than anything takes. */
export const HELD_MS = 60_000;

/** The Inbox in the database; `machine` is the machine's clock, since the desk's may stand or be moved. */
export function inboxOf({ db, engine }: Pick<Database, 'db' | 'engine'>, machine: Clock): Inbox {
  const held = () => timeOf(machine.now().add({ milliseconds: HELD_MS }));
  return {
    async receive({ key, kind, payload }) {
      const data = json.parse(payload) ?? {};
      try {
        await db.inboundEvent.create({
          data: { key, kind, payload: data, state: 'received', receivedAt: timeOf(machine.now()), heldUntil: held() },
        });
        return 'new';
      } catch (error) {
        if (isDuplicate(error)) return 'seen';
        throw error;
      }
    },
    async finish(key, failure) {
      await db.inboundEvent.updateMany({
        where: { key },
        data: {
          state: failure === null ? 'done' : 'failed',
          reference: failure,
          payload: {},
          heldUntil: null,
          doneAt: timeOf(machine.now()),
        },
      });
    },
    async takeUp(working) {
      // The embedded database has one process alone: what it does not work on, nobody does.
      const over = engine === 'pglite' ? held() : timeOf(machine.now());
      const rows = await db.$queryRaw`
        UPDATE "InboundEvent" SET "heldUntil" = ${held()}
        WHERE "key" IN (
          SELECT "key" FROM "InboundEvent"
          WHERE "state" = 'received' AND ("heldUntil" IS NULL OR "heldUntil" <= ${over}) AND "key" <> ALL(${[...working]})
          FOR UPDATE SKIP LOCKED
        )
        RETURNING "key", "kind", "payload", "receivedAt"`;
      return z
        .array(leftRow)
        .parse(rows)
        .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
        .map(({ key, kind, payload }) => ({ key, kind, payload }));
    },
  };
}
