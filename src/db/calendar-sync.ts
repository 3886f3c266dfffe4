import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type CalendarState, NEW_CALENDAR, type SyncRow, type SyncStore } from '../desk/calendar-store.ts';
import type { Db } from './client.ts';
import { timeOf } from './days.ts';
import { asJson } from './json.ts';

/** There is one calendar. */
export const CALENDAR = 'outlook';

// Written by this file alone, as plain data.
const kept = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
const rowOf = (json: unknown): SyncRow => kept<SyncRow>().parse(json);

/** Sees that the one row of the calendar is there. */
export async function withCalendar(db: Pick<Db, 'calendarDesk'>): Promise<void> {
  await db.calendarDesk.createMany({ data: [{ id: CALENDAR, version: 0 }], skipDuplicates: true });
}

/** Whoever holds the calendar is dead: for a database that has no second process. */
export async function endHold(db: Pick<Db, 'calendarDesk'>): Promise<void> {
  await db.calendarDesk.updateMany({ data: { holder: null, until: null } });
}

/** What the desk and Outlook last agreed on, in the database: of two saves from one copy the second is refused, whichever process makes it. */
export function syncStoreOf(db: Db): SyncStore {
  return {
    async rows() {
      const rows = await db.calendarSync.findMany({ orderBy: { meeting: 'asc' } });
      return rows.map(({ row }) => rowOf(row));
    },
    async row(meeting) {
      const row = await db.calendarSync.findUnique({ where: { meeting } });
      return row === null ? null : rowOf(row.row);
    },
    async saveRow(row) {
      const { meeting, version } = row;
      const next = { version: version + 1, row: asJson({ ...row, version: version + 1 }) };
      const saved =
        version === 0
          ? await db.calendarSync.createMany({ data: [{ meeting, ...next }], skipDuplicates: true })
          : await db.calendarSync.updateMany({ where: { meeting, version }, data: next });
      return saved.count === 1;
    },
    async state() {
      const row = await db.calendarDesk.findUnique({ where: { id: CALENDAR } });
      return row?.state ? kept<CalendarState>().parse(row.state) : NEW_CALENDAR;
    },
    async saveState(state) {
      await withCalendar(db);
      const version = state.version + 1;
      const saved = await db.calendarDesk.updateMany({
        where: { id: CALENDAR, version: state.version },
        data: { version, state: asJson({ ...state, version }) },
      });
      return saved.count === 1;
    },
    async hold(holder, now, until) {
      await withCalendar(db);
      const free = [{ holder: null }, { holder }, { until: { lte: timeOf(Temporal.Instant.from(now)) } }];
      const held = await db.calendarDesk.updateMany({
        where: { id: CALENDAR, OR: free },
        data: { holder, until: timeOf(Temporal.Instant.from(until)) },
      });
      return held.count === 1;
    },
    async release(holder) {
      await db.calendarDesk.updateMany({ where: { id: CALENDAR, holder }, data: { holder: null, until: null } });
    },
  };
}
