import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COORDINATION,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  OBSERVER,
  startJourney,
} from '../setup/desk.ts';
import { wordsIn, wordsOf } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

const said = (as = MONTENEGRO): string => wordsOf(journey.last(COORDINATION, as));
const shown = (as = MONTENEGRO): string => wordsIn(journey.modal(as).blocks);

describe('a note on a State', () => {
  it('is kept in one line, with its follow-up offered, and can be logged as a request', async () => {
    await journey.command('note Peru counsellor says request by March, asks for technical help with clearance');
    expect(said()).toContain('Noted on Peru (coordinators and ISU).');
    await journey.press('Follow-up: early March?');
    expect(said()).toContain('is kept for 2 March 2020');
    await journey.command('followups');
    expect(said()).toContain('counsellor says request by March');
    expect(said()).toContain('Peru · Mon 2 Mar 2020');
    await journey.command('note Peru with the counsellor: clearance by June');
    await journey.press('Log as request');
    expect(journey.form().holds()).toMatchObject({
      State: 'Peru',
      Theme: 'Survey and clearance',
      'What is asked': 'clearance by June',
      Source: 'conversation with the counsellor',
    });
    await journey.closeAll();
  });

  it('stands on the card of its State, in its diary, and is the last contact that answers tell', async () => {
    await journey.command('state Peru', NETHERLANDS);
    expect(said(NETHERLANDS)).toContain('Last contact: 18 Nov 2019 (note) · contacts: none on record');
    expect(said(NETHERLANDS)).toContain(
      '18 Nov 2019, with the counsellor: “clearance by June” (Coordinator (Montenegro))',
    );
    await journey.command('when was our last contact with Peru?', NETHERLANDS);
    expect(said(NETHERLANDS)).toContain('Last contact: Peru: 18 November 2019 (note)');
    await journey.command('when was our last contact with Chad?', NETHERLANDS);
    expect(said(NETHERLANDS)).toContain('No contact with Chad is on record');
    await journey.command('state Peru', OBSERVER);
    expect(said(OBSERVER)).not.toMatch(/Last contact|clearance by June/);
    await journey.command('when was our last contact with Peru?', OBSERVER);
    expect(said(OBSERVER)).toContain('Contacts with States are for coordinators and the ISU');
    const { messages } = await journey.mention('state Peru', NETHERLANDS);
    expect(messages.map(wordsOf).join('\n')).not.toMatch(/Last contact|clearance by June/);
  });

  it('is read by whom its author chose, and by nobody else', async () => {
    await journey.command('note');
    const form = journey.form();
    await form.choose('State', 'Chad');
    form.type('Note', 'for my own memory');
    await form.choose('Who may read it', 'Only me');
    form.type('Day', '2019-11-19');
    await form.submit();
    expect(form.errors()).toEqual({ Day: 'A conversation cannot lie ahead: please choose its day.' });
    form.type('Day', '2019-11-14');
    form.type('Follow up on', '2019-12-02');
    await form.submit();
    expect(said()).toContain('Noted on Chad (only you). for my own memory Follow-up F2 on 2 December 2019.');
    await journey.command('contacts Chad');
    expect(shown()).toContain('for my own memory');
    await journey.command('contacts Chad', ISU);
    expect(shown(ISU)).not.toContain('for my own memory');
    expect(shown(ISU)).toContain('last contact: none on record');
    await journey.closeAll();
    await journey.closeAll(ISU);
  });

  it('loses nothing of what was typed where no State is named, and is taken back for a minute by its author', async () => {
    await journey.command('note the counsellor compared Chile and Peru');
    expect(shown()).toContain('Which State is it about? Nothing is kept yet.');
    const form = journey.form();
    expect(form.holds()).toMatchObject({ State: '', Note: 'the counsellor compared Chile and Peru' });
    await form.choose('State', 'Chile');
    await form.submit();
    await journey.press('Undo');
    expect(said()).toContain('The note is taken back.');
    await journey.command('contacts Chile');
    expect(shown()).toContain('*Notes*: none on record');
    await journey.closeAll();
  });

  it('is not for those who hold no role, nor said where others read along', async () => {
    for (const as of [OBSERVER, GUEST]) {
      await journey.command('note Peru says nothing', as, as === GUEST ? 'C0SIDEEVENT' : COORDINATION);
      const last = journey.last(as === GUEST ? 'C0SIDEEVENT' : COORDINATION, as);
      expect(wordsOf(last)).toContain('Coordinators, the ISU and admins can keep notes on States.');
    }
    const { messages } = await journey.mention('contacts Peru', MONTENEGRO);
    expect(messages.at(-1)?.text).toContain('is not said where others read along');
  });
});

describe('contacts of a State', () => {
  it('are kept for its capital and Geneva, stand on its card, and end', async () => {
    await journey.command('contacts Peru', ISU);
    await journey.press('Add a contact', ISU);
    const form = journey.form(ISU);
    form.type('Name', 'Ms Quispe');
    form.type('Office', 'Permanent Mission');
    await form.submit();
    await journey.closeAll(ISU);
    await journey.command('state Peru');
    expect(said()).toContain('contacts: Ms Quispe, Permanent Mission (Geneva)');
    await journey.press('Diary and contacts');
    await journey.press('End');
    expect(shown()).toContain('*Contacts*: none on record');
    await journey.closeAll();
  });
});

it('is the door “Note” of bare /ccm, and stands on App Home', async () => {
  await journey.command('');
  await journey.press('Note');
  expect(journey.modal().title.text).toBe('Add a note');
  await journey.closeAll();
  expect(journey.faults).toEqual([]);
});
