import { z } from 'zod';
import type { Arrival, Inbox } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import { type Db, isDuplicate } from './client.ts';
import { timeOf } from './days.ts';

const json = z.json();

/** The Inbox in the database; `machine` is the machine's clock, since the desk's may stand or be moved. */
export function inboxOf(db: Db, machine: Clock): Inbox {
  return {
    async receive({ key, kind, payload }) {
      try {
        await db.inboundEvent.create({
          data: { key, kind, payload: json.parse(payload) ?? {}, state: 'received', receivedAt: timeOf(machine.now()) },
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
          doneAt: timeOf(machine.now()),
        },
      });
    },
    async unfinished() {
      const rows = await db.inboundEvent.findMany({ where: { state: 'received' }, orderBy: { receivedAt: 'asc' } });
      return rows.map(({ key, kind, payload }) => ({ key, kind: kind as Arrival, payload }));
    },
  };
}
