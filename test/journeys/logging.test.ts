import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATION,
  directOf,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  REGISTER,
  type Shown,
  startJourney,
} from '../setup/desk.ts';
import { wordsIn, wordsOf } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());
afterEach(() => journey.closeAll());

const requestOf = (reference: string) =>
  journey.database.db.assistanceRequest.findUnique({
    where: { reference },
    include: {
      sources: { include: { source: true }, orderBy: { position: 'asc' } },
      history: { orderBy: { at: 'asc' } },
    },
  });
const countOf = () => journey.database.db.assistanceRequest.count();
const cardsIn = (reference: string) =>
  (journey.see().messages[REGISTER] ?? []).filter(({ text }) => text.startsWith(reference));
const wordsOn = ({ modal }: Shown): string => wordsIn(modal?.blocks ?? []);
/** The reference that a person is told; throws where none is told. */
const keptAs = (channel = COORDINATION): string => {
  const [, reference] = /Kept as (AR-\d{4}-\d{3})/.exec(journey.last(channel).text) ?? [];
  if (reference === undefined) throw new Error(`Nothing was kept: ${journey.last(channel).text}`);
  return reference;
};

const logMessage = (channel: string, ts: string, as = MONTENEGRO) =>
  journey.shownAfter({ act: 'shortcut', as, callbackId: 'requests:log_message', channel, ts });
const say = async (text: string, as = NETHERLANDS, channel = COORDINATION) => {
  await journey.act({ act: 'message', as, channel, text });
  return journey.last(channel, as);
};

describe('/ccm log', () => {
  it('opens a window at once, filled in from what was typed', async () => {
    const { modal } = await journey.command('log Peru victim assistance');
    expect(modal?.title.text).toBe('Log a request');
    expect(modal?.submit?.text).toBe('Log it');
    expect(journey.form().holds()).toEqual({
      State: 'Peru',
      Theme: 'Victim assistance',
      'What is asked': '',
      Source: '',
      'Date of the source': '2019-11-18',
      'May it be shared?': 'No, keep it to coordinators and the ISU',
    });
    const opened = journey.wire.calls.filter(({ method }) => method === 'views.open').at(-1);
    expect(opened?.args['view']).toContain('One moment…');
  });

  it('stores the request with its source and history, and says so after the commit', async () => {
    await journey.command('log Peru victim assistance');
    const form = journey.form();
    form.type('What is asked', 'Prostheses for 40 survivors in Lima.');
    form.type('Source', 'letter of the Permanent Mission');
    form.type('Date of the source', '2019-11-14');
    expect(await form.submit()).toEqual({ ok: true });
    expect(journey.see().modals).toEqual([]);
    const reference = keptAs();
    expect(reference).toBe('AR-2019-001');
    const kept = await requestOf(reference);
    expect(kept).toMatchObject({
      iso3: 'PER',
      theme: 'VICTIM_ASSISTANCE',
      description: 'Prostheses for 40 survivors in Lima.',
      status: 'logged',
      sharing: 'private',
      recordedBy: MONTENEGRO,
    });
    expect(kept?.sources.map(({ source }) => [source.kind, source.title, source.confidence])).toEqual([
      ['letter', 'letter of the Permanent Mission, 14 Nov 2019', 'high'],
    ]);
    expect(kept?.history).toMatchObject([
      { what: 'logged', by: MONTENEGRO, byName: 'Coordinator (Montenegro)', through: '/ccm log' },
    ]);
  });

  it('gives the whole card to the person alone, and one to the register channel', () => {
    const own = journey.last(COORDINATION);
    expect(own.ephemeral).toBe(true);
    expect(wordsIn(own.blocks)).not.toContain('replies in this thread');
    expect(wordsIn(own.blocks)).toContain('*Kept as AR-2019-001.* Private to coordinators and ISU.');
    expect(wordsIn(own.blocks)).toContain(`Its card is in the register channel <#${REGISTER}>.`);
    const cards = cardsIn('AR-2019-001');
    expect(cards).toHaveLength(1);
    expect(wordsIn(cards[0]?.blocks ?? [])).toBe(
      [
        '*AR-2019-001 · Peru · victim assistance*',
        '*Logged*, step 1 of 8 · next: verify',
        '*Asked*',
        'Prostheses for 40 survivors in Lima.',
        '*Deadline it serves*',
        'Art. 5 sets no deadline',
        '*May it be shared?*',
        'No: it stays with coordinators and the ISU. Anything more: ask Peru first',
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
        'Source: letter of the Permanent Mission, 14 Nov 2019 · as of 18 Nov 2019',
        'Seen by: coordinators, ISU · replies in this thread are not kept: use Note',
      ].join('\n'),
    );
  });

  it('reads the record, not the form, in the history', async () => {
    const { modal } = await journey.press('History');
    expect(modal?.title.text).toBe('AR-2019-001');
    const words = wordsIn(modal?.blocks ?? []);
    expect(words).toContain('*18 Nov 2019*, 09:00 · Coordinator (Montenegro) · logged · /ccm log');
    expect(words).toContain('letter of the Permanent Mission, 14 Nov 2019 · confidence: high');
    expect(words).toContain('Prostheses for 40 survivors in Lima.');
  });

  it('draws App Home anew for the person who has it open', async () => {
    await journey.openHome();
    expect(wordsIn(journey.see().home?.blocks ?? [])).toContain('*20 requests have no owner*');
    await journey.command('log Chile clearance');
    const form = journey.form();
    form.type('Source', 'a meeting in Geneva');
    await form.submit();
    expect(keptAs()).toBe('AR-2019-002');
    expect(wordsIn(journey.see().home?.blocks ?? [])).toContain('*21 requests have no owner*');
  });

  it('says who handles the requests of a State that coordinates', async () => {
    const { modal } = await journey.command('log Montenegro stockpiles');
    expect(wordsIn(modal?.blocks ?? [])).toContain(
      'Nobody handles their own State: the requests of Montenegro go to the Netherlands.',
    );
    const form = journey.form();
    form.type('Source', 'an e-mail');
    await form.submit();
    const own = journey.last(COORDINATION);
    expect(own.text).toContain('You represent Montenegro: the Netherlands handles its requests.');
    expect(wordsOf(cardsIn(keptAs())[0] ?? own)).toContain(
      'Nobody yet; with the Netherlands, since nobody handles their own State',
    );
  });

  it('numbers a request by the year of the report it comes from', async () => {
    await journey.command('log Chad RRE');
    const form = journey.form();
    form.type('Source', '2018 Article 7 report');
    form.type('Date of the source', '2019-04-30');
    await form.choose('May it be shared?', 'Yes, published by the State');
    await form.submit();
    const reference = keptAs();
    expect(reference).toBe('AR-2018-023');
    expect(journey.last(COORDINATION).text).toContain('Everyone may read that the State has published it.');
    expect(await requestOf(reference)).toMatchObject({
      reportingYear: 2018,
      sharingBasis: 'published in the 2018 report',
    });
  });
});

describe('a need that is on record already', () => {
  it('is offered before a new one is logged', async () => {
    const shown = await journey.command('log Lebanon clearance');
    expect(wordsOn(shown)).toContain('*Lebanon already has AR-2018-005 (2018 report).*\nAdd this to it\nLog a new one');
  });

  it('is not logged a second time without an answer, and nothing typed is lost', async () => {
    await journey.command('log Lebanon clearance');
    const form = journey.form();
    form.type('What is asked', 'Survey of Nabatieh');
    form.type('Source', 'note verbale');
    const before = await countOf();
    await form.submit();
    expect(await countOf()).toBe(before);
    expect(wordsIn(journey.modal().blocks)).toContain('Nothing is kept yet: please choose.');
    expect(form.holds()).toMatchObject({ 'What is asked': 'Survey of Nabatieh', Source: 'note verbale' });
  });

  it('takes the source that is added to it: card in place, history, App Home', async () => {
    await journey.command('log Lebanon clearance', ISU);
    const other = journey.form(ISU);
    await other.press('Add this to it');
    other.type('Source', 'letter of the Permanent Mission');
    other.type('Date of the source', '2019-11-15');
    await other.submit();
    expect(journey.last(COORDINATION, ISU).text).toBe(
      'Added to AR-2018-005. Private to coordinators and ISU. Its card is in the register channel.',
    );
    expect(cardsIn('AR-2018-005')).toHaveLength(1);

    await journey.command('log Lebanon clearance');
    const form = journey.form();
    form.type('What is asked', 'Survey of Nabatieh');
    form.type('Source', 'note verbale');
    await form.press('Add this to it');
    expect(journey.modal()).toMatchObject({ title: { text: 'Add to AR-2018-005' }, submit: { text: 'Add it' } });
    expect(form.holds()).toEqual({
      'What is asked': 'Survey of Nabatieh',
      Source: 'note verbale',
      'Date of the source': '2019-11-18',
    });
    const before = await countOf();
    await form.submit();
    expect(await countOf()).toBe(before);
    const cards = cardsIn('AR-2018-005');
    expect(cards).toHaveLength(1);
    expect(cards[0]?.edited).toBe(true);
    expect(wordsIn(cards[0]?.blocks ?? [])).toContain(
      "Sources: coordinators' concept note, Nov 2019; letter of the Permanent Mission, 15 Nov 2019; note verbale, 18 Nov 2019",
    );
    const kept = await requestOf('AR-2018-005');
    expect(kept?.description).toBe('Survey of Nabatieh');
    expect(kept?.history.map(({ what, byName }) => [what, byName]).slice(-2)).toEqual([
      ['source added', 'ISU'],
      ['source added', 'Coordinator (Montenegro)'],
    ]);
  });

  it('opens from what the person is told', async () => {
    const { messages } = await journey.press('Open');
    expect(messages[0]?.text).toContain('AR-2018-005, Lebanon, survey and clearance');
  });

  it('leaves the way back to a new one', async () => {
    await journey.command('log Lebanon clearance');
    const form = journey.form();
    form.type('Source', 'a side event');
    await form.press('Add this to it');
    await form.press('Log a new one');
    expect(journey.modal().title.text).toBe('Log a request');
    expect(form.holds()).toMatchObject({ State: 'Lebanon', Theme: 'Survey and clearance', Source: 'a side event' });
    await form.submit();
    const reference = keptAs();
    expect(reference).toMatch(/^AR-2019-/);
    await journey.command('log Lebanon clearance');
    const offered = wordsIn(journey.modal().blocks);
    expect(offered).toContain(`*Lebanon already has AR-2018-005 (2018 report) and ${reference}.*`);
    expect(offered).toContain(`Add this to ${reference}\nAdd this to AR-2018-005\nLog a new one`);
  });

  it('is offered as soon as State and theme are chosen, whatever was typed meanwhile', async () => {
    await journey.command('log');
    const form = journey.form();
    form.type('What is asked', 'typed first');
    form.type('Source', 'typed second');
    await form.choose('State', 'Somalia');
    expect(wordsIn(journey.modal().blocks)).not.toContain('already has');
    await form.choose('Theme', 'Victim assistance');
    expect(wordsIn(journey.modal().blocks)).toContain('*Somalia already has AR-2018-020 (2018 report).*');
    await form.choose('Theme', 'Stockpile destruction');
    expect(wordsIn(journey.modal().blocks)).not.toContain('already has');
    expect(form.holds()).toMatchObject({
      State: 'Somalia',
      Theme: 'Stockpile destruction',
      'What is asked': 'typed first',
      Source: 'typed second',
    });
  });

  it('that somebody logs in the same minute is shown to the second, who loses nothing', async () => {
    await journey.command('log Cuba stockpiles');
    await journey.command('log Cuba stockpiles', NETHERLANDS);
    const [mine, theirs] = [journey.form(), journey.form(NETHERLANDS)];
    theirs.type('Source', 'a call');
    await theirs.submit();
    mine.type('What is asked', 'Help with a plan');
    mine.type('Source', 'a letter');
    await mine.submit();
    const first = /Kept as (AR-\d{4}-\d{3})/.exec(journey.last(COORDINATION, NETHERLANDS).text)?.[1];
    expect(wordsIn(journey.modal().blocks)).toContain(`*Cuba already has ${first}.*`);
    expect(mine.holds()).toMatchObject({ 'What is asked': 'Help with a plan', Source: 'a letter' });
    await mine.press('Add this to it');
    await mine.submit();
    expect((await requestOf(first ?? ''))?.sources).toHaveLength(2);
  });
});

describe('wrong and missing fields', () => {
  it('are shown on the field by Slack where they are empty', async () => {
    await journey.command('log');
    const form = journey.form();
    expect(await form.submit()).toMatchObject({ ok: false, error: 'invalid_fields' });
    expect(Object.keys(form.errors())).toEqual(['State', 'Theme', 'Source']);
  });

  it.each([
    ['Source', 'Source', '   ', 'Please say where it comes from: a letter, a report, a meeting.'],
    ['a date to come', 'Date of the source', '2019-11-19', 'That day has not come yet: today is 18 November 2019.'],
    [
      'a report dated before its year',
      'Date of the source',
      '2017-06-01',
      'A report on 2018 cannot be dated 1 June 2017.',
    ],
  ])('are shown on the field by the desk: %s', async (_what, label, typed, words) => {
    await journey.command('log Peru clearance');
    const form = journey.form();
    form.type('What is asked', 'typed');
    form.type('Source', '2018 Article 7 report');
    form.type(label, typed);
    const before = await countOf();
    await form.submit();
    expect(form.errors()).toEqual({ [label]: words });
    expect(form.holds()).toMatchObject({ State: 'Peru', 'What is asked': 'typed', [label]: typed });
    expect(await countOf()).toBe(before);
  });

  it('are all shown at once, and the form goes on from there', async () => {
    await journey.command('log Peru clearance');
    const form = journey.form();
    form.type('Source', ' ');
    form.type('Date of the source', '2020-01-01');
    await form.submit();
    expect(Object.keys(form.errors())).toEqual(['Source', 'Date of the source']);
    form.type('Source', 'a letter');
    form.type('Date of the source', '2019-11-01');
    await form.submit();
    expect(await requestOf(keptAs())).toMatchObject({ iso3: 'PER', theme: 'SURVEY_AND_CLEARANCE' });
  });

  it('asks where a State published it, when it was not in a report', async () => {
    await journey.command('log Guinea stockpiles');
    const form = journey.form();
    form.type('What is asked', 'Training');
    form.type('Source', 'statement');
    await form.choose('May it be shared?', 'Yes, published by the State');
    expect(Object.keys(form.holds())).toContain('Where did the State publish it?');
    form.type('Where did the State publish it?', ' ');
    await form.submit();
    expect(form.errors()).toEqual({
      'Where did the State publish it?': 'Please say where the State published it.',
    });
    form.type('Where did the State publish it?', 'statement at 9MSP');
    await form.choose('May it be shared?', 'Yes, the State agreed');
    expect(Object.keys(form.holds())).not.toContain('Where did the State publish it?');
    await form.choose('May it be shared?', 'Yes, published by the State');
    expect(form.holds()['Where did the State publish it?']).toBe('statement at 9MSP');
    await form.submit();
    expect(await requestOf(keptAs())).toMatchObject({
      description: 'Training',
      sharing: 'published',
      sharingBasis: 'published (statement at 9MSP)',
    });
  });

  it('keeps who noted that a State agreed', async () => {
    await journey.command('log Guinea-Bissau clearance');
    const form = journey.form();
    form.type('Source', 'a bilateral');
    await form.choose('May it be shared?', 'Yes, the State agreed');
    await form.submit();
    expect(await requestOf(keptAs())).toMatchObject({
      sharing: 'agreed',
      sharingBasis: 'agreed by Guinea-Bissau (noted by Coordinator (Montenegro), 18 Nov 2019)',
    });
  });
});

describe('what was typed after /ccm log and is not understood', () => {
  it('asks which Congo, and keeps what was typed before the answer', async () => {
    const shown = await journey.command('log Congo clearance');
    expect(wordsOn(shown)).toContain('Which State is meant: Congo (Republic of the) or DR Congo? Please choose one.');
    const form = journey.form();
    form.type('What is asked', 'typed before');
    form.type('Source', 'typed before too');
    await form.press('DR Congo');
    expect(form.holds()).toMatchObject({
      State: 'DR Congo',
      Theme: 'Survey and clearance',
      'What is asked': 'typed before',
      Source: 'typed before too',
    });
    expect(wordsIn(journey.modal().blocks)).not.toContain('Which State is meant');
  });

  it('lets the State be changed after one was picked by button', async () => {
    await journey.command('log Congo clearance');
    const form = journey.form();
    await form.choose('State', 'Chad');
    expect(form.holds()['State']).toBe('Chad');
    expect(wordsIn(journey.modal().blocks)).toContain('*Chad already has AR-2018-003 (2018 report).*');
  });

  it('offers the nearest names for a State that is not on record, and keeps the words', async () => {
    const shown = await journey.command('log Lebenen clearance of the south');
    expect(wordsOn(shown)).toContain('No State on record is called that. The nearest: Lebanon');
    expect(journey.form().holds()).toMatchObject({
      Theme: 'Survey and clearance',
      'What is asked': 'Lebenen clearance of the south',
    });
    await journey.form().press('Lebanon');
    expect(journey.form().holds()).toMatchObject({
      State: 'Lebanon',
      'What is asked': 'Lebenen clearance of the south',
    });
  });

  it('keeps ten thousand characters whole, in as many fields as they need', async () => {
    const long = `Lebanon clearance ${'of the south, village by village; '.repeat(300)}`.slice(0, 10_000).trim();
    await journey.command(`log ${long}`);
    const form = journey.form();
    const parts = Object.entries(form.holds()).filter(([label]) => label.startsWith('What is asked'));
    expect(parts.map(([label]) => label)).toEqual([1, 2, 3, 4].map((n) => `What is asked (part ${n} of 4)`));
    expect(parts.map(([, text]) => text).join('')).toBe(long);
    form.type('Source', 'a letter');
    await form.press('Log a new one');
    await form.submit();
    expect((await requestOf(keptAs()))?.description).toBe(long);
  });

  it('reads them whole in the history, page by page, also what was added later', async () => {
    const added = `${'A second letter, longer than the first one. '.repeat(900)}The end.`;
    const reference = keptAs();
    const { ts } = await say(added);
    await logMessage(COORDINATION, ts);
    const form = journey.form();
    await form.choose('State', 'Lebanon');
    await form.choose('Theme', 'Survey and clearance');
    await form.press(`Add this to ${reference}`);
    await form.submit();
    await journey.command(`request ${reference}`);
    const pages = [wordsOn(await journey.press('History'))];
    while (pages.at(-1)?.includes('Go on')) pages.push(wordsOn(await journey.press('Go on')));
    const read = pages.join('\n');
    expect(pages.length).toBeGreaterThan(1);
    expect(read.match(/longer/g)).toHaveLength(900);
    expect(read).toContain('The end.');
    expect(wordsOn(await journey.press('Back'))).toBe(pages.at(-2));
  });
});

describe('the shortcuts', () => {
  it('date a message of days that the clock of the sandbox has left again by today', async () => {
    journey.sandbox.move({ now: '2019-11-20T09:00:00+01:00' });
    const { ts } = await say('Chad asks for help with clearance.');
    journey.sandbox.move({ now: '2019-11-18T09:00:00+01:00' });
    await journey.queue.look();
    await logMessage(COORDINATION, ts);
    expect(journey.form().holds()).toMatchObject({ State: 'Chad', 'Date of the source': '2019-11-18' });
  });

  it('logs a message with its author, day and link', async () => {
    const { ts, permalink } = await say('Grenada asks for help with a national plan on victim assistance.');
    const { modal } = await logMessage(COORDINATION, ts);
    expect(modal?.title.text).toBe('Log a request');
    const form = journey.form();
    expect(form.holds()).toMatchObject({
      State: 'Grenada',
      Theme: 'Victim assistance',
      'What is asked': 'Grenada asks for help with a national plan on victim assistance.',
      Source: 'Slack message of Coordinator (Netherlands)',
      'Date of the source': '2019-11-18',
    });
    await form.submit();
    const kept = await requestOf(keptAs());
    expect(kept?.sources.map(({ source }) => [source.kind, source.link])).toEqual([['message', permalink]]);
    expect(kept?.history.map(({ through }) => through)).toEqual(['message shortcut']);
  });

  it('shows the mentions and links of a message as text', async () => {
    const { ts } = await say('Fiji and <@U0ISU> asked <!channel>, see https://unric.org & <more>');
    await logMessage(COORDINATION, ts);
    expect(journey.form().holds()['What is asked']).toBe(
      'Fiji and <@U0ISU> asked <!channel>, see https://unric.org & <more>',
    );
  });

  it('takes a message of ten thousand characters whole', async () => {
    const long = `Nauru: ${'🌊 the sea rises and so do the needs. '.repeat(260)}`.slice(0, 10_000).trim();
    const { ts } = await say(long);
    await logMessage(COORDINATION, ts);
    const form = journey.form();
    expect(wordsIn(journey.modal().blocks)).toContain('longer than one field takes');
    await form.choose('State', 'Nauru');
    await form.choose('Theme', 'Victim assistance');
    await form.submit();
    expect((await requestOf(keptAs()))?.description).toBe(long);
  });

  it('begins an empty form from anywhere', async () => {
    const { modal } = await journey.shownAfter({
      act: 'shortcut',
      as: MONTENEGRO,
      callbackId: 'requests:log_anywhere',
    });
    expect(modal?.title.text).toBe('Log a request');
    const form = journey.form();
    await form.choose('State', 'Palau');
    await form.choose('Theme', 'Transparency reporting');
    form.type('Source', 'a call');
    await form.submit();
    const reference = keptAs(directOf(MONTENEGRO));
    expect((await requestOf(reference))?.history[0]?.through).toBe('shortcut');
  });
});

describe('where Slack opens no window', () => {
  it('offers a button in a direct message, which opens the form filled in', async () => {
    const { messages } = await journey.direct('log Chad victim assistance');
    expect(messages.at(-1)?.text).toBe('Log a request: press Open, or type /ccm log Chad victim assistance');
    const { modal } = await journey.press('Open');
    expect(modal?.title.text).toBe('Log a request');
    expect(journey.form().holds()).toMatchObject({ State: 'Chad', Theme: 'Victim assistance' });
    const form = journey.form();
    await form.press('Log a new one');
    form.type('Source', 'a letter');
    await form.submit();
    expect(keptAs(directOf(MONTENEGRO))).toMatch(/^AR-2019-/);
  });

  it('keeps a text that no button can carry', async () => {
    const long = `log Chad clearance ${'and more '.repeat(1_000)}`;
    const { messages } = await journey.direct(long);
    expect(messages.at(-1)?.text).toContain('Log as request');
    expect(messages.at(-1)?.author.kind).toBe('app');
  });
});

it('does all of this without a fault', () => {
  expect(journey.faults).toEqual([]);
});
