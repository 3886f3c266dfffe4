import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATION,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  OBSERVER,
  SIDE_EVENT,
  startJourney,
} from '../setup/desk.ts';
import { controlsOf, messageScreen, wordsIn, wordsOf } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());
afterEach(async () => {
  for (const as of [MONTENEGRO, GUEST]) await journey.closeAll(as);
});

const CARD = [
  '*AR-2018-005 · Lebanon · survey and clearance*',
  '*Logged*, step 1 of 8 · next: verify (attach the report itself)',
  '*Asked*',
  'Help with survey and clearance. No more on record',
  '*Deadline it serves*',
  'Art. 4 · 1 May 2021 · extension request by 23 Feb 2020',
  '*May it be shared?*',
  'Yes, as published in the 2018 report. Anything more: ask Lebanon first',
  '*Owner*',
  'Nobody yet',
  '*Evidence on record:* none',
  '*Missing:* baseline, people, area, national plan, cost, time frame',
  'Take it',
  'Verify',
  'Add evidence',
  'Note',
  'Choose an owner…',
  'Move it…',
  'Put on hold…',
  'Withdraw, replace or merge…',
  'History',
  "Source: coordinators' concept note, Nov 2019 · same report: RRE (AR-2018-010), victim assistance (AR-2018-018) · as of 18 Nov 2019",
  'Seen by: coordinators, ISU',
].join('\n');

describe('/ccm request', () => {
  it.each(['request AR-2018-005', 'request ar 2018 5', 'requests ar-2018-5', 'request  AR2018005'])(
    'shows one request as its card: %s',
    async (text) => {
      const { messages } = await journey.command(text);
      expect(wordsIn(messages[0]?.blocks ?? [])).toBe(CARD);
      expect(messages[0]).toMatchObject({
        ephemeral: true,
        text: 'AR-2018-005, Lebanon, survey and clearance, from its 2018 Article 7 report. Logged, step 1 of 8. No owner. Article 4 deadline 1 May 2021.',
      });
    },
  );

  it('gives the nearest references for one that is not on record', async () => {
    const { messages } = await journey.command('request AR-2018-099');
    expect(messages[0]?.text).toBe(
      'No request AR-2018-099 is on record. The nearest: AR-2018-009, AR-2018-019 and AR-2018-001.',
    );
  });

  it('shows an observer what the State has published, with its source and its day', async () => {
    const { messages } = await journey.command('request AR-2018-005', OBSERVER);
    expect(wordsIn(messages[0]?.blocks ?? [])).toBe(
      [
        '*AR-2018-005 · Lebanon · survey and clearance*',
        'Published in the 2018 report',
        'Deadline it serves: Art. 4 · 1 May 2021 · extension request by 23 Feb 2020',
        'Source: Lebanon, published in the 2018 report · as of 18 Nov 2019',
        'Seen by everyone: what the State has published',
      ].join('\n'),
    );
  });

  it('takes a mistyped reference for one', async () => {
    const { messages } = await journey.command('request AR-2O18-005');
    expect(messages[0]?.text).toContain('No request AR-2O18-005 is on record. The nearest: AR-2018-005');
  });

  it('lists those that fit, with status and owner, in a table', async () => {
    const { messages } = await journey.command('requests victim assistance open');
    expect(messages[0]?.text).toContain('9 requests of 9 States: AR-2018-013 Afghanistan, victim assistance');
    const table = messages[0]?.blocks.find((block) => block.type === 'data_table');
    const rows = table?.rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')).join(' | '));
    expect(rows).toHaveLength(10);
    expect(rows?.[0]).toBe('Request | State | Theme | Status | Owner');
    expect(rows?.[7]).toBe('AR-2018-019 | Montenegro | victim assistance | Logged | nobody yet; with the Netherlands');
    const words = wordsIn(messages[0]?.blocks ?? []);
    expect(words).toContain('Understood: victim assistance · open · as of 18 November 2019');
    expect(words).toContain("Source: coordinators' concept note, Nov 2019");
  });

  it.each([
    ['requests Lebanon', '3 requests of 1 State'],
    ['requests', '22 requests of 11 States'],
    ['requests clearance 2018', '6 requests of 6 States'],
    ['requests closed', 'No request on record fits. Understood: closed. All of them: /ccm requests'],
    ['requests 2019', 'No request on record fits. Understood: 2019 reports. All of them: /ccm requests'],
  ])('reads State, theme, status and year: %s', async (text, first) => {
    const { messages } = await journey.command(text);
    expect(messages[0]?.text.startsWith(first)).toBe(true);
  });

  it('says which words were not understood, with examples that work', async () => {
    const { messages } = await journey.command('requests from the moon');
    expect(messages[0]?.text).toContain('The desk did not understand “moon”');
    for (const [, example = ''] of wordsOf(messages[0] ?? journey.last(COORDINATION)).matchAll(
      /`\/ccm (request[^`]*)`/g,
    ))
      expect((await journey.command(example)).messages[0]?.text).not.toContain('did not understand');
  });
});

describe('help', () => {
  it('shows the verbs that one may use, each with an example that is understood', async () => {
    const { messages } = await journey.command('help');
    const verbs = [...(messages[0]?.text.matchAll(/^\/ccm (\w+)/gm) ?? [])].map(([, verb]) => verb);
    expect(verbs).toEqual(['ask', 'log', 'request', 'deadlines', 'state', 'note', 'digest', 'help']);
    for (const verb of verbs) {
      const { messages: explained } = await journey.command(`help ${verb}`);
      const [, example = ''] = /For example: \/ccm (.*)/.exec(explained[0]?.text ?? '') ?? [];
      const { messages: said, modal } = await journey.command(example);
      expect(`${said[0]?.text ?? ''}${modal?.title.text ?? ''}`).not.toMatch(/^$|did not understand|no verb/);
      if (modal) await journey.act({ act: 'close', as: MONTENEGRO, viewId: modal.id });
    }
  });

  it('leaves out what a guest may not do', async () => {
    const { messages } = await journey.command('help', GUEST, SIDE_EVENT);
    expect(messages[0]?.text).not.toMatch(/\/ccm (log|people|settings|status)/);
    expect(messages[0]?.text).not.toContain('more verb');
  });

  it('gives the nearest verbs for a word that is none', async () => {
    const { messages } = await journey.command('help requets');
    expect(messages[0]?.text).toContain('“requets” is no verb of the desk. Nearest: /ccm help request');
  });
});

describe('bare /ccm', () => {
  it.each([
    [MONTENEGRO, COORDINATION, ['Ask', 'Log', 'Note', 'Look up', 'Plan']],
    [GUEST, SIDE_EVENT, ['Ask', 'Look up', 'Deadlines']],
  ])('shows %s the doors that open', async (as, channel, doors) => {
    const { messages } = await journey.command('', as, channel);
    const [card] = messages;
    if (card === undefined) throw new Error('Bare /ccm says something.');
    expect(controlsOf(messageScreen(card)).map(({ label }) => label)).toEqual(doors);
    for (const control of controlsOf(messageScreen(card))) {
      const { answer, messages: said, modal } = await journey.pressOn(control, as);
      expect(answer.ok).toBe(true);
      expect(said.length > 0 || modal !== null).toBe(true);
      if (modal) await journey.act({ act: 'close', as, viewId: modal.id, all: true });
    }
  });

  it('is opened by a mention without a word, too', async () => {
    const { messages } = await journey.mention('');
    expect(messages.at(-1)?.text).toContain('Ask, Log, Note, Look up or Plan?');
    expect(wordsIn(messages.at(-1)?.blocks ?? [])).not.toContain('nly you see this');
  });
});

describe('the window to ask in', () => {
  it('answers in the window', async () => {
    await journey.openHome();
    await journey.press('Ask');
    const form = journey.form();
    form.type('Your question', 'which states need clearance?');
    await form.submit();
    expect(journey.modal().title.text).toBe('Answer');
    expect(wordsIn(journey.modal().blocks)).toContain('*Six States Parties are named*');
  });

  it('shows the sources on top of the answer', async () => {
    await journey.press('Ask');
    const form = journey.form();
    form.type('Your question', 'deadlines of Lebanon');
    await form.submit();
    const { modal } = await journey.press('Sources, line by line');
    expect(journey.see().modals).toHaveLength(2);
    expect(modal?.title.text).toBe('Sources, line by line');
  });

  it('looks up a State, and logs a request for it on top', async () => {
    await journey.command('');
    await journey.press('Look up');
    const form = journey.form();
    form.type('State', 'Lebanom');
    await form.submit();
    expect(journey.modal().title.text).toBe('Lebanon');
    const { modal } = await journey.press('Log a request');
    expect(modal?.title.text).toBe('Log a request');
    expect(journey.form().holds()['State']).toBe('Lebanon');
  });

  it('says on the field that a State is not known', async () => {
    await journey.command('');
    await journey.press('Look up');
    const form = journey.form();
    form.type('State', 'Atlantis');
    await form.submit();
    expect(form.errors()['State']).toContain('No State called “Atlantis” is on record.');
    expect(form.holds()['State']).toBe('Atlantis');
  });
});

describe('App Home', () => {
  it('is that of a coordinator', async () => {
    await journey.openHome();
    expect(wordsIn(journey.see().home?.blocks ?? []).split('\n')).toEqual([
      'Monday 18 November 2019',
      'Coordinator on International Cooperation and Assistance · Montenegro · times in Podgorica',
      'Ask',
      'Log a request',
      'Add a note',
      '*Needs you*',
      '*Meeting with the ISU on priorities* · due in November (work plan) · no day yet',
      '*19 requests have no owner* · first by date: Lebanon (3) and Peru (1), 23 Feb 2020',
      '*Nobody follows* Bosnia and Herzegovina, Bulgaria, Chile, Lebanon, Peru · 23 Feb 2020',
      'Divide',
      "Montenegro's own 3 requests and its 1 Aug 2020 deadline are with the Netherlands: nobody handles their own State.",
      '*Dates ahead*',
      '• Gambia · initial report · Thu 28 Nov · 10 days',
      '• Philippines · initial report · Sat 28 Dec · 40 days',
      '• Five States · extension requests for the 2RC · Sun 23 Feb 2020 · 97 days',
      '• All States Parties · annual report for 2019 · Thu 30 Apr 2020 · 164 days',
      '• Croatia, Montenegro · clearance · Sat 1 Aug 2020 · 257 days',
      'All dates',
      '*Meetings and work plan*',
      'Nothing dated in the next 14 days. November: ISU on priorities. January: clearance, stockpile and victim assistance coordinators. February: National Directors Meeting, Geneva (days not on record).',
      'Preferences',
      'Help',
      'Who sees what',
      'As of 18 Nov 2019, 09:00',
    ]);
  });

  it('puts the facts to confirm first for the ISU, and shows an observer dates and meetings alone', async () => {
    await journey.openHome(ISU);
    await journey.openHome(OBSERVER);
    expect(wordsIn(journey.see(ISU).home?.blocks ?? [])).toContain('*Needs you*\n*Facts to confirm (8)*');
    const observed = wordsIn(journey.see(OBSERVER).home?.blocks ?? []);
    expect(observed).toContain('*Dates ahead*');
    expect(observed).not.toMatch(/Needs you|owner|Log a request|work plan/);
  });

  it('shows each answer in a window of its own', async () => {
    for (const [button, words] of [
      ['All dates', 'Gambia'],
      ['Help', '/ccm ask'],
    ] as const) {
      await journey.openHome(OBSERVER);
      const { modal } = await journey.press(button, OBSERVER);
      expect(wordsIn(modal?.blocks ?? [])).toContain(words);
      await journey.act({ act: 'close', as: OBSERVER, viewId: modal?.id ?? '' });
    }
  });
});

it('does all of this without a fault', () => {
  expect(journey.faults).toEqual([]);
});
