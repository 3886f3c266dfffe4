import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/protocol.ts';
import { DEADLINES, ISU, type Journey, startJourney } from '../setup/desk.ts';
import { moveTo } from '../setup/moved.ts';
import { wordsIn } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

const posted = (as = ISU): readonly SeenMessage[] => journey.see(as).messages[DEADLINES] ?? [];
const words = (message: SeenMessage | undefined): string => wordsIn(message?.blocks ?? []);
const replies = (): readonly SeenMessage[] =>
  posted().filter(({ threadTs, ts }) => threadTs !== null && threadTs !== ts);
const extended = 'Art. 3: extended until 1 Apr 2021, 4 Sep 2019 (9MSP)';

async function correctBulgaria(): Promise<void> {
  await journey.command('correct Bulgaria', ISU);
  const form = journey.form(ISU);
  await form.choose('What is wrong, or missing?', extended);
  form.type('Until', '1 Oct 2020');
  form.type('Source', 'CCM/MSP/2019/13, final report');
  form.type('Reason', 'the report gives twelve months');
  await form.submit();
  expect(await form.submit()).toEqual({ ok: true });
}

const readBy = (audience: 'facts' | 'desk') => journey.database.db.subscription.updateMany({ data: { audience } });

describe('a correction of a date that a digest gave', () => {
  it('stands as a reply in its thread, with who, when and why, for the channel of the desk', async () => {
    await moveTo(journey, '2019-11-25T08:00:00+01:00');
    const [digest] = posted();
    await moveTo(journey, '2019-11-26T10:12:00+01:00');
    await correctBulgaria();
    await journey.holds(() => replies().length === 1);
    const [reply] = replies();
    expect(reply?.threadTs).toBe(digest?.ts);
    expect(words(reply).split('\n')).toEqual([
      '*Correction · Bulgaria, Art. 3*',
      '~1 April 2021~ → *1 October 2020* · source: CCM/MSP/2019/13, final report · <@U0ISU>, 26 Nov 2019, 10:12',
      '_Reason: the report gives twelve months_',
      'Kept with a remark: Earlier than the date now on record, 1 April 2021 (Art. 3.3).',
      '*The old date was given in:* the digest of 25 Nov (marked and amended).',
      'Show it',
      'Undo',
      'Undo for one minute, Reopen later · asked as of 25 Nov 2019, the desk says what is true now and what it said then',
    ]);
    expect(reply?.text).toContain('1 April 2021 → 1 October 2020');
    await journey.holds(() => words(posted()[0]).includes('~1 Apr 2021~ → 1 October 2020 (corrected 26 Nov)'));
  });

  it('and undone within its minute, is changed there in place', async () => {
    await journey.press('Undo', ISU);
    await journey.holds(() => words(replies()[0]).includes('*Taken back · Bulgaria, Art. 3*'));
    await journey.holds(() => !words(posted()[0]).includes('corrected'));
    expect(replies()).toHaveLength(1);
  });

  it('and taken back later, has a reply of its own that says why; each once though the answer to it was lost', async () => {
    await journey.sandbox.fault({ fault: 'answer-lost', method: 'chat.postMessage' });
    await correctBulgaria();
    await journey.holds(() => replies().length === 2);
    await moveTo(journey, '2019-11-26T10:20:00+01:00');
    await journey.command('correct Bulgaria', ISU);
    const form = journey.form(ISU);
    await form.choose('What is wrong, or missing?', 'Art. 3: extended until 1 Oct 2020, 4 Sep 2019 (9MSP)');
    await form.choose('What happened?', 'None of it: take this entry back');
    form.type('Reason', 'the report was misread');
    await form.submit();
    await journey.holds(() => replies().length === 3);
    expect(words(replies()[2])).toContain('~1 October 2020~ → *1 April 2021*');
    expect(words(replies()[2])).toContain('_Reason: the report was misread_');
    expect(words(replies()[1])).toContain('*Correction · Bulgaria, Art. 3*');
  });

  it('says nothing under a digest that was right on its day', async () => {
    await journey.command('correct Chile', ISU);
    const form = journey.form(ISU);
    await form.choose('What is wrong, or missing?', 'Something is missing: clearance (Art. 4)');
    await form.choose('What happened?', 'Completed');
    form.type('When?', '26 Nov 2019');
    form.type('Source', 'letter of the Permanent Mission');
    await form.submit();
    await journey.queue.idle();
    expect(await journey.database.db.obligationEvent.count({ where: { iso3: 'CHL', recordedBy: ISU } })).toBe(1);
    expect(await journey.database.db.delivery.count({ where: { thread: { not: null } } })).toBe(3);
  });

  it('is told without its reason and without buttons where others may read along', async () => {
    await readBy('facts');
    await correctBulgaria();
    await journey.holds(() => replies().length === 4);
    expect(words(replies()[3]).split('\n')).toEqual([
      '*Correction · Bulgaria, Art. 3*',
      '~1 April 2021~ → *1 October 2020* · source: CCM/MSP/2019/13, final report · recorded by the ISU, 26 Nov 2019',
      'The digest above is marked and amended.',
    ]);
    expect(JSON.stringify(replies()[3])).not.toMatch(/twelve months|U0ISU/);
    await readBy('desk');
    expect(journey.faults).toEqual([]);
  });
});

describe('a report that had come before a digest said that it had not', () => {
  it('is told in its thread as well, and undone there', async () => {
    await moveTo(journey, '2019-11-29T09:00:00+01:00');
    await journey.command('confirm Gambia', ISU);
    await journey.press('Not yet', ISU);
    await journey.act({ act: 'close', as: ISU, viewId: journey.modal(ISU).id, all: true });
    await moveTo(journey, '2019-12-02T08:00:00+01:00');
    expect(words(posted().at(-1))).toContain('*Gambia*');
    const before = replies().length;
    await moveTo(journey, '2019-12-03T09:00:00+01:00');
    await journey.command('received Gambia initial', ISU);
    const form = journey.form(ISU);
    form.type('Received on', '27 Nov 2019');
    await form.submit();
    await journey.holds(() => replies().length === before + 1);
    const reply = () => words(replies().at(-1));
    expect(reply()).toContain('*Received · Gambia, initial report (Art. 7)*');
    expect(reply()).toContain('the digest of 2 Dec (marked and amended)');
    await journey.press('Undo', ISU);
    await journey.holds(() => reply().includes('*Taken back · Gambia, initial report (Art. 7)*'));
    expect(replies()).toHaveLength(before + 1);
    expect(journey.faults).toEqual([]);
  });
});
