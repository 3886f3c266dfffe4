import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readMeetingCalled } from '../../src/db/read/meetings.ts';
import {
  COORDINATION,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  OBSERVER,
  REGISTER,
  startJourney,
} from '../setup/desk.ts';
import { controlsOf, everythingSeen, messageScreen, wordsIn, wordsOf } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());
afterEach(() => journey.closeAll());

const TITLE = 'Coordinators and ISU: priorities';
const meeting = async (reference: string) => {
  const row = await readMeetingCalled(journey.database.db, reference);
  if (row === null) throw new Error(`There is no ${reference}.`);
  return row;
};
const cardsOf = (title: string) =>
  (journey.see(ISU).messages[REGISTER] ?? []).filter(({ blocks }) => wordsIn(blocks).includes(`*${title}*`));
const cardOf = (title: string): string =>
  cardsOf(title)
    .map(({ blocks }) => wordsIn(blocks))
    .join('\n');
/** The card, once it says so; there is one of it in the register channel, whatever happens. */
const cardSays = async (title: string, words: string): Promise<string> => {
  await journey.holds(() => cardOf(title).includes(words));
  expect(cardsOf(title)).toHaveLength(1);
  return cardOf(title);
};

describe('/ccm meet', () => {
  it('opens a form filled in from what was typed', async () => {
    const { modal } = await journey.command(
      `meet ISU and coordinators on Lebanon: priorities Thu 21 Nov 10:00–11:00 with <@${ISU}>`,
    );
    expect(modal?.title.text).toBe('Plan a meeting');
    expect(journey.form().holds()).toMatchObject({
      'What it is about': 'ISU and coordinators on Lebanon: priorities',
      Kind: 'Meeting with the ISU',
      Day: '2019-11-21',
      From: '10:00',
      Until: '11:00',
      'People of this workspace': ISU,
      'States it is about': 'Lebanon',
      'Time zone': 'Podgorica (Europe/Podgorica)',
    });
  });

  it('names what is wrong at its field and loses nothing; then there is one card, in the register channel', async () => {
    await journey.command('meet Priorities');
    const form = journey.form();
    form.type('What it is about', TITLE);
    form.type('Day', '21 Nov');
    form.type('From', '10:00');
    form.type('Until', '09:00');
    form.type('Agenda', '1. Priorities\n2. Who meets whom');
    await form.submit();
    expect(form.errors()).toEqual({
      Until: 'The end lies before the beginning. For a meeting past midnight please give the last day, too.',
    });
    form.type('Day', '21 Nov 1919');
    await form.submit();
    expect(form.errors()).toEqual({
      Day: 'The desk plans meetings from 1 January 2008 to 31 December 2099; this one would be on 21 November 1919.',
    });
    form.type('Day', '21 Nov');
    form.type('Until', '11:00');
    await form.press('More: States, time zone, addresses, Teams, repeated…');
    expect(form.holds()).toMatchObject({ 'What it is about': TITLE, Agenda: '1. Priorities\n2. Who meets whom' });
    await form.pick('People of this workspace', ISU, NETHERLANDS);
    await form.pick('States it is about', 'Lebanon', 'Peru');
    await form.choose('Time zone', 'Zurich (Europe/Zurich)');
    form.type('People by e-mail address', 'nobody at all');
    await form.submit();
    expect(form.errors()['People by e-mail address']).toContain('“nobody at all” is not an e-mail address.');
    form.type('People by e-mail address', 'Ana <ana@mfa.example>; leo@ngo.example optional');
    expect(await form.submit()).toEqual({ ok: true });
    expect(journey.last(COORDINATION).text).toContain('M1 is planned.');
    expect(await cardSays(TITLE, 'Invited 4')).toContain(
      `*${TITLE}*\n*Thu 21 Nov, 10:00–11:00* (Zurich)\nInvited 4, no answer yet\nStates: Lebanon and Peru`,
    );
    expect((await meeting('M1')).invitees).toMatchObject([
      { address: 'ana@mfa.example', name: 'Ana', optional: false, slackId: null },
      { address: 'leo@ngo.example', optional: true },
      { slackId: ISU, address: 'isu@sandbox.invalid' },
      { slackId: NETHERLANDS },
    ]);
  });

  it('refuses those who do not work with meetings, and shows guests nothing of what is planned', async () => {
    const { messages, modal } = await journey.command('meet Anything 21 Nov 10:00', OBSERVER);
    expect(wordsIn(modal?.blocks ?? []) + messages.map(wordsOf).join()).toContain(
      'Coordinators, the ISU and admins can plan meetings.',
    );
    await journey.closeAll(OBSERVER);
    for (const asked of ['meetings', 'meetings M1', 'meetings past', 'when are the next meetings?']) {
      await journey.command(asked, GUEST);
      await journey.command(asked, OBSERVER);
    }
    expect(journey.last(COORDINATION, OBSERVER).text).not.toContain('priorities');
    for (const person of [GUEST, OBSERVER]) expect(everythingSeen(journey.see(person))).not.toContain(TITLE);
  });
});

describe('the card', () => {
  it('leads to the form in which it is changed; what somebody else has changed meanwhile is not overwritten', async () => {
    await journey.press('Agenda');
    await journey.press('Agenda', NETHERLANDS);
    const [mine, theirs] = [journey.form(), journey.form(NETHERLANDS)];
    expect(mine.holds()).toMatchObject({
      'What it is about': TITLE,
      From: '10:00',
      Agenda: '1. Priorities\n2. Who meets whom',
    });
    theirs.type('Place', 'Palais des Nations');
    theirs.type('From', '14:00');
    theirs.type('Until', '15:00');
    await theirs.submit();
    await cardSays(TITLE, '*Thu 21 Nov, 14:00–15:00* (Zurich) · Palais des Nations');
    mine.type('From', '09:00');
    mine.type('Agenda', '1. Lebanon');
    await mine.submit();
    expect(wordsIn(journey.modal().blocks)).toContain('Meanwhile somebody else has changed the time');
    expect(mine.holds()).toMatchObject({ From: '09:00', Agenda: '1. Lebanon' });
    expect((await meeting('M1')).agenda).toBe('1. Priorities\n2. Who meets whom');
    await mine.submit();
    const card = await cardSays(TITLE, '*Thu 21 Nov, 09:00–11:00*');
    expect(card).toContain(
      '~Thu 21 Nov, 14:00~ → *Thu 21 Nov, 09:00–11:00* (Zurich) · Palais des Nations · moved by Coordinator (Montenegro), 09:00',
    );
  });

  it('adds people and takes some out', async () => {
    await journey.press('Invitees…');
    expect(wordsIn(journey.modal().blocks)).toContain('• Ana (ana@mfa.example) · no answer yet');
    const form = journey.form();
    await form.submit();
    expect(form.errors()).toEqual({
      'Add people of this workspace': 'Nobody is added or taken out: choose people, or close the window.',
    });
    await form.pick('Add people who may come', OBSERVER);
    form.tick('Take out', 'Ana');
    await form.submit();
    expect((await meeting('M1')).invitees.map(({ slackId, address }) => slackId ?? address)).toEqual([
      'leo@ngo.example',
      ISU,
      NETHERLANDS,
      OBSERVER,
    ]);
    await journey.press('Calendar file');
    expect(wordsIn(journey.last(COORDINATION).blocks)).toContain('The calendar file is in your direct messages');
  });

  it('is read by who is invited as far as it concerns them', async () => {
    await journey.command('meetings M1', OBSERVER);
    const said = wordsIn(journey.last(COORDINATION, OBSERVER).blocks);
    expect(said).toContain(`*${TITLE}*\n*Thu 21 Nov, 09:00–11:00 (Zurich)* · Palais des Nations\n1. Lebanon`);
    expect(said).not.toContain('leo@ngo.example');
    expect(said).not.toContain('Agenda');
  });

  it('keeps what came of it once it has begun, with follow-ups beneath', async () => {
    journey.sandbox.move({ now: '2019-11-21T11:30:00+01:00' });
    await journey.command('meetings past');
    await journey.press('Open');
    await journey.press('Record the outcome');
    const outcome = journey.form();
    outcome.type('What came of it', 'Lebanon first; a letter by the ISU.');
    await outcome.submit();
    await cardSays(TITLE, '*Outcome:* Lebanon first; a letter by the ISU.');
    await journey.press('Add a follow-up');
    const form = journey.form();
    form.type('What is to be done', 'write to Beirut');
    form.type('Due', '2019-12-03');
    await form.submit();
    await cardSays(TITLE, '• F1 · write to Beirut · Coordinator (Montenegro), Tue 3 Dec');
  });
});

describe('a meeting begun elsewhere', () => {
  it('is filled in from a follow-up, from a message, and from the Convention’s own calendar', async () => {
    await journey.command('followups');
    await journey.press('Plan a meeting…');
    expect(journey.form().holds()['What it is about']).toBe('write to Beirut');
    await journey.closeAll();
    await journey.act({
      act: 'message',
      as: NETHERLANDS,
      channel: COORDINATION,
      text: 'Side event on Chad on 3 December 2019 13:15\nBring slides',
    });
    const { ts } = journey.last(COORDINATION, NETHERLANDS);
    await journey.shownAfter({
      act: 'shortcut',
      as: MONTENEGRO,
      callbackId: 'meetings:plan_message',
      channel: COORDINATION,
      ts,
    });
    expect(journey.form().holds()).toMatchObject({
      'What it is about': 'Side event on Chad on 3 December 2019 13:15',
      Kind: 'Side event',
      Day: '2019-12-03',
      From: '13:15',
      Until: '14:15',
      'States it is about': 'Chad',
    });
    await journey.closeAll();
    await journey.command('meetings', NETHERLANDS);
    const planOwn = controlsOf(messageScreen(journey.last(COORDINATION, NETHERLANDS))).find(
      ({ actionId }) => actionId === 'meetings:plan-own',
    );
    if (planOwn === undefined) throw new Error('None of the Convention’s own is offered.');
    const [selected_option = null] = planOwn.element['options'] as {
      text: { type: 'plain_text'; text: string };
      value: string;
    }[];
    const { where, blockId, actionId } = planOwn;
    const input = { type: 'static_select' as const, selected_option };
    await journey.shownAfter({ act: 'press', as: NETHERLANDS, where, blockId, actionId, input });
    expect(wordsIn(journey.modal(NETHERLANDS).blocks)).toContain('National');
    await journey.form(NETHERLANDS).submit();
    expect(journey.last(COORDINATION, NETHERLANDS).text).toContain('Feb');
    await journey.closeAll(NETHERLANDS);
  });

  it('is cancelled with a reason, which its history keeps', async () => {
    await journey.command('meetings');
    await journey.press('Open');
    await journey.press('Cancel…');
    const form = journey.form();
    form.type('Why, in a line', 'held in June');
    await form.submit();
    await journey.holds(() =>
      (journey.see(ISU).messages[REGISTER] ?? []).some(({ text }) => text.startsWith('Cancelled:')),
    );
    await journey.command('meetings past');
    await journey.press('Open');
    await journey.press('History');
    expect(wordsIn(journey.modal().blocks)).toContain('cancelled: held in June');
  });
});

it('asks questions about meetings on with the words that no list has', async () => {
  const { messages } = await journey.command('meetings in 2020');
  expect(messages.map(wordsOf).join()).toContain('Second Review Conference');
  expect(journey.faults).toEqual([]);
});
