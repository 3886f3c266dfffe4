import { describe, expect, test } from 'vitest';
import { beyondEdge, found } from '../axe.ts';
import type { DeskScene } from './desk-scene.ts';

/** Monday 18 November 2019, as the coordinator, the ISU and the one who installs it live it. */
export function firstDay({ desk, page, enter, say, message, moveTo }: DeskScene): void {
  const dialog = (name: string) => page().getByRole('dialog', { name });

  describe('npm start', () => {
    test('prints the address, who one is, and that nothing leaves this computer', () => {
      expect(desk().printed()).toMatch(
        /^Starting the desk; it takes a few seconds\.\nOpen http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]+ · you are the coordinator of Montenegro · 18 Nov 2019 · nothing leaves this computer\nCtrl\+C ends it\.\n$/,
      );
    });

    test('opens a page that keeps its key out of sight', async () => {
      await enter();
      await page()
        .getByRole('button', { name: /^Take the tour/ })
        .waitFor();
      await expect.poll(() => page().url()).not.toContain('token');
    });
  });

  describe('/ccm digest on Monday 18 November 2019, 08:00', () => {
    test('shows the week to the ISU as a preview, and fits a telephone', async () => {
      await enter('#/U0ISU/C0DEADLINES');
      await say('/ccm digest');
      const digest = message('Deadlines · week of Monday 18 November 2019');
      await digest.getByText('Only visible to you').waitFor();
      for (const words of [
        'Guinea-Bissau · stockpiles (Art. 3) · 1 May 2019, 201 days ago · no completion, no extension request',
        'Philippines · initial report (Art. 7) · Sat 28 Dec · 40 days',
        'by Sun 23 Feb 2020 · 97 days · only if more time is needed',
      ])
        await digest.getByText(words).waitFor();
      await expect.poll(() => found(page())).toEqual([]);
      await page().setViewportSize({ width: 360, height: 740 });
      await expect.poll(() => beyondEdge(page())).toEqual([]);
    });
  });

  describe('Home on Monday, 08:05', () => {
    test('shows what needs one, the dates ahead, and which time it speaks of', async () => {
      await moveTo('2019-11-18T08:05:00+01:00');
      await enter('#/U0MONTENEGRO/home');
      await page().getByRole('heading', { name: 'Monday 18 November 2019' }).waitFor();
      const home = page().getByRole('main');
      for (const words of [
        'Coordinator on International Cooperation and Assistance · Montenegro · times in Podgorica',
        'Meeting with the ISU on priorities · due in November (work plan) · no day yet',
        'nobody handles their own State',
        'Gambia · initial report · Thu 28 Nov · 10 days',
        'Five States · extension requests for the 2RC · Sun 23 Feb 2020 · 97 days',
      ])
        await home.getByText(words).waitFor();
    });
  });

  describe('/ccm in #side-event, which a guest reads along', () => {
    test('alone shows the doors and three examples', async () => {
      await enter('#/U0MONTENEGRO/C0SIDEEVENT');
      await say('/ccm');
      const doors = message('For example');
      await doors.getByRole('button', { name: 'Ask', exact: true }).waitFor();
      await expect.poll(() => doors.locator('code').allInnerTexts()).toContain('/ccm state Lebanon');
      await doors.getByText('Only visible to you').waitFor();
    });

    test('with a question is answered with the names, the table and the source, for the asker alone', async () => {
      await enter('#/U0MONTENEGRO/C0SIDEEVENT');
      await say('/ccm who needs victim assistance?');
      const answer = message('Nine States Parties asked for help with victim assistance');
      await answer.getByText('Only visible to you').waitFor();
      await answer
        .getByText('Afghanistan, Albania, Chad, Iraq, Lao PDR, Lebanon, Montenegro, Somalia, State of Palestine.')
        .waitFor();
      await expect.poll(() => answer.getByRole('rowheader').count()).toBe(9);
      await answer.getByText(/^Understood: .*as of 18 November 2019/).waitFor();
      await answer.getByText(/^Source: coordinators' concept note/).waitFor();
      await page()
        .getByRole('button', { name: /^You are:/ })
        .click();
      await page()
        .getByRole('menuitemradio', { name: /^Guest \(NGO\)/ })
        .click();
      await page()
        .getByRole('button', { name: /^You are: Guest/ })
        .waitFor();
      await page().getByRole('heading', { name: '#side-event' }).waitFor();
      await expect.poll(() => message('Nine States Parties').count()).toBe(0);
    });

    test('is refused in the thread in which a mention was answered', async () => {
      await enter('#/U0MONTENEGRO/C0SIDEEVENT');
      await say('@Action5 which states need RRE?');
      await message('which states need RRE?').getByRole('button', { name: '1 reply' }).click();
      const thread = page().getByRole('region', { name: 'Thread' });
      await thread.getByText(/asked for help with risk reduction education/).waitFor();
      await thread.getByRole('textbox', { name: 'Reply' }).fill('/ccm and for RRE?');
      await thread.getByRole('textbox', { name: 'Reply' }).press('Enter');
      await thread.getByText('/ccm is not supported in threads. Sorry!').waitFor();
    });
  });

  describe('a letter from Lebanon', () => {
    test('is offered to the need that is there, added to it, and its card stands in the register', async () => {
      await enter('#/U0MONTENEGRO/C0COORDINATION');
      await say('/ccm log Lebanon clearance');
      const form = dialog('Log a request');
      await form.getByText('Lebanon already has AR-2018-005 (2018 report).').waitFor();
      await expect.poll(() => form.getByRole('combobox', { name: 'State' }).inputValue()).toBe('Lebanon');
      await expect.poll(() => form.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe('Survey and clearance');
      await expect.poll(() => found(page())).toEqual([]);
      await form.getByRole('button', { name: 'Add this to it' }).click();
      const add = dialog('Add to AR-2018-005');
      await add.getByRole('textbox', { name: 'What is asked' }).fill('Survey of two areas, as an exercise');
      await add
        .getByRole('textbox', { name: 'Source', exact: true })
        .fill('letter of the Permanent Mission (practice)');
      await add.getByRole('button', { name: 'Add it' }).click();
      await message('Added to AR-2018-005').getByText('Only visible to you').waitFor();
      await page()
        .getByRole('button', { name: /^ccm-register.*1 unread$/ })
        .click();
      const card = message('AR-2018-005 · Lebanon · survey and clearance');
      await card
        .getByText(/letter of the Permanent Mission \(practice\)/)
        .first()
        .waitFor();
      await expect.poll(() => card.getByText('Only visible to you').count()).toBe(0);
    });
  });
}
