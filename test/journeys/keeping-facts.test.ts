import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATION,
  directOf,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
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
const bulgarianGrant = () =>
  db().obligationEvent.findFirstOrThrow({
    where: { iso3: 'BGR', event: 'extension_granted', until: new Date('2021-04-01') },
  });
const faultless = () => expect(journey.faults).toEqual([]);

describe('facts to confirm', () => {
  it('come by consequence: what touches the coming year first, each with its buttons, to the ISU', async () => {
    await journey.command('confirm', ISU);
    expect(journey.modal(ISU).title.text).toBe('Facts to confirm');
    const lines = inWindow().split('\n');
    expect(lines[0]).toBe('*8 facts to confirm*');
    expect(lines.filter((line) => line.includes('?'))).toEqual([
      '*Bulgaria* · stockpiles (Art. 3): extended until 1 April 2021?',
      '*Guinea-Bissau* · stockpiles (Art. 3): 1 May 2019 has passed, and no outcome is on record. Is it so?',
      '*Mauritania* · clearance (Art. 4): is there an obligation? Its date, if it applies: 1 August 2022.',
      '*Guinea* · stockpiles (Art. 3): is there an obligation? Its date, if it applies: 1 April 2023.',
      '*Cuba* · stockpiles (Art. 3): is there an obligation? Its date, if it applies: 1 October 2024.',
      '*State of Palestine* · clearance (Art. 4): is there an obligation? Its date, if it applies: 1 July 2025.',
      '*Colombia* · clearance (Art. 4): is there an obligation? Its date, if it applies: 1 March 2026.',
      '*The source says seven and names six* (survey and clearance). Does it stand so in the document?',
    ]);
    expect(lines.filter((line) => line === 'Yes, source…')).toHaveLength(8);
    expect(lines.filter((line) => line === 'Other date…')).toHaveLength(1);
    expect(lines.filter((line) => line === 'Ask later')).toHaveLength(8);
    faultless();
  });

  it('are read by coordinators without buttons, and by nobody without a role', async () => {
    await journey.command('confirm');
    expect(inWindow(MONTENEGRO)).toContain('*8 facts to confirm* · the ISU confirms them');
    expect(inWindow(MONTENEGRO)).not.toContain('Yes, source…');
    await journey.command('confirm', GUEST, SIDE_EVENT);
    expect(inWindow(GUEST)).toContain('Coordinators, the ISU and admins can see the facts to confirm.');
    expect(inWindow(GUEST)).not.toMatch(/Bulgaria|Guinea/);
  });

  it('open from App Home and from the preview of the digest', async () => {
    await journey.openHome(ISU);
    expect(journey.see(ISU).modals).toEqual([]);
    await journey.press('Confirm facts', ISU);
    expect(inWindow()).toContain('*8 facts to confirm*');
    const [open] = journey.see(ISU).modals;
    await journey.act({ act: 'close', as: ISU, viewId: open?.id ?? '', all: true });
    await journey.command('digest', ISU);
    expect(said()).toContain('Correct a fact');
    await journey.press('Confirm facts', ISU);
    expect(inWindow()).toContain('*8 facts to confirm*');
  });

  it('are confirmed with a source, recorded beside what stood there, and undone within the minute', async () => {
    const before = await bulgarianGrant();
    await journey.command('confirm', ISU);
    await journey.press('Yes, source…', ISU);
    expect(inWindow()).toContain('*Bulgaria* · stockpiles (Art. 3): extended until 1 April 2021?');
    const form = journey.form(ISU);
    form.type('Source', 'CCM/MSP/2019/13, final report');
    expect(await form.submit()).toEqual({ ok: true });
    expect(inWindow()).toContain('*Correction · Bulgaria, Art. 3*');
    expect(inWindow()).toContain('*7 facts to confirm*');
    const kept = await db().obligationEvent.findFirstOrThrow({ where: { corrects: before.id } });
    expect(kept).toMatchObject({
      event: 'extension_granted',
      until: before.until,
      date: '2019-09-04',
      confidence: 'high',
      source: 'CCM/MSP/2019/13, final report',
      recordedBy: ISU,
      recordedByName: 'ISU',
    });
    expect(await db().obligationEvent.findUnique({ where: { id: before.id } })).toEqual(before);
    await journey.press('Undo', ISU);
    expect(inWindow()).toContain('*Taken back · Bulgaria, Art. 3*');
    expect(inWindow()).toContain('*8 facts to confirm*');
    faultless();
  });

  it('need a source', async () => {
    await journey.command('confirm', ISU);
    await journey.press('Yes, source…', ISU);
    const form = journey.form(ISU);
    form.type('Source', '   ');
    await form.submit();
    expect(form.errors()).toEqual({ Source: 'Please say which document or person says so.' });
  });

  it('that stand as they are, are not asked again; their answer can be undone', async () => {
    await journey.command('confirm Guinea-Bissau', ISU);
    expect(inWindow()).toContain('*3 facts of Guinea-Bissau to confirm*');
    await journey.press('Yes, source…', ISU);
    const form = journey.form(ISU);
    form.type('Source', 'conversation with the delegation, 18 Nov 2019');
    await form.submit();
    expect(inWindow()).toContain('*Kept.* *Guinea-Bissau* · stockpiles (Art. 3)');
    expect(inWindow()).toContain('*2 facts of Guinea-Bissau to confirm*');
    expect(await db().factAnswer.findFirst({ where: { answer: 'confirmed' } })).toMatchObject({
      fact: 'passed GNB 3 2019-05-01',
      source: 'conversation with the delegation, 18 Nov 2019',
      recordedBy: ISU,
    });
    await journey.press('Undo', ISU);
    expect(inWindow()).toContain('Undone. The fact is asked again.');
    expect(inWindow()).toContain('*3 facts of Guinea-Bissau to confirm*');
  });

  it('to be asked later go to the end of the list for a week', async () => {
    await journey.command('confirm', ISU);
    await journey.press('Ask later', ISU);
    const order = () =>
      inWindow()
        .split('\n')
        .filter((line) => line.startsWith('*Bulgaria*') || line.startsWith('*Mauritania*'));
    expect(order().map((line) => line.slice(0, 10))).toEqual(['*Mauritani', '*Bulgaria*']);
    expect(inWindow()).toContain('Asked again on Mon 25 Nov.');
    clockAt('2019-11-25T09:00:00+01:00');
    await journey.command('confirm', ISU);
    expect(order().map((line) => line.slice(0, 10))).toEqual(['*Bulgaria*', '*Mauritani']);
    clockAt('2019-11-18T09:00:00+01:00');
  });
});

describe('a correction', () => {
  const fill = async (until: string, reason: string) => {
    await journey.command('correct Bulgaria', ISU);
    const form = journey.form(ISU);
    await form.choose('What is wrong, or missing?', 'Art. 3: extended until 1 Apr 2021, 4 Sep 2019 (9MSP)');
    form.type('Until', until);
    form.type('Source', 'CCM/MSP/2019/13, final report');
    form.type('Reason', reason);
    return form;
  };

  it('names the field whose date cannot be read, and keeps what was typed', async () => {
    const form = await fill('autumn', 'read in the report');
    form.type('When?', '31 Sep 2019');
    await form.submit();
    expect(form.errors()).toEqual({
      'When?': 'There is no 31 Sep 2019 in the calendar.',
      Until: '“autumn” cannot be read as a date. For example: 1 October 2020.',
    });
    expect(form.holds()).toMatchObject({ State: 'Bulgaria', Until: 'autumn', Reason: 'read in the report' });
    form.type('When?', '4 Sep 2019');
    form.type('Until', '1 Oct 2020');
    form.type('Reason', '');
    await form.submit();
    expect(form.errors()).toEqual({ Reason: 'Please say why: the earlier entry stays on record with this reason.' });
  });

  it('fills the form from the entry, and shows what the treaty says against it before it is kept', async () => {
    await journey.command('correct', ISU);
    const form = journey.form(ISU);
    expect(form.holds()).toEqual({ State: '' });
    await form.choose('State', 'Bulgaria');
    await form.choose('What is wrong, or missing?', 'Art. 3: extended until 1 Apr 2021, 4 Sep 2019 (9MSP)');
    expect(form.holds()).toEqual({
      State: 'Bulgaria',
      'What is wrong, or missing?': 'Art. 3: extended until 1 Apr 2021, 4 Sep 2019 (9MSP)',
      'What happened?': 'Extension granted until…',
      'When?': '4 Sep 2019',
      Until: '1 Apr 2021',
      Meeting: '9MSP · 2–4 Sep 2019',
      Source: '',
      'How sure is it?': 'Stated in the document itself',
      Reason: '',
    });
    form.type('Until', '1 Oct 2020');
    form.type('Source', 'CCM/MSP/2019/13, final report');
    form.type('Reason', 'the report gives twelve months');
    const count = await db().obligationEvent.count();
    await form.submit();
    expect(inWindow()).toContain(
      '*Please look at this before it is kept:*\n• Earlier than the date now on record, 1 April 2021 (Art. 3.3).',
    );
    expect(form.holds()).toMatchObject({ Until: '1 Oct 2020', Reason: 'the report gives twelve months' });
    expect(await db().obligationEvent.count()).toBe(count);
  });

  it('is told word for word, with who had been given the old date; posted messages are amended in place', async () => {
    await journey.mention('state Bulgaria', NETHERLANDS);
    await journey.command('state Bulgaria', MONTENEGRO);
    await journey.command('deadlines stockpiles', GUEST, SIDE_EVENT);
    await journey.direct('deadlines Bulgaria', NETHERLANDS);
    await journey.command('when is the deadline of Bulgaria?', MONTENEGRO);
    const thread = journey.last(COORDINATION, NETHERLANDS);
    clockAt('2019-11-19T10:12:00+01:00');
    const form = await fill('1 Oct 2020', 'the report gives twelve months & no more');
    await form.submit();
    expect(await form.submit()).toEqual({ ok: true });
    expect(journey.see(ISU).modals).toEqual([]);
    expect(said().split('\n')).toEqual([
      '*Correction · Bulgaria, Art. 3*',
      '~1 April 2021~ → *1 October 2020* · source: CCM/MSP/2019/13, final report · <@U0ISU>, 19 Nov 2019, 10:12',
      '_Reason: the report gives twelve months &amp; no more_',
      'Kept with a remark: Earlier than the date now on record, 1 April 2021 (Art. 3.3).',
      '*The old date was given in:* 1 digest preview, 2 lists of dates (1 marked and amended), 2 State cards (1 marked and amended) and 1 answer.',
      'Tell those who have it',
      'Show the 6',
      'Undo',
      'Undo for one minute, Reopen later · asked as of 18 Nov 2019, the desk says what is true now and what it said then',
    ]);
    expect(journey.last(COORDINATION, ISU).text).toContain(
      '1 April 2021 → 1 October 2020 · source: CCM/MSP/2019/13, final report · ISU, 19 Nov 2019, 10:12',
    );
    await journey.holds(() => journey.last(directOf(NETHERLANDS), NETHERLANDS).text.includes('corrected 19 Nov'));
    await journey.holds(() => {
      const posted = journey.see(NETHERLANDS).messages[COORDINATION]?.find(({ ts }) => ts === thread.ts);
      return JSON.stringify(posted).includes('1 October 2020');
    });
    expect(said(NETHERLANDS, directOf(NETHERLANDS))).toMatch(/1 Apr 2021.*1 October 2020|1 October 2020.*1 Apr 2021/s);
    await journey.press('Show the 6', ISU);
    expect(
      inWindow()
        .split('\n')
        .filter((line) => line.startsWith('•')),
    ).toEqual([
      '• *digest preview* · 18 Nov 2019, 09:00 · asked by <@U0ISU> · seen by that person alone',
      '• *State card* · 18 Nov 2019, 09:00 · asked by <@U0NETHERLANDS> · posted in <#C0COORDINATION>, marked and amended',
      '• *State card* · 18 Nov 2019, 09:00 · asked by <@U0MONTENEGRO> · seen by that person alone',
      '• *list of dates* · 18 Nov 2019, 09:00 · asked by <@U0NGOGUEST> · seen by that person alone',
      '• *list of dates* · 18 Nov 2019, 09:00 · asked by <@U0NETHERLANDS> · posted in their direct message, marked and amended',
      '• *answer* · 18 Nov 2019, 09:00 · asked by <@U0MONTENEGRO> · seen by that person alone',
    ]);
    faultless();
  });

  it('is told to those who alone saw the old date, each once; the reason only to those who read the register', async () => {
    await journey.press('Tell those who have it', ISU);
    await journey.holds(() =>
      (journey.see(GUEST).messages[directOf(GUEST)] ?? []).some(({ text }) => text.includes('Correction · Bulgaria')),
    );
    await journey.holds(() =>
      (journey.see().messages[directOf(MONTENEGRO)] ?? []).some(({ text }) => text.includes('Correction · Bulgaria')),
    );
    expect(said(GUEST, directOf(GUEST))).toContain('~1 April 2021~ → *1 October 2020*');
    expect(said(GUEST, directOf(GUEST))).not.toContain('twelve months');
    expect(said(MONTENEGRO, directOf(MONTENEGRO))).toContain('_Reason: the report gives twelve months');
    const told = (journey.see(GUEST).messages[directOf(GUEST)] ?? []).length;
    await journey.press('Tell those who have it', ISU);
    expect(said()).toContain('All of them have been told.');
    expect((journey.see(GUEST).messages[directOf(GUEST)] ?? []).length).toBe(told);
  });

  it('changes what is true today, and not what was said: both can be asked', async () => {
    await journey.command('state Bulgaria as of 18 Nov', ISU);
    expect(said()).toContain(
      '*True as known today:* stockpiles (Art. 3) 1 Oct 2020 · *Said on 18 Nov:* 1 Apr 2021, to be confirmed',
    );
    await journey.command('state Bulgaria', ISU);
    expect(said()).toContain('Deadline 1 Oct 2020');
    expect(said()).not.toContain('Said on');
  });

  it('is seen by everyone as it was said, from the menu of the card', async () => {
    await journey.command('state Bulgaria', GUEST, SIDE_EVENT);
    await journey.press('As of another date…', GUEST);
    const form = journey.form(GUEST);
    for (const [typed, problem] of [
      ['31 Feb 2020', 'There is no 31 Feb 2020 in the calendar.'],
      ['the day before', '“the day before” cannot be read as a date. For example: 18 Nov 2019.'],
    ] as const) {
      form.type('Date', typed);
      await form.submit();
      expect(form.errors()).toEqual({ Date: problem });
      expect(form.holds()).toEqual({ Date: typed });
    }
    form.type('Date', '18 Nov');
    await form.submit();
    expect(journey.modal(GUEST).title.text).toBe('Bulgaria');
    expect(inWindow(GUEST)).toContain('*Said on 18 Nov:* 1 Apr 2021, to be confirmed');
    expect(inWindow(GUEST)).toContain('As of 18 Nov 2019');
    await journey.press('Sources, line by line', GUEST);
    expect(journey.faults).toEqual([]);
    await journey.command('state Bulgaria', GUEST, SIDE_EVENT);
    expect(JSON.stringify(journey.last(SIDE_EVENT, GUEST).blocks)).not.toMatch(/Correct a fact|Facts to confirm/);
  });

  it('stands in the sources with who, when and why; for those without a role without name and reason', async () => {
    await journey.press('Sources, line by line', ISU);
    expect(said()).toContain(
      '~Art. 3: extended until 1 Apr 2021, 4 Sep 2019 (9MSP)~ → Art. 3: extended until 1 Oct 2020, 4 Sep 2019 (9MSP) · recorded 19 Nov 2019, ISU · reason: the report gives twelve months &amp; no more · kept with a remark: Earlier than the date now on record, 1 April 2021 (Art. 3.3).',
    );
    await journey.command('state Bulgaria', GUEST, SIDE_EVENT);
    await journey.press('Sources, line by line', GUEST);
    expect(said(GUEST, SIDE_EVENT)).toContain('extended until 1 Oct 2020, 4 Sep 2019 (9MSP) · recorded 19 Nov 2019');
    expect(said(GUEST, SIDE_EVENT)).not.toMatch(/twelve months|recorded 19 Nov 2019, ISU|remark/);
  });

  it('can be undone for a minute; after that it is taken back with a reason, and what was amended stands as it was said', async () => {
    clockAt('2019-11-19T10:13:01+01:00');
    const card = journey
      .see(ISU)
      .messages[COORDINATION]?.findLast(({ text }) => text.startsWith('Correction · Bulgaria'));
    const undo = card?.blocks.find(({ type }) => type === 'actions');
    const press = {
      where: { kind: 'message' as const, channel: COORDINATION, ts: card?.ts ?? '' },
      blockId: undo?.block_id ?? '',
      actionId: 'facts:undo',
    };
    await journey.act({ act: 'press', as: ISU, ...press });
    expect(said()).toContain('The minute in which it can be undone at once is over.');
    await journey.press('Reopen…', ISU);
    const form = journey.form(ISU);
    expect(form.holds()).toEqual({
      State: 'Bulgaria',
      'What is wrong, or missing?': 'Art. 3: extended until 1 Oct 2020, 4 Sep 2019 (9MSP)',
      'What happened?': 'None of it: take this entry back',
      Reason: '',
    });
    await form.submit();
    expect(form.errors()).toEqual({ Reason: 'Please say why: the earlier entry stays on record with this reason.' });
    form.type('Reason', 'the report was misread');
    await form.submit();
    expect(said()).toContain(
      '*Taken back · Bulgaria, Art. 3*\n~1 October 2020~ → *1 April 2021* · <@U0ISU>, 19 Nov 2019, 10:13',
    );
    await journey.holds(() => !journey.last(directOf(NETHERLANDS), NETHERLANDS).text.includes('corrected 19 Nov'));
    expect(await db().retraction.findFirst({ where: { reason: 'the report was misread' } })).toMatchObject({
      by: ISU,
      byName: 'ISU',
    });
    await journey.act({ act: 'press', as: ISU, ...press });
    expect(said()).toContain('This is undone already, or was corrected since.');
    faultless();
    clockAt('2019-11-18T09:00:00+01:00');
  });

  it('is for the ISU and admins alone', async () => {
    await journey.command('correct Bulgaria');
    expect(inWindow(MONTENEGRO)).toContain('The ISU and admins confirm and correct facts.');
    const [top] = journey.see().modals;
    await journey.act({ act: 'close', as: MONTENEGRO, viewId: top?.id ?? '', all: true });
    await journey.command('state Bulgaria');
    expect(JSON.stringify(journey.last(COORDINATION).blocks)).not.toContain('Correct a fact');
  });
});

describe('what was missing', () => {
  it('is recorded with its own date: a declaration, remnants that came later, a decision against', async () => {
    clockAt('2021-07-05T09:00:00+02:00');
    await journey.command('correct Lebanon', ISU);
    const form = journey.form(ISU);
    await form.choose('What is wrong, or missing?', 'Something is missing: new remnants (Art. 4.1(b))');
    await form.choose('What happened?', 'An obligation, with its deadline');
    form.type('When? For the obligation itself: the end of the active hostilities', '30 Jun 2021');
    form.type('Source', 'letter of the Permanent Mission');
    await form.submit();
    expect(said()).toContain(
      '*Recorded · Lebanon, Art. 4.1(b)*\n~no obligation on record~ → *30 June 2031* · source: letter of the Permanent Mission',
    );
    await journey.command('state Lebanon', ISU);
    expect(said()).toContain('*New remnants (Art. 4.1(b))*\nDeadline 30 Jun 2031');
    clockAt('2019-11-18T09:00:00+01:00');
    faultless();
  });
});
