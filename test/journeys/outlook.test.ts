import { afterAll, beforeAll, expect, test } from 'vitest';
import { ISU, type Journey, REGISTER, startJourney } from '../setup/desk.ts';
import { moveTo } from '../setup/moved.ts';
import { wordsIn } from '../setup/shown.ts';

let desk: Journey;
beforeAll(async () => {
  desk = await startJourney({ outlook: true });
});
afterAll(() => desk.stop());

const TITLE = 'Priorities with the ISU';
const WITHIN = { timeout: 20_000 };
const events = () => desk.sandbox.outlook.seen('2019-11-18', '2019-11-25')?.events ?? [];
const id = () => events()[0]?.id ?? '';
const card = (): string =>
  (desk.see(ISU).messages[REGISTER] ?? [])
    .map(({ blocks }) => wordsIn(blocks))
    .filter((words) => words.includes(`*${TITLE}*`))
    .join('\n');
const at = (hour: string) => ({ dateTime: `2019-11-22T${hour}:00`, timeZone: 'Europe/Zurich' });

test('a meeting planned in Slack stands in Outlook within seconds, with who is invited', async () => {
  await desk.command(`meet ${TITLE} Thu 21 Nov 10:00–11:00 with <@${ISU}>`);
  expect(await desk.form().submit()).toEqual({ ok: true });
  await expect
    .poll(events, WITHIN)
    .toMatchObject([
      { subject: TITLE, start: '2019-11-21T09:00:00Z', attendees: [{ address: 'isu@sandbox.invalid' }] },
    ]);
  expect(desk.faults).toEqual([]);
});

test('moved and answered there, the one card is changed where it stands', async () => {
  await expect.poll(() => desk.sandbox.outlook.graph.subscriptions.alive().length, WITHIN).toBe(1);
  desk.sandbox.outlook.act({ act: 'edit', id: id(), changes: { start: at('14:00'), end: at('15:00') } });
  await expect.poll(card, WITHIN).toContain('*Fri 22 Nov, 14:00–15:00*');
  expect(card()).toContain('moved in Outlook');
  const proposes = { start: at('15:30'), end: at('16:30') };
  const answer = { act: 'answer', address: 'isu@sandbox.invalid', response: 'tentativelyAccepted' } as const;
  desk.sandbox.outlook.act({ ...answer, id: id(), proposes });
  await expect.poll(card, WITHIN).toContain('15:30');
});

test('deleted there, the desk asks, and makes it again when it is told to', async () => {
  desk.sandbox.outlook.act({ act: 'delete', id: id() });
  await expect.poll(card, WITHIN).toContain('It was deleted in Outlook.');
  expect(events()).toEqual([]);
  await desk.press('Make it again');
  await expect.poll(events, WITHIN).toMatchObject([{ subject: TITLE }]);
});

test('moved on both sides at once, neither is overwritten: both are shown, and a person chooses', async () => {
  const { graph, act } = desk.sandbox.outlook;
  await expect.poll(() => events().length, WITHIN).toBe(1);
  // Outlook is away while both sides change it.
  graph.faults.order({ fault: 'status', status: 503, times: 10_000 });
  act({ act: 'edit', id: id(), changes: { start: at('11:00'), end: at('12:00') } });
  await desk.press('Move…');
  const form = desk.form();
  form.type('From', '16:00');
  form.type('Until', '17:00');
  expect(await form.submit()).toEqual({ ok: true });
  await expect.poll(card, WITHIN).toContain('16:00–17:00');
  graph.faults.clear();
  await moveTo(desk, '2019-11-18T09:30:00+01:00');
  await expect.poll(card, WITHIN).toContain('Neither was overwritten');
  expect(events()).toMatchObject([{ start: '2019-11-22T10:00:00Z' }]);
  await desk.press('Take Fri 22 Nov, 11:00');
  await expect.poll(card, WITHIN).toContain('*Fri 22 Nov, 11:00–12:00*');
  expect(card()).not.toContain('Neither was overwritten');
  expect(events()).toMatchObject([{ start: '2019-11-22T10:00:00Z' }]);
});
