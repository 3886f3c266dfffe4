import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/open.ts';
import { calendarFile, makeFeed, revokeFeed } from '../../../src/features/calendar/use-cases.ts';
import { type Served, serve } from '../../../src/serve.ts';
import { calendarRoute } from '../../../src/serve-calendar.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { guest, isu } from '../people.ts';

const AT = instant('2019-11-18T09:00:00+01:00');
const clock = clockAt('2019-11-18T09:00:00+01:00');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let database: Database;
let served: Served;
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  await db.person.create({
    data: { slackId: isu.slackId, teamId: 'T1', name: 'ISU', zone: 'UTC', recordedAt: new Date(0) },
  });
  await db.roleHolding.create({
    data: { id: 'h1', slackId: isu.slackId, role: 'isu', from: new Date(0), givenBy: 'UADM', recordedAt: new Date(0) },
  });
  served = await serve([calendarRoute({ db, clock, admins: [] })], 0, log, '127.0.0.1');
});
afterAll(async () => {
  await served.close();
  await database.close();
});

let counted = 0;
const desk = () => ({
  db: database.db,
  clock,
  ids: {
    next: () => {
      counted += 1;
      return `feed-${counted}`;
    },
  },
  poke: () => undefined,
});
const at = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${served.port}/${path}`, { headers });
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

describe("the treaty's dates as a calendar", () => {
  it('is read by another calendar: whole days, names, articles, and ids that stay', async () => {
    const text = await calendarFile({ db: database.db, clock });
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const events = eventsIn(text);
    expect(events.length).toBeGreaterThan(100);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const lebanon = events.filter(({ summary }) => summary.startsWith('Lebanon:'));
    expect(lebanon.map(({ summary, startDate }) => `${startDate.toString()} ${summary}`)).toEqual(
      expect.arrayContaining([
        '2020-02-23 Lebanon: extension request (Art. 4), if more time is needed',
        '2021-05-01 Lebanon: clearance (Art. 4)',
      ]),
    );
    expect(lebanon.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(text).not.toMatch(/United Kingdom: (clearance|stockpiles)|AR-20|overdue|victim/i);
    const later = eventsIn(await calendarFile({ db: database.db, clock: clockAt('2019-11-25T09:00:00+01:00') }));
    expect(later.find(({ summary }) => summary === 'Lebanon: clearance (Art. 4)')?.uid).toBe(
      events.find(({ summary }) => summary === 'Lebanon: clearance (Art. 4)')?.uid,
    );
    expect(await calendarFile({ db: database.db, clock })).toBe(text);
  });

  it('is served under a secret address of a member alone, unchanged as long as nothing changes', async () => {
    expect(await makeFeed(desk(), guest, AT)).toBeNull();
    const secret = (await makeFeed(desk(), isu, AT)) ?? '';
    expect(secret).toHaveLength(32);
    expect(JSON.stringify(await database.db.calendarFeed.findMany())).not.toContain(secret);
    const first = await at(`calendar/${secret}.ics`);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(eventsIn(await first.text()).length).toBeGreaterThan(100);
    const etag = first.headers.get('etag') ?? '';
    expect((await at(`calendar/${secret}.ics`, { 'if-none-match': etag })).status).toBe(304);
    for (const path of ['', 'calendar/', `calendar/${'x'.repeat(32)}.ics`, `calendar/${secret}`, '%ff'])
      expect((await at(path)).status).toBe(404);
    const next = (await makeFeed(desk(), isu, AT)) ?? '';
    expect((await at(`calendar/${secret}.ics`)).status).toBe(404);
    expect((await at(`calendar/${next}.ics`)).status).toBe(200);
    expect(await revokeFeed(desk(), isu, AT)).toBe(true);
    expect((await at(`calendar/${next}.ics`)).status).toBe(404);
  });

  it('ends with the role of whoever it was made for', async () => {
    const secret = (await makeFeed(desk(), isu, AT)) ?? '';
    await database.db.roleHolding.updateMany({ data: { until: new Date('2019-11-01') } });
    expect((await at(`calendar/${secret}.ics`)).status).toBe(404);
  });
});
