import { afterAll, beforeAll, expect, test } from 'vitest';
import { ISU, type Journey, REGISTER, startJourney } from '../setup/desk.ts';
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
