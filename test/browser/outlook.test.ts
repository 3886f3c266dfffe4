import { expect, test } from 'vitest';
import type { SeenEvent } from '../../src/sandbox/outlook-protocol.ts';
import { found } from './axe.ts';
import { scene } from './scene.ts';

const { practice, page, enter } = scene();

const PEOPLE = [
  { emailAddress: { address: 'isu@sandbox.invalid', name: 'ISU' }, type: 'required' as const },
  { emailAddress: { address: 'nl@sandbox.invalid', name: 'Coordinator (Netherlands)' }, type: 'optional' as const },
];
const at = (day: string, hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Europe/Zurich' });
const put = (subject: string, day: string, from: string, until: string) =>
  practice().outlook.graph.mailbox.create(
    {
      subject,
      start: at(day, from),
      end: at(day, until),
      location: { displayName: 'Geneva' },
      attendees: PEOPLE,
      isAllDay: false,
      isOnlineMeeting: false,
      singleValueExtendedProperties: [],
    },
    '',
  );
const stands = (subject: string): SeenEvent | undefined =>
  practice()
    .outlook.seen('2019-11-18', '2019-12-02')
    ?.events.find((each) => each.subject === subject);
const pane = () => page().getByRole('region', { name: 'Outlook', exact: true });
const event = (name: RegExp) => pane().getByRole('button', { name });

test('shows what the desk puts there at once, and moves what is dragged to another day and hour, or by Shift and arrow keys', async () => {
  await enter('#/U0MONTENEGRO/C0COORDINATION');
  await page().getByRole('button', { name: 'Outlook' }).click();
  put('Priorities', '2019-11-21', '10:00', '11:00');
  const box = event(/^10:00 Priorities ?Geneva ?, Thu 21 Nov, 10:00–11:00, 0 of 2 have answered/);
  await box.waitFor();
  const from = await box.boundingBox();
  if (from === null) throw new Error('It is not to be seen.');
  await page().mouse.move(from.x + 10, from.y + 10);
  await page().mouse.down();
  await page().mouse.move(from.x + 10 + from.width, from.y + 10 + 4 * 44, { steps: 4 });
  await page().mouse.up();
  await event(/Priorities.*, Fri 22 Nov, 14:00–15:00/).waitFor();
  expect(stands('Priorities')).toMatchObject({ start: '2019-11-22T13:00:00Z', end: '2019-11-22T14:00:00Z' });
  await event(/Priorities/).press('Shift+ArrowDown');
  await event(/Priorities.*, Fri 22 Nov, 14:15–15:15/).press('Shift+ArrowLeft');
  await event(/Priorities.*, Thu 21 Nov, 14:15–15:15/).waitFor();
  await pane().getByRole('status').getByText('Moved: Priorities').waitFor();
  expect(await found(page())).toEqual([]);
});

test('opens an event by keyboard; it is changed, answered as one who is invited, another time is proposed, and it is deleted', async () => {
  put('Needs', '2019-11-19', '09:00', '10:00');
  await enter('#/U0MONTENEGRO/C0COORDINATION?outlook');
  await event(/Needs/).press('Enter');
  const dialog = page().getByRole('dialog', { name: 'Needs' });
  await dialog.getByLabel('Answer as').selectOption('Coordinator (Netherlands)');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await dialog.getByText('Coordinator (Netherlands): declined, optional').waitFor();
  await dialog.getByLabel('Answer as').selectOption('ISU');
  await dialog.getByLabel('Another time').fill('2019-11-19T15:30');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await dialog.getByText('ISU: tentative, proposes Tue 19 Nov, 15:30–16:30').waitFor();
  expect(await found(page())).toEqual([]);
  await dialog.getByLabel('Ends').fill('2019-11-19T08:00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('It would end before it begins.').waitFor();
  await dialog.getByLabel('Ends').fill('2019-11-19T11:00');
  await dialog.getByLabel('Place').fill('Bern');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const changed = event(/Needs ?Bern ?, Tue 19 Nov, 09:00–11:00/);
  await changed.waitFor();
  await changed.press('Enter');
  await page().getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => stands('Needs')).toBeUndefined();
  await expect.poll(() => event(/Needs/).count()).toBe(0);
});

test('goes from week to week, keeps its week in the address, fits a telephone and the dark, and closes with Escape', async () => {
  put('Later', '2019-11-27', '09:00', '10:00');
  await enter('#/U0MONTENEGRO/C0COORDINATION?outlook');
  await pane().getByRole('button', { name: 'The week after' }).click();
  await event(/Later/).waitFor();
  expect(new URL(page().url()).hash).toBe('#/U0MONTENEGRO/C0COORDINATION?outlook=2019-11-25');
  await page().setViewportSize({ width: 390, height: 800 });
  await page().emulateMedia({ colorScheme: 'dark' });
  const wide = () => page().evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  await expect.poll(wide).toBe(true);
  expect(await found(page())).toEqual([]);
  await event(/Later/).press('Escape');
  await expect.poll(() => pane().count()).toBe(0);
});
