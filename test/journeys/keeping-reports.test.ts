import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATION,
  DEADLINES,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  REGISTER,
  SIDE_EVENT,
  startJourney,
} from '../setup/desk.ts';
import { wordsIn } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());
afterEach(async () => {
  for (const as of [ISU, MONTENEGRO, GUEST]) {
    const [open] = journey.see(as).modals;
    if (open) await journey.act({ act: 'close', as, viewId: open.id, all: true });
  }
});

const db = () => journey.database.db;
const inWindow = (as = ISU): string => wordsIn(journey.modal(as).blocks);
const said = (as = ISU, channel = COORDINATION): string => wordsIn(journey.last(channel, as).blocks);
const clockAt = (text: string): void => journey.sandbox.clock.set(Temporal.Instant.from(text));
const faultless = () => expect(journey.faults).toEqual([]);
/** The digest that stands in the channel, as soon as it says `words`. */
const digest = async (words: string | RegExp): Promise<string> => {
  await journey.holds(() => (typeof words === 'string' ? digestNow().includes(words) : words.test(digestNow())));
  return digestNow();
};
/** The last one, without what is said in its thread. */
const digestNow = (): string => {
  const last = journey
    .see(ISU)
    .messages[DEADLINES]?.findLast(({ threadTs, ts }) => threadTs === null || threadTs === ts);
  return last === undefined ? '' : wordsIn(last.blocks);
};

describe('a report that came in', () => {
  it('is recorded in one window with what it asks for: the receipt and the requests in one go', async () => {
    clockAt('2019-11-25T08:00:00+01:00');
    await digest('*Gambia* · initial report (Art. 7)');
    clockAt('2019-11-27T10:12:00+01:00');
    await journey.command('received Gambia', ISU);
    const form = journey.form(ISU);
    expect(form.holds()).toEqual({
      State: 'Gambia',
      'Which report?': 'Initial report · due 28 Nov 2019',
      'Received on': '27 Nov 2019',
      'Forms marked as changed': '',
      'Does it ask for help?': 'The report does not say, or not read yet',
      'Link to the report': '',
      Reason: '',
    });
    form.type('Received on', '26 Nov 2019');
    form.tick('Forms marked as changed', 'A: national implementation measures', 'H: victim assistance');
    await form.choose('Does it ask for help?', 'Yes');
    expect(form.holds()).toMatchObject({ 'Received on': '26 Nov 2019', 'With what?': '' });
    form.type('Link to the report', 'see the website');
    await form.submit();
    expect(form.errors()).toEqual({
      'With what?': 'Please tick what help is asked for.',
      'Link to the report': 'Please give a link that begins with https://, or none.',
    });
    form.tick('With what?', 'Victim assistance', 'National implementation');
    form.type('What is asked', 'training of <staff>');
    form.tick('Kinds of help', 'Technical');
    form.tick('Evidence in the report', 'People', 'National plan');
    form.type('Link to the report', 'https://reports.example/gambia.pdf');
    expect(await form.submit()).toEqual({ ok: true });
    expect(said().split('\n')).toEqual([
      '*Received · Gambia, initial report (Art. 7)*',
      '*received 26 Nov 2019, 2 days before 28 Nov 2019* · <https://reports.example/gambia.pdf|link> · <@U0ISU>, 27 Nov 2019, 10:12',
      'Forms changed: A, H',
      'Asks for help with victim assistance (AR-2019-001) and national implementation (AR-2019-002)',
      'Undo',
      'Everyone may read that it is in. Undo for one minute, after that with a reason.',
    ]);
    expect(await db().article7Report.findFirst({ where: { iso3: 'GMB' } })).toMatchObject({
      kind: 'initial',
      year: null,
      event: 'received',
      date: '2019-11-26',
      precision: 'day',
      forms: ['A', 'H'],
      helpAsked: 'yes',
      evidence: ['people', 'national_plan'],
      recordedBy: ISU,
      recordedAt: new Date('2019-11-27T09:12:00Z'),
    });
    expect(
      await db().assistanceRequest.findMany({ where: { iso3: 'GMB' }, orderBy: { reference: 'asc' } }),
    ).toMatchObject([
      {
        theme: 'VICTIM_ASSISTANCE',
        description: 'training of <staff>',
        kinds: ['technical'],
        evidence: ['people', 'national_plan'],
        sharing: 'published',
      },
      { theme: 'NATIONAL_IMPLEMENTATION', sharing: 'published' },
    ]);
    await journey.holds(() => JSON.stringify(journey.see(ISU).messages[REGISTER] ?? []).includes('AR-2019-002'));
    faultless();
  });

  it('stands on the State’s card, with its source and who recorded it, and opens the next digest', async () => {
    await journey.command('state Gambia', ISU);
    expect(said()).toContain('Initial: in');
    expect(said()).toContain('*Asked for* in the initial Article 7 report');
    await journey.press('Sources, line by line', ISU);
    expect(said()).toContain('Initial report: received 26 Nov 2019 · Initial Article 7 report of the Gambia');
    expect(said()).toContain('recorded 27 Nov 2019, ISU');
    await journey.command('which States need victim assistance?', NETHERLANDS);
    expect(said(NETHERLANDS)).toContain('Gambia');
    clockAt('2019-12-02T08:00:00+01:00');
    const text = await digest('Changed since 25 November');
    expect(text).toContain('*Gambia* · initial report (Art. 7) · in (26 Nov 2019)');
    faultless();
  });

  it('is put right with a reason; the earlier receipt stays on record', async () => {
    await journey.command('received Gambia initial', ISU);
    const form = journey.form(ISU);
    expect(form.holds()).toMatchObject({
      'Which report?': 'Initial report · in, 26 Nov 2019',
      'Received on': '26 Nov 2019',
      'Does it ask for help?': 'Yes',
      'With what?': 'Victim assistance, National implementation',
    });
    form.type('Received on', '31 Nov 2019');
    await form.submit();
    expect(form.errors()).toEqual({
      'Received on': 'There is no 31 Nov 2019 in the calendar.',
      Reason: 'On record as received 26 Nov 2019: please say why that is wrong. It stays on record with this reason.',
    });
    form.type('Received on', '25 Nov 2019');
    form.type('Reason', 'stamped a day earlier');
    await form.submit();
    expect(said()).toContain('*Correction · Gambia, initial report (Art. 7)*');
    expect(said()).toContain('~received 26 Nov 2019~ → *received 25 Nov 2019, 3 days before 28 Nov 2019*');
    expect(said()).toContain('_Reason: stamped a day earlier_');
    expect(await db().assistanceRequest.count({ where: { iso3: 'GMB' } })).toBe(2);
    expect(await db().article7Report.count({ where: { iso3: 'GMB' } })).toBe(2);
  });

  it('is undone within the minute, with the requests that came with it', async () => {
    await journey.command('received Peru 2018', ISU);
    const form = journey.form(ISU);
    expect(form.holds()).toMatchObject({ 'Which report?': 'Annual report for 2018 · due 30 Apr 2019' });
    await form.choose('Does it ask for help?', 'Yes');
    form.tick('With what?', 'Stockpile destruction', 'Transparency reporting');
    await form.submit();
    // Help with its stockpiles stands in the register from the same report already.
    expect(said()).toMatch(
      /Asks for help with stockpile destruction \(AR-2018-\d+\) and transparency reporting \(AR-2018-023\)/,
    );
    expect(await db().assistanceRequest.count({ where: { iso3: 'PER', theme: 'STOCKPILE_DESTRUCTION' } })).toBe(1);
    await journey.press('Undo', ISU);
    expect(said()).toContain('*Taken back · Peru, annual report for 2018 (Art. 7)*');
    expect(said()).toContain('Withdrawn with it: AR-2018-023.');
    expect(await db().assistanceRequest.findUnique({ where: { reference: 'AR-2018-023' } })).toMatchObject({
      status: 'withdrawn',
    });
    expect(
      await db().assistanceRequest.count({ where: { iso3: 'PER', theme: 'STOCKPILE_DESTRUCTION', status: 'logged' } }),
    ).toBe(1);
    faultless();
  });

  it('is kept with a remark and a reason where the treaty speaks against it', async () => {
    await journey.command('received Maldives', ISU);
    const form = journey.form(ISU);
    expect(form.holds()).toMatchObject({ 'Which report?': 'Initial report · due 28 Aug 2020' });
    await form.submit();
    expect(inWindow()).toContain('• The Convention is in force for the State from 1 March 2020 only (Art. 7.1).');
    expect(await db().article7Report.count({ where: { iso3: 'MDV' } })).toBe(0);
    form.type('Reason', 'sent early');
    await form.submit();
    expect(said()).toContain(
      'Kept with a remark: The Convention is in force for the State from 1 March 2020 only (Art. 7.1).',
    );
    expect(await db().article7Report.findFirst({ where: { iso3: 'MDV' } })).toMatchObject({
      reason: 'sent early',
      warnings: ['The Convention is in force for the State from 1 March 2020 only (Art. 7.1).'],
    });
  });

  it('is recorded by the ISU and admins alone, and read by everyone', async () => {
    await journey.command('received Gambia');
    expect(inWindow(MONTENEGRO)).toContain('The ISU and admins note which reports were received.');
    await journey.command('received Gambia', GUEST, SIDE_EVENT);
    expect(inWindow(GUEST)).toContain('The ISU and admins note which reports were received.');
    for (const as of [MONTENEGRO, GUEST]) {
      const [open] = journey.see(as).modals;
      await journey.act({ act: 'close', as, viewId: open?.id ?? '', all: true });
    }
    await journey.command('state Gambia', GUEST, SIDE_EVENT);
    expect(said(GUEST, SIDE_EVENT)).toContain('Initial: in');
    expect(said(GUEST, SIDE_EVENT)).not.toContain('Report received');
    await journey.press('Sources, line by line', GUEST);
    expect(said(GUEST, SIDE_EVENT)).not.toMatch(/stamped a day earlier|recorded 27 Nov 2019, ISU/);
  });
});

describe('a report that fell due', () => {
  it('is first asked of the ISU, and in no digest while nobody has answered', async () => {
    clockAt('2019-12-29T09:00:00+01:00');
    await journey.command('confirm', ISU);
    expect(inWindow()).toContain('*Philippines* · initial report (Art. 7), due 28 December 2019. Received?');
    expect(inWindow()).not.toContain('*Gambia* · initial report');
    clockAt('2019-12-30T08:00:00+01:00');
    const text = await digest('30 December 2019');
    expect(text).not.toContain('*Philippines*');
    faultless();
  });

  it('is told as passed once the ISU has said “Not yet”, and its card gives the ISU as the source', async () => {
    clockAt('2019-12-30T10:00:00+01:00');
    await journey.command('confirm Philippines', ISU);
    expect(inWindow()).toContain('Yes, on…');
    await journey.press('Not yet', ISU);
    expect(inWindow()).toContain('*Not yet received · Philippines, initial report (Art. 7)*');
    expect(inWindow()).toContain('*Nothing of Philippines is left to confirm.*');
    const [open] = journey.see(ISU).modals;
    await journey.act({ act: 'close', as: ISU, viewId: open?.id ?? '', all: true });
    await journey.command('state Philippines', ISU);
    expect(said()).toContain('Initial: not yet received (ISU)');
    clockAt('2020-01-06T08:00:00+01:00');
    const text = await digest('6 January 2020');
    expect(text).toContain('• *Philippines* · initial report (Art. 7) · 28 Dec 2019, 9 days ago');
    faultless();
  });

  it('that had come after all is marked in the digests that named it, and told who was given it', async () => {
    await journey.command('received Philippines', ISU);
    const form = journey.form(ISU);
    form.type('Received on', '27 Dec 2019');
    await form.submit();
    expect(said()).toContain('*received 27 Dec 2019, 1 day before 28 Dec 2019*');
    expect(said()).toMatch(
      /What was said before was given in: 1 digest preview and 1 State card|What was said before was given in: .*marked and amended/,
    );
    const text = await digest('corrected 6 Jan');
    expect(text).toContain('~28 Dec 2019~ → initial report received 27 Dec 2019 (corrected 6 Jan)');
    await journey.press('Undo', ISU);
    await journey.holds(() => !digestNow().includes('corrected 6 Jan'));
    faultless();
  });

  it('is confirmed from the list, which then leaves it out', async () => {
    clockAt('2020-08-29T09:00:00+02:00');
    await journey.command('confirm', ISU);
    const before = Number(/\*(\d+) facts/.exec(inWindow())?.[1]);
    await journey.press('Record one…', ISU);
    const form = journey.form(ISU);
    expect(form.holds()).toEqual({ State: '' });
    await form.choose('State', 'Chad');
    expect(form.holds()).toMatchObject({ 'Which report?': 'Annual report for 2019 · due 30 Apr 2020' });
    await form.choose('Does it ask for help?', 'No');
    await form.submit();
    expect(inWindow()).toContain('*Received · Chad, annual report for 2019 (Art. 7)*');
    expect(inWindow()).toContain('No help asked');
    expect(Number(/\*(\d+) facts/.exec(inWindow())?.[1])).toBe(before);
    expect(inWindow()).toContain('*Annual reports for 2019* (Art. 7), due 30 April 2020: 4 are on record of');
    faultless();
  });

  it('and asks for no help, takes the State off the lists of those that ask, and says so on its card', async () => {
    await journey.command('which states need victim assistance?');
    expect(said(MONTENEGRO)).toContain('Albania (2018), Gambia (initial report), Iraq (2018)');
    expect(said(MONTENEGRO)).toContain('*No longer asking: *Chad (2018).');
    await journey.command('state Chad');
    expect(said(MONTENEGRO)).toContain(
      '*No longer asking* in the 2019 Article 7 report: clearance, victim assistance\n*Asked for* in the 2018 Article 7 report',
    );
    expect(said(MONTENEGRO)).toContain('Help asked, 2018 report, not in that for 2019');
    expect(said(MONTENEGRO)).toContain('2019: in, no help asked');
    expect(journey.last(COORDINATION).text).toContain(
      'No longer asking in the 2019 report: clearance, victim assistance.',
    );
    faultless();
  });

  it('of a year names States only once the ISU has marked the year as complete; that is undone as easily', async () => {
    clockAt('2020-08-29T11:00:00+02:00');
    await journey.command('state Chile', ISU);
    expect(said()).toContain('2019: not on record');
    await journey.command('confirm', ISU);
    await journey.press('Mark 2019 as complete…', ISU);
    expect(inWindow()).toMatch(/\*Of \d+ States no report for 2019 is on record\* \(Art. 7, due 30 April 2020\)/);
    expect(inWindow()).toContain('Chile');
    expect(inWindow()).not.toMatch(/\bChad\b/);
    const form = journey.form(ISU);
    form.type('Source', '   ');
    await form.submit();
    expect(form.errors()).toEqual({ Source: 'Please say by which list or by whom it is known.' });
    form.type('Source', 'list of UNODA, 28 August 2020');
    await form.submit();
    expect(inWindow()).toContain('*2019 is complete.*');
    expect(inWindow()).not.toContain('Annual reports for 2019');
    await journey.press('Undo', ISU);
    expect(inWindow()).toContain('Annual reports for 2019');
    await journey.press('Mark 2019 as complete…', ISU);
    const again = journey.form(ISU);
    again.type('Source', 'list of UNODA, 28 August 2020');
    await again.submit();
    const [open] = journey.see(ISU).modals;
    await journey.act({ act: 'close', as: ISU, viewId: open?.id ?? '', all: true });
    await journey.command('state Chile', ISU);
    expect(said()).toContain('2019: not yet received');
    clockAt('2020-08-31T08:00:00+02:00');
    expect(await digest('31 August 2020')).toMatch(/\*Chile\*.* annual report for 2019 \(Art. 7\) · 30 Apr 2020/);
    faultless();
  });
});
