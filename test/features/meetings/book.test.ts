import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { syncStoreOf } from '../../../src/db/calendar-sync.ts';
import type { Database } from '../../../src/db/open.ts';
import { readMeeting } from '../../../src/db/read/meetings.ts';
import type { MeetingBook, MeetingFields, PlannedMeeting } from '../../../src/desk/calendar.ts';
import { NEW_CALENDAR, type SyncStore } from '../../../src/desk/calendar-store.ts';
import { bookOf } from '../../../src/features/meetings/book.ts';
import { newRow } from '../../../src/outlook/rows.ts';
import { freshDatabase } from '../../setup/database.ts';
import { ids } from '../../setup/ids.ts';
import { clockAt } from '../../setup/instants.ts';
import { keepMeeting, THURSDAY } from '../../setup/meeting.ts';

let database: Database;
let book: MeetingBook;
let store: SyncStore;
beforeAll(async () => {
  database = await freshDatabase();
  const desk = {
    db: database.db,
    clock: clockAt('2019-11-20T09:41:00+01:00'),
    ids,
    poke: () => undefined,
    calendar: () => null,
  };
  book = bookOf(desk);
  store = syncStoreOf(database.db);
});
afterAll(() => database.close());

const ana = { address: 'Ana@mfa.example', name: 'Ana', optional: false, slackId: 'U1' };
const noAddress = { address: '', name: 'Lea', optional: true, slackId: 'U2' };
const FRIDAY = { kind: 'timed', start: '2019-11-22T13:00:00Z', end: '2019-11-22T14:00:00Z' } as const;

let count = 0;
let id = '';
beforeEach(async () => {
  count += 1;
  id = `meeting-${count}`;
  await keepMeeting(database.db, ids, { id, invitees: [ana, noAddress] });
});
const planned = async (): Promise<PlannedMeeting> => {
  const found = (await book.planned()).find((plan) => plan.id === id);
  if (found === undefined) throw new Error('It is not planned.');
  return found;
};
const row = async () => {
  const found = await readMeeting(database.db, id);
  if (found === null) throw new Error('It is not on record.');
  return found;
};
const history = async () =>
  (await database.db.meetingHistory.findMany({ where: { meetingId: id }, orderBy: { written: 'asc' } })).map(
    ({ what, before, after, byName }) => [what, before, after, byName],
  );
const changed = (from: Partial<MeetingFields>, to: Partial<MeetingFields>) =>
  book.hear({ meeting: id, kind: 'changed', from, to, at: null });

describe('the meetings that should stand in Outlook', () => {
  test('are told as they are on record, with those who have an address', async () => {
    expect(await planned()).toEqual({
      id,
      convention: false,
      fields: {
        subject: 'Coordinators and ISU: priorities',
        when: THURSDAY,
        place: 'Geneva',
        agenda: '1. Priorities',
        invitees: [{ address: 'Ana@mfa.example', name: 'Ana', optional: false }],
      },
      zone: 'Europe/Zurich',
      online: false,
      repeats: null,
    });
  });

  test('are neither those of which only the month is known, nor those that are cancelled; one that was held stays', async () => {
    const others = {
      month: { when: { kind: 'month', month: '2020-02' } },
      cancelled: { status: 'cancelled' },
      held: { status: 'held' },
    } as const;
    for (const [name, how] of Object.entries(others))
      await keepMeeting(database.db, ids, { id: `${id} ${name}`, ...how });
    const told = (await book.planned()).map((plan) => plan.id);
    expect(told.filter((each) => each.startsWith(`${id} `))).toEqual([`${id} held`]);
  });
});

describe('what was changed in Outlook', () => {
  test('is taken over, with when the meeting was before', async () => {
    const { fields } = await planned();
    expect(await changed({ when: fields.when }, { when: FRIDAY })).toBe('kept');
    expect(await row()).toMatchObject({ when: FRIDAY, sequence: 1, moved: { from: THURSDAY, by: null } });
    expect(await history()).toEqual([
      ['time', 'Thu 21 Nov, 10:00–11:00 (Zurich)', 'Fri 22 Nov, 14:00–15:00 (Zurich)', 'Outlook'],
    ]);
  });

  test('is not kept at all where one of its fields was changed here meanwhile', async () => {
    const { fields } = await planned();
    await database.db.meeting.update({ where: { id }, data: { place: 'Lausanne' } });
    const to = { when: FRIDAY, place: 'Bern' };
    expect(await changed({ when: fields.when, place: fields.place }, to)).toBe('stale');
    expect(await row()).toMatchObject({ when: THURSDAY, place: 'Lausanne', sequence: 0 });
    expect(await history()).toEqual([]);
  });

  test('is not kept of a meeting that was cancelled here meanwhile, nor of one that is not on record', async () => {
    const { fields } = await planned();
    await database.db.meeting.update({ where: { id }, data: { status: 'cancelled' } });
    expect(await changed({ when: fields.when }, { when: FRIDAY })).toBe('stale');
    expect(await book.hear({ meeting: 'nobody', kind: 'changed', from: {}, to: { place: 'x' }, at: null })).toBe(
      'stale',
    );
  });

  test('leaves those who are invited without an address, and what the others have answered', async () => {
    const answer = { address: 'ana@mfa.example', name: 'Ana', answer: 'accepted', proposes: FRIDAY } as const;
    await book.hear({ meeting: id, kind: 'answers', answers: [answer] });
    const { fields } = await planned();
    const leo = { address: 'leo@ngo.example', name: 'Leo', optional: true };
    const to = { invitees: [leo, { address: 'ANA@mfa.example', name: 'Ana', optional: false }] };
    expect(await changed({ invitees: fields.invitees }, to)).toBe('kept');
    expect((await row()).invitees).toMatchObject([
      { address: 'leo@ngo.example', answer: 'none', slackId: null },
      { address: 'ANA@mfa.example', answer: 'accepted', slackId: 'U1', proposes: FRIDAY },
      { address: '', name: 'Lea', slackId: 'U2' },
    ]);
  });
});

describe('what people have to see or decide', () => {
  test('is put up once, also when it is told again after a crash, and taken down when it is over', async () => {
    const { fields: here } = await planned();
    const there = { ...here, when: FRIDAY };
    const dispute = { meeting: id, kind: 'disputed', field: 'when', here, there } as const;
    await book.hear(dispute);
    await book.hear(dispute);
    expect((await row()).notices).toMatchObject([{ kind: 'disputed', field: 'when', here, there }]);
    expect(await history()).toHaveLength(1);
    await book.hear({ meeting: id, kind: 'undisputed', field: 'place' });
    expect((await row()).notices).toHaveLength(1);
    await book.hear({ meeting: id, kind: 'undisputed', field: 'when' });
    expect((await row()).notices).toEqual([]);
  });

  test('is that it was deleted in Outlook, until it is there again', async () => {
    for (const over of [
      { kind: 'restored' },
      { kind: 'linked', webLink: null, joinUrl: null, iCalUId: 'u' },
    ] as const) {
      await book.hear({ meeting: id, kind: 'deleted', at: '2019-11-20T08:00:00Z' });
      expect((await row()).notices).toMatchObject([{ kind: 'deleted', there: '2019-11-20T08:00:00Z' }]);
      await book.hear({ meeting: id, ...over });
      expect((await row()).notices).toEqual([]);
    }
    expect(await row()).toMatchObject({ iCalUId: 'u' });
  });
});

describe('what was agreed with Outlook', () => {
  test('is saved once from each copy, and read back word for word', async () => {
    const agreed = { ...newRow(id), incarnation: 2, remote: { id: 'r', etag: 'W/"1"', changedAt: null } };
    expect(await store.row(id)).toBeNull();
    expect(await store.saveRow(agreed)).toBe(true);
    expect(await store.saveRow(agreed)).toBe(false);
    expect(await store.row(id)).toEqual({ ...agreed, version: 1 });
    expect(await store.saveRow({ ...agreed, version: 1, asked: true })).toBe(true);
    expect(await store.saveRow({ ...agreed, version: 1 })).toBe(false);
    expect(await store.rows()).toContainEqual({ ...agreed, version: 2, asked: true });
  });

  test('has a state of the calendar beside it, saved in the same way', async () => {
    expect(await store.state()).toEqual(NEW_CALENDAR);
    const next = { ...NEW_CALENDAR, deltaLink: 'https://graph.example/delta' };
    expect(await store.saveState(next)).toBe(true);
    expect(await store.saveState(next)).toBe(false);
    expect(await store.state()).toEqual({ ...next, version: 1 });
  });

  test('is worked on by one process at a time, for as long as its lease lasts', async () => {
    const at = (minute: string) => `2019-11-20T09:${minute}:00Z`;
    expect(await store.hold('one', at('00'), at('10'))).toBe(true);
    expect(await store.hold('two', at('09'), at('19'))).toBe(false);
    expect(await store.hold('one', at('09'), at('19'))).toBe(true);
    expect(await store.hold('two', at('19'), at('29'))).toBe(true);
    await store.release('one');
    expect(await store.hold('one', at('20'), at('30'))).toBe(false);
    await store.release('two');
    expect(await store.hold('one', at('20'), at('30'))).toBe(true);
  });
});
