import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MeetingTime } from '../../src/desk/calendar.ts';
import { isZone } from '../../src/desk/schedule.ts';
import { WINDOWS_ZONES } from '../../src/desk/windows-zones.ts';
import { ianaZone, windowsZone } from '../../src/desk/zones.ts';
import { parseEvent, remoteEventOf } from '../../src/outlook/graph/event-shape.ts';
import { day } from '../../src/treaty/day.ts';
import { wrongIn } from './contract.ts';
import { type GraphDesk, graphDesk, meeting } from './graph-desk.ts';

let desk: GraphDesk;
beforeAll(async () => {
  desk = await graphDesk();
});
afterAll(async () => {
  const wrong = wrongIn(await desk.exchanges());
  await desk.close();
  expect(wrong).toEqual([]);
});
beforeEach(async () => {
  desk.book.meetings.clear();
  await desk.round();
  desk.book.heard.length = 0;
});

const timed = (start: string, end: string): MeetingTime => ({ kind: 'timed', start, end });
/** What was sent, and what is quiet afterwards. */
async function sentFor(zone: string, when: MeetingTime) {
  const id = `m${zone}${JSON.stringify(when)}`;
  desk.plan(meeting(id, { zone }, { when }));
  await desk.round();
  expect(await desk.cost(desk.round)).toBe(1);
  expect(desk.kinds()).toEqual(['linked']);
  const last =
    (await desk.exchanges())
      .map(({ body }) => JSON.stringify(body))
      .filter((body) => body?.includes('"POST"'))
      .at(-1) ?? '';
  return JSON.parse(last).requests[0].body;
}

test.each([
  ['Europe/Vienna', '2020-03-27T08:00:00Z', '2020-03-27T09:00:00'],
  ['Europe/Vienna', '2020-03-30T07:00:00Z', '2020-03-30T09:00:00'],
  ['America/New_York', '2020-03-09T13:00:00Z', '2020-03-09T09:00:00'],
  ['Pacific/Auckland', '2020-04-06T21:00:00Z', '2020-04-07T09:00:00'],
])('in %s at %s it is sent as the wall clock shows it there, and comes back the same', async (zone, start, wall) => {
  const end = start.replace(':00:00Z', ':30:00Z');
  expect(await sentFor(zone, timed(start, end))).toMatchObject({ start: { dateTime: wall, timeZone: zone } });
});

test('where the clocks are put back over it, it is sent in UTC: there are two of that time', async () => {
  const body = await sentFor('Europe/Zurich', timed('2020-10-25T01:30:00Z', '2020-10-25T03:00:00Z'));
  expect(body).toMatchObject({
    start: { dateTime: '2020-10-25T01:30:00', timeZone: 'UTC' },
    end: { dateTime: '2020-10-25T04:00:00', timeZone: 'Europe/Zurich' },
  });
});

test.each(['Pacific/Honolulu', 'UTC', 'Europe/Zurich', 'Pacific/Tongatapu'])(
  'whole days in %s stay these days',
  async (zone) => {
    const body = await sentFor(zone, { kind: 'days', first: day('2020-03-01'), last: day('2020-03-02') });
    expect(body).toMatchObject({
      isAllDay: true,
      start: { dateTime: '2020-03-01T00:00:00', timeZone: zone },
      end: { dateTime: '2020-03-03T00:00:00', timeZone: zone },
    });
  },
);

test('zones as Outlook writes them are understood; an event whose times cannot be read is left alone', () => {
  const read = (timeZone: string) => {
    const time = { dateTime: '2020-07-01T09:00:00.0000000', timeZone };
    const event = parseEvent({ id: 'x', '@odata.etag': 'W/"1"', start: time, end: time });
    return event === null ? null : (remoteEventOf(event)?.fields.when ?? null);
  };
  expect(read('W. Europe Standard Time')).toMatchObject({ start: '2020-07-01T07:00:00Z' });
  expect(read('tzone://Microsoft/Custom')).toMatchObject({ start: '2020-07-01T09:00:00Z' });
  expect(read('Nowhere Standard Time')).toBeNull();
});

test('a zone that Outlook does not know by this name is sent by its name in Windows, once and for all; no meeting is refused', async () => {
  desk.graph.settings.windowsAlone = true;
  const at = timed('2020-03-30T07:00:00Z', '2020-03-30T08:00:00Z');
  const body = await sentFor('Europe/Zurich', at);
  expect(body).toMatchObject({ start: { dateTime: '2020-03-30T09:00:00', timeZone: 'W. Europe Standard Time' } });
  desk.plan(meeting('second', {}, { when: at }));
  expect(await desk.cost(desk.round)).toBe(2);
  desk.book.heard.length = 0;
  // Windows lets these rules stand for a place that had others at the time, or has no zone for it at all.
  expect(await sentFor('Antarctica/Troll', at)).toMatchObject({
    start: { dateTime: '2020-03-30T07:00:00', timeZone: 'UTC' },
  });
  desk.graph.settings.windowsAlone = false;
});

test('zones are known by their names in Windows, both ways and by old and new names', () => {
  expect(
    ['Europe/Zurich', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'America/New_York', 'Mars/Base'].map(windowsZone),
  ).toEqual([
    'W. Europe Standard Time',
    'India Standard Time',
    'India Standard Time',
    'FLE Standard Time',
    'Eastern Standard Time',
    null,
  ]);
  for (const windows of Object.keys(WINDOWS_ZONES)) expect(isZone(ianaZone(windows)), windows).toBe(true);
});

test('an online meeting has its link; moving it never sends the text that holds the link', async () => {
  desk.plan(meeting('online', { online: true }));
  await desk.round();
  expect(desk.book.heard).toContainEqual(
    expect.objectContaining({ kind: 'linked', joinUrl: expect.stringContaining('teams') }),
  );
  desk.book.edit('online', { when: timed('2019-11-22T13:00:00Z', '2019-11-22T14:00:00Z'), agenda: 'Another' });
  await desk.round();
  expect(desk.graph.seen()).toMatchObject([
    { isOnlineMeeting: true, start: { dateTime: '2019-11-22T13:00:00.0000000' } },
  ]);
});

test('a series is made as a whole; one that is moved or taken out in Outlook is shown, and nothing is sent back', async () => {
  desk.plan(meeting('series', { repeats: { every: 'week', interval: 1, until: day('2019-12-12') } }));
  await desk.round();
  const days = () =>
    desk.book.heard.flatMap((news) => (news.kind === 'occurrences' ? [news.occurrences] : [])).at(-1) ?? [];
  await desk.round();
  expect(days().map(({ when, changed }) => [when.kind === 'timed' ? when.start : '', changed])).toEqual([
    ['2019-11-21T09:00:00Z', false],
    ['2019-11-28T09:00:00Z', false],
    ['2019-12-05T09:00:00Z', false],
    ['2019-12-12T09:00:00Z', false],
  ]);
  const id = await desk.idOf('series');
  const start = { dateTime: '2019-11-29T13:00:00', timeZone: 'UTC' };
  desk.graph.act({
    act: 'move_occurrence',
    id,
    on: '2019-11-28',
    start,
    end: { ...start, dateTime: '2019-11-29T14:00:00' },
  });
  desk.graph.act({ act: 'delete_occurrence', id, on: '2019-12-05' });
  expect(await desk.cost(desk.round)).toBe(2);
  expect(days().map(({ when, changed }) => [when.kind === 'timed' ? when.start : '', changed])).toEqual([
    ['2019-11-21T09:00:00Z', false],
    ['2019-11-29T13:00:00Z', true],
    ['2019-12-12T09:00:00Z', false],
  ]);
  expect(await desk.cost(desk.round)).toBe(1);
  desk.book.meetings.clear();
  await desk.round();
  expect(desk.graph.seen()).toEqual([]);
});
