import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beyondEdge, found } from './axe.ts';
import { theChromium, visit } from './chromium.ts';
import { type Practice, startPractice } from './practice.ts';

let practice: Practice;
let browser: Browser;

beforeAll(async () => {
  [practice, browser] = await Promise.all([startPractice(), theChromium()]);
});

afterAll(() => practice?.stop());

beforeEach(() => practice.reset());

/** What a narrow window may change of what axe-core looks at. */
const NARROW = [
  'target-size',
  'scrollable-region-focusable',
  'aria-hidden-focus',
  'button-name',
  'link-name',
  'region',
];

/** Brings the page to a scene that is worth checking. */
const SCENES: Readonly<Record<string, { place: string; reach(page: Page): Promise<void> }>> = {
  'the first look': { place: '', reach: async () => undefined },
  'an answer': {
    place: '#/U0MONTENEGRO/C0SIDEEVENT',
    reach: async (page) => {
      await page.getByRole('textbox', { name: /^Message / }).fill('/ccm which states?');
      await page.keyboard.press('Enter');
      await page.getByText('Practice answer').waitFor();
    },
  },
  'a modal with an open list': {
    place: '',
    reach: async (page) => {
      await page.getByRole('textbox', { name: /^Message / }).fill('/ccm log');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('combobox', { name: 'State' }).pressSequentially('north');
      await page.getByRole('option', { name: 'Northland' }).waitFor();
    },
  },
  'fields that are wrong': {
    place: '',
    reach: async (page) => {
      await page.getByRole('textbox', { name: /^Message / }).fill('/ccm log');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Log it' }).click();
      await page.locator('.field-error').first().waitFor();
    },
  },
  'the choice of person': {
    place: '',
    reach: async (page) => page.getByRole('button', { name: /^You are:/ }).click(),
  },
  'the clock': {
    place: '',
    reach: async (page) => page.getByRole('button', { name: /move the clock$/ }).click(),
  },
  'a thread': {
    place: '#/U0MONTENEGRO/C0COORDINATION',
    reach: async (page) => {
      await page.getByRole('article').first().getByRole('button', { name: 'Reply in thread' }).click();
      await page.getByRole('region', { name: 'Thread' }).waitFor();
    },
  },
  'who reads a channel': {
    place: '#/U0MONTENEGRO/C0COORDINATION',
    reach: async (page) => {
      await page.getByRole('button', { name: /members$/ }).click();
      await page.getByText('Bring somebody in').waitFor();
    },
  },
  'a channel that people from outside read': {
    place: '#/U0MINISTRY/C0SIDEEVENT',
    reach: async (page) => {
      await page.getByRole('textbox', { name: /^Message / }).fill('/ccm help');
      await page.keyboard.press('Enter');
      await page.getByText('/ccm is not a valid command.').waitFor();
    },
  },
  'the tour': {
    place: '#/U0MONTENEGRO/C0PRACTICE?tour=3',
    reach: async (page) => page.getByRole('heading', { name: 'Log what arrives' }).waitFor(),
  },
  'the pane for faults': {
    place: '#/U0MONTENEGRO/C0SIDEEVENT?faults',
    reach: async (page) => {
      await page.getByRole('button', { name: '4 s late' }).click();
      await page.getByText('An acknowledgement comes 4 seconds late').waitFor();
    },
  },
  'the rest of the sandbox': {
    place: '',
    reach: async (page) => {
      await page.getByRole('button', { name: 'More of the sandbox' }).click();
      await page.getByRole('menuitem', { name: /^Reset/ }).click();
      await page.getByRole('dialog', { name: 'Start the sandbox afresh?' }).waitFor();
    },
  },
  'files, new messages and what is seldom sent': {
    place: '#/U0MONTENEGRO/C0PRACTICE',
    reach: async (page) => {
      await page.getByText('New', { exact: true }).waitFor();
      for (const line of ['/ccm picture', '/ccm seldom']) {
        await page.getByRole('textbox', { name: /^Message / }).fill(line);
        await page.keyboard.press('Enter');
      }
      await page.getByRole('img', { name: 'A line of dates' }).waitFor();
      await page.getByText('Folded away').click();
      await page
        .getByLabel('Files to send')
        .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('x') });
      await page.getByRole('button', { name: 'Take out a.csv' }).waitFor();
    },
  },
  'a remark in a modal': {
    place: '',
    reach: async (page) => {
      await page.getByRole('textbox', { name: /^Message / }).fill('/ccm log');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Look up' }).click();
      await page.getByRole('note').waitFor();
    },
  },
  'the Home of the app': {
    place: '#/U0MONTENEGRO/home',
    reach: async (page) => page.getByRole('heading', { name: 'Practice home' }).waitFor(),
  },
};

describe.each(Object.entries(SCENES))('%s', (_, { place, reach }) => {
  test('has nothing that axe-core objects to, by day and by night, and fits any window', async () => {
    const { page, complaints } = await visit(browser, practice.address + place);
    await reach(page);
    await expect.poll(() => found(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => found(page, ['color-contrast'])).toEqual([]);
    for (const width of [1600, 960, 768, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await expect.poll(() => beyondEdge(page), { message: `at ${width} pixels` }).toEqual([]);
    }
    await expect.poll(() => found(page, NARROW)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('with the keyboard alone', () => {
  test('one asks, opens what the answer offers, fills a modal and sends it', async () => {
    const { page } = await visit(browser, practice.address);
    const { keyboard } = page;
    const focused = (): Promise<unknown> =>
      page.evaluate(
        `(({ ariaLabel, textContent, labels }) => ariaLabel ?? labels?.[0]?.textContent ?? textContent)(document.activeElement)`,
      );
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let steps = 0; steps < 60; steps += 1) {
        await keyboard.press('Tab');
        if (name.test(String(await focused()))) return;
      }
      throw new Error(`Tab does not lead to ${name}.`);
    };
    await expect.poll(focused).toBe('Message Action5');
    await keyboard.type('/');
    await page.getByRole('option').first().waitFor();
    await keyboard.press('Enter');
    await keyboard.type('log');
    await keyboard.press('Enter');
    const modal = page.getByRole('dialog', { name: 'Log a request' });
    await modal.waitFor();
    await expect.poll(focused).toBe('State');
    await keyboard.type('south');
    await page.getByRole('option', { name: 'Southland' }).waitFor();
    await keyboard.press('Enter');
    await tabTo(/^Theme/);
    await keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Clearance' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await tabTo(/^What is asked/);
    await keyboard.type('a survey');
    await tabTo(/^Log it/);
    await keyboard.press('Enter');
    await page.getByText('Logged: Southland, As published, a survey').waitFor();
    await expect.poll(focused).toBe('Message Action5');
    await page.context().close();
  });

  test('focus is always to be seen', async () => {
    const { page } = await visit(browser, practice.address);
    for (let steps = 0; steps < 20; steps += 1) {
      await page.keyboard.press('Tab');
      const outlined: unknown = await page.evaluate(
        `(() => { const at = document.activeElement; const composer = at.closest('.composer');
          const style = getComputedStyle(at); return style.outlineStyle !== 'none' && style.outlineWidth !== '0px'
            || (composer !== null && getComputedStyle(composer).boxShadow !== 'none') || at === document.body; })()`,
      );
      expect(outlined).toBe(true);
    }
    await page.context().close();
  });
});
