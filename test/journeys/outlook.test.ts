import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMeetings } from '../../src/db/read/meetings.ts';
import { type Journey, startJourney } from '../setup/desk.ts';
import { ids } from '../setup/ids.ts';
import { keepMeeting } from '../setup/meeting.ts';

let desk: Journey;
beforeAll(async () => {
  desk = await startJourney({ outlook: true });
});
afterAll(() => desk.stop());

const events = () => desk.sandbox.outlook.seen('2019-11-18', '2019-11-25')?.events ?? [];
const place = async (id: string) => (await readMeetings(desk.database.db)).find((each) => each.id === id)?.place;

test('a meeting on record stands in Outlook once the clock is looked at, and what is changed there is here within seconds, through a notice', async () => {
  await keepMeeting(desk.database.db, ids, { id: 'priorities' });
  await desk.queue.look();
  await expect.poll(events, { timeout: 5_000 }).toMatchObject([
    {
      subject: 'Coordinators and ISU: priorities',
      start: '2019-11-21T09:00:00Z',
      place: 'Geneva',
      text: '1. Priorities',
    },
  ]);
  const [{ id = '' } = {}] = events();
  await expect.poll(() => desk.sandbox.outlook.graph.subscriptions.alive().length).toBe(1);
  desk.sandbox.outlook.act({ act: 'edit', id, changes: { location: { displayName: 'Bern' } } });
  await expect.poll(() => place('priorities'), { timeout: 5_000 }).toBe('Bern');
  expect(desk.faults).toEqual([]);
});
