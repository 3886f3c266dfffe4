import { describe, expect, test } from 'vitest';
import { found } from '../axe.ts';
import type { DeskScene } from './desk-scene.ts';

/** The guided tour to Monday morning, and the way back to the beginning. */
export function toTheEnd({ page, enter, say, message }: DeskScene): void {
  const tour = () => page().getByRole('region', { name: 'Guided tour' });
  const step = async (title: string, button: string) => {
    await tour().getByRole('heading', { name: title }).waitFor();
    await tour().getByRole('button', { name: button }).click();
  };
  const next = () => tour().getByRole('button', { name: 'Next' }).click();

  describe('the guided tour', () => {
    test('leads in five steps from a first question to the digest that the desk posts on Monday', async () => {
      await enter();
      await page()
        .getByRole('button', { name: /^Take the tour/ })
        .click();
      await step('Ask a question', 'Ask it');
      await message('Nine States Parties asked for help with victim assistance').waitFor();
      await next();
      await step('Look up a State', 'Look it up');
      await message('Next: extension request (Art. 4) by Sun 23 Feb 2020').waitFor();
      await next();
      await step('Log what arrives', 'Open the form');
      const form = page().getByRole('dialog', { name: 'Log a request' });
      const asked = form.getByRole('textbox', { name: 'What is asked' });
      await expect.poll(() => asked.inputValue()).toContain('Northland requests help with victim assistance');
      await expect.poll(() => form.getByRole('combobox', { name: 'State' }).inputValue()).toBe('');
      await expect.poll(() => form.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe('Victim assistance');
      await form.getByRole('button', { name: 'Cancel' }).click();
      await next();
      await step('See what needs you', 'Open Home');
      await page().getByText('Dates ahead', { exact: true }).waitFor();
      await next();
      await step('Monday, 08:00', 'Go to Monday');
      await page()
        .getByRole('button', { name: /^Mon 25 Nov 2019, 08:00/ })
        .waitFor();
      const digest = message('Deadlines · week of Monday 25 November 2019');
      await digest.waitFor();
      await expect.poll(() => digest.getByText('Only visible to you').count()).toBe(0);
      await tour().getByText('That is the desk.').waitFor();
      await expect.poll(() => found(page())).toEqual([]);
      await tour().getByRole('button', { name: 'Finish' }).click();
      await expect.poll(() => tour().count()).toBe(0);
    });
  });

  describe('Reset', () => {
    test('takes away what was done, in the workspace and on record, and sets the clock back', async () => {
      await enter('#/U0MONTENEGRO/C0REGISTER');
      await message('AR-2018-005').getByText('letter of the Permanent Mission (practice)').first().waitFor();
      await page().getByRole('button', { name: 'More of the sandbox' }).click();
      await page()
        .getByRole('menuitem', { name: /^Reset/ })
        .click();
      await page()
        .getByRole('dialog', { name: 'Start the sandbox afresh?' })
        .getByRole('button', { name: 'Start afresh' })
        .click();
      await page()
        .getByRole('button', { name: /^Mon 18 Nov 2019, 08:00/ })
        .waitFor();
      await page().getByRole('button', { name: 'ccm-register' }).click();
      await page().getByRole('heading', { name: '#ccm-register' }).waitFor();
      await expect.poll(() => message('AR-2018-005').count()).toBe(0);
      await say('/ccm request AR-2018-005');
      await message('AR-2018-005 · Lebanon').waitFor();
      await expect.poll(() => page().getByText('letter of the Permanent Mission (practice)').count()).toBe(0);
    });

    test('leaves a desk that posts the digest of the next Monday, as on the first day', async () => {
      await enter('#/U0MONTENEGRO/C0COORDINATION');
      await page()
        .getByRole('button', { name: /^Mon 18 Nov 2019/ })
        .click();
      await page().getByRole('button', { name: 'Next Monday, 08:00' }).click();
      await page().getByRole('button', { name: 'isu-deadlines' }).click();
      await message('Deadlines · week of Monday 25 November 2019').waitFor();
    });
  });
}
