import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syncStoreOf } from '../../../src/db/calendar-sync.ts';
import type { Db } from '../../../src/db/client.ts';
import { readMeeting } from '../../../src/db/read/meetings.ts';
import type { MeetingTime } from '../../../src/desk/calendar.ts';
import { NEW_CALENDAR } from '../../../src/desk/calendar-store.ts';
import { bookOf } from '../../../src/features/meetings/book.ts';
import { newRow } from '../../../src/outlook/rows.ts';
import { keepMeeting, THURSDAY } from '../../setup/meeting.ts';
import { type TwoDesks, twoDesks } from '../../setup/two-desks.ts';

let desks: TwoDesks;
beforeAll(async () => {
  desks = await twoDesks();
});
afterAll(() => desks.stop());

const bookIn = (db: Db) => bookOf({ ...desks, db, poke: () => undefined, calendar: () => null });
const at = (hour: number): MeetingTime => ({
  kind: 'timed',
  start: `2019-11-22T${hour}:00:00Z`,
  end: `2019-11-22T${hour + 1}:00:00Z`,
});
const both = (work: (db: Db) => Promise<unknown>) => Promise.all([work(desks.first), work(desks.second)]);

describe('two processes on one PostgreSQL', () => {
  test('that hear of two moves of one meeting from the same time: one is kept, the other is stale', async () => {
    for (const id of ['a', 'b', 'c', 'd']) {
      await keepMeeting(desks.first, desks.ids, { id });
      if (THURSDAY.kind === 'month') throw new Error('It has a time.');
      const from = { when: THURSDAY };
      const outcomes = await Promise.all([
        bookIn(desks.first).hear({ meeting: id, kind: 'changed', from, to: { when: at(10) }, at: null }),
        bookIn(desks.second).hear({ meeting: id, kind: 'changed', from, to: { when: at(14) }, at: null }),
      ]);
      expect(outcomes.toSorted()).toEqual(['kept', 'stale']);
      expect((await readMeeting(desks.first, id))?.when).toEqual(at(outcomes[0] === 'kept' ? 10 : 14));
      expect(await desks.first.meetingHistory.count({ where: { meetingId: id } })).toBe(1);
    }
  });

  test('save what was agreed, and the state of the calendar, once from each copy', async () => {
    for (let round = 0; round < 5; round += 1) {
      const saved = await both((db) => syncStoreOf(db).saveRow({ ...newRow('x'), version: round }));
      expect(saved.toSorted()).toEqual([false, true]);
      const states = await both((db) => syncStoreOf(db).saveState({ ...NEW_CALENDAR, version: round }));
      expect(states.toSorted()).toEqual([false, true]);
    }
    expect(await syncStoreOf(desks.second).row('x')).toMatchObject({ version: 5 });
  });

  test('take the calendar one at a time', async () => {
    const stores = [desks.first, desks.second].map(syncStoreOf);
    const held = await Promise.all(
      stores.map((store, n) => store.hold(`desk ${n}`, '2019-11-20T09:00:00Z', '2019-11-20T09:10:00Z')),
    );
    expect(held.toSorted()).toEqual([false, true]);
  });
});
