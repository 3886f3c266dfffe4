import { beforeEach, describe, expect, test } from 'vitest';
import { REFUSED } from './practice-desk.ts';
import { scene } from './scene.ts';

const { page, enter, say } = scene();

const answer = () => page().getByRole('article').filter({ hasText: 'Practice answer' });

describe('an answer to a command', () => {
  beforeEach(async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await say('/ccm which states?');
    await answer().waitFor();
  });

  test('is for the asker alone, until shared and only after a yes', async () => {
    await answer().getByText('Only visible to you').waitFor();
    await answer().getByRole('button', { name: 'Share here' }).click();
    const question = page().getByRole('dialog', { name: 'Share it?' });
    await question.getByRole('button', { name: 'Keep' }).click();
    await expect.poll(() => question.count()).toBe(0);
    await expect.poll(() => page().getByText('Shared with').count()).toBe(0);
    await answer().getByRole('button', { name: 'Share here' }).click();
    await question.getByRole('button', { name: 'Share' }).click();
    const shared = page().getByRole('article').filter({ hasText: 'Shared with everyone here' });
    await shared.waitFor();
    await expect.poll(() => shared.getByText('Only visible to you').count()).toBe(0);
    await expect.poll(() => shared.locator('strong').textContent()).toBe('everyone');
  });

  test('is shown from its first line, however long it is', async () => {
    await page().setViewportSize({ width: 1280, height: 460 });
    await say('/ccm and again?');
    await expect.poll(() => answer().count()).toBe(2);
    const first = page().getByRole('heading', { name: 'Practice answer' }).last();
    const list = page().getByRole('log');
    await expect
      .poll(async () => {
        const [heading, window] = await Promise.all([first.boundingBox(), list.boundingBox()]);
        return heading !== null && window !== null && heading.y > window.y && heading.y < window.y + 120;
      })
      .toBe(true);
  });

  test('shows escaped text as text and follows links without a trace', async () => {
    await answer().getByText('asked, says <!channel> &').waitFor();
    await expect.poll(() => answer().locator('.mention').count()).toBe(0);
    const link = answer().getByRole('link', { name: 'a source' });
    await expect.poll(() => link.getAttribute('rel')).toContain('noopener');
  });

  test('has a table that is sorted and leafed through', async () => {
    const table = answer().getByRole('table', { name: 'Made-up States and dates' });
    const states = () => table.getByRole('rowheader').allInnerTexts();
    await expect.poll(() => states()).toEqual(['Northland', 'Eastland', 'Southland']);
    await table.getByRole('button', { name: 'Date' }).click();
    await expect.poll(() => states()).toEqual(['Eastland', 'Northland', 'Westland']);
    await expect
      .poll(() => table.getByRole('columnheader', { name: 'Date' }).getAttribute('aria-sort'))
      .toBe('ascending');
    await answer().getByText('1–3 of 4').waitFor();
    await answer().getByRole('button', { name: 'Next rows' }).click();
    await expect.poll(() => states()).toEqual(['Southland']);
  });

  test('has menus and selects that the app hears of', async () => {
    await answer().getByRole('button', { name: 'More actions' }).click();
    await page().getByRole('menuitem', { name: 'Sources' }).click();
    await page().getByText('You chose Sources').waitFor();
    await answer().getByRole('combobox', { name: 'View' }).click();
    await page().getByRole('option', { name: 'All' }).click();
    await page().getByText('You chose All').waitFor();
  });
});

describe('a modal', () => {
  const modal = () => page().getByRole('dialog', { name: 'Log a request' });

  beforeEach(async () => {
    await enter();
    await say('/ccm log');
    await modal().waitFor();
  });

  test('finds by typing, shows what is wrong on the field and keeps what was typed', async () => {
    await modal().getByRole('combobox', { name: 'State' }).pressSequentially('north');
    await page().getByRole('option', { name: 'Northland' }).click();
    await modal().getByRole('combobox', { name: 'Theme' }).click();
    await page().getByRole('option', { name: 'Clearance' }).click();
    await modal().getByRole('textbox', { name: 'What is asked' }).fill(REFUSED);
    await modal().getByRole('radio', { name: 'Not yet' }).check();
    await modal().getByRole('button', { name: 'Log it' }).click();

    await modal().getByText('Please say more than that.').waitFor();
    const asked = modal().getByRole('textbox', { name: 'What is asked' });
    await expect.poll(() => asked.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => asked.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    await expect.poll(() => asked.inputValue()).toBe(REFUSED);
    await expect.poll(() => modal().getByRole('combobox', { name: 'State' }).inputValue()).toBe('Northland');
    await expect.poll(() => modal().getByRole('radio', { name: 'Not yet' }).isChecked()).toBe(true);

    await asked.fill('prostheses for survivors');
    await modal().getByRole('button', { name: 'Log it' }).click();
    await expect.poll(() => modal().count()).toBe(0);
    await page().getByText('Logged: Northland, Not yet, prostheses for survivors').waitFor();
  });

  test('keeps what was typed when the app changes it or puts another on top', async () => {
    const asked = modal().getByRole('textbox', { name: 'What is asked' });
    await asked.fill('a survey');
    await modal().getByRole('button', { name: 'Add details' }).click();
    await modal().getByRole('textbox', { name: 'Amount' }).fill('200');
    await expect.poll(() => asked.inputValue()).toBe('a survey');
    await modal().getByRole('button', { name: 'Look up' }).click();
    const onTop = page().getByRole('dialog', { name: 'Looked up' });
    await onTop.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => asked.inputValue()).toBe('a survey');
    await expect.poll(() => modal().getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('200');
    await modal().getByRole('button', { name: 'Look up' }).click();
    await onTop.getByRole('button', { name: 'Close window' }).click();
    await expect.poll(() => page().getByRole('dialog').count()).toBe(0);
  });

  test('closes a list first and itself second when Escape is pressed', async () => {
    const theme = modal().getByRole('combobox', { name: 'Theme' });
    await theme.click();
    await page().getByRole('listbox').waitFor();
    await theme.press('Escape');
    await expect.poll(() => page().getByRole('listbox').count()).toBe(0);
    await expect.poll(() => modal().count()).toBe(1);
    await theme.press('Escape');
    await expect.poll(() => modal().count()).toBe(0);
  });
});
