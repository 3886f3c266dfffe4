import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, type Visit, visit } from './chromium.ts';
import { type Practice, startPractice } from './practice.ts';
import { REFUSED } from './practice-desk.ts';

let practice: Practice;
let browser: Browser;
let seen: Visit;
let page: Page;

beforeAll(async () => {
  [practice, browser] = await Promise.all([startPractice(), launchChromium()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await practice?.stop();
});

const enter = async (place = ''): Promise<void> => {
  seen = await visit(browser, practice.address + place);
  page = seen.page;
};

beforeEach(async () => {
  await practice.reset();
  return async () => {
    expect(seen.complaints).toEqual([]);
    await page.context().close();
  };
});

const composer = () => page.getByRole('textbox', { name: /^Message / });

const say = async (line: string): Promise<void> => {
  await composer().fill(line);
  await composer().press('Enter');
};

const answer = () => page.getByRole('article').filter({ hasText: 'Practice answer' });

describe('the first look', () => {
  test('says where one is, who one is, what time it is, and that nothing leaves', async () => {
    await enter();
    await page.getByRole('button', { name: /^You are: Coordinator \(Montenegro\)/ }).waitFor();
    await page.getByRole('button', { name: /^Mon 18 Nov 2019, 09:0\d Zurich/ }).waitFor();
    await page.getByText('Nothing leaves this computer.').first().waitFor();
  });

  test('invites with examples that send themselves', async () => {
    await enter();
    const examples = page.getByRole('region', { name: 'Examples' }).getByRole('button');
    expect(await examples.allInnerTexts()).toHaveLength(3);
    await examples.first().click();
    await answer().getByText('Only visible to you').waitFor();
    await expect.poll(() => examples.count()).toBe(0);
  });
});

describe('another person', () => {
  test('sees their own channels', async () => {
    await enter();
    const channels = page.getByRole('navigation', { name: 'Channels and direct messages' });
    await channels.getByRole('button', { name: 'isu-deadlines' }).waitFor();
    await page.getByRole('button', { name: /^You are:/ }).click();
    await page.getByRole('menuitemradio', { name: /^Observer/ }).click();
    await page.getByRole('button', { name: /^You are: Observer/ }).waitFor();
    await channels.getByRole('button', { name: 'side-event' }).waitFor();
    expect(await channels.getByRole('button', { name: 'isu-deadlines' }).count()).toBe(0);
    await page.goBack();
    await page.getByRole('button', { name: /^You are: Coordinator \(Montenegro\)/ }).waitFor();
  });
});

describe('an answer to a command', () => {
  beforeEach(async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await say('/ccm which states?');
    await answer().waitFor();
  });

  test('is for the asker alone, until shared and only after a yes', async () => {
    await answer().getByText('Only visible to you').waitFor();
    await answer().getByRole('button', { name: 'Share here' }).click();
    const question = page.getByRole('dialog', { name: 'Share it?' });
    await question.getByRole('button', { name: 'Keep' }).click();
    await expect.poll(() => question.count()).toBe(0);
    expect(await page.getByText('Shared with').count()).toBe(0);
    await answer().getByRole('button', { name: 'Share here' }).click();
    await question.getByRole('button', { name: 'Share' }).click();
    const shared = page.getByRole('article').filter({ hasText: 'Shared with everyone here' });
    await shared.waitFor();
    expect(await shared.getByText('Only visible to you').count()).toBe(0);
    expect(await shared.locator('strong').innerText()).toBe('everyone');
  });

  test('shows escaped text as text and follows links without a trace', async () => {
    await answer().getByText('asked, says <!channel> &').waitFor();
    expect(await answer().locator('.mention').count()).toBe(0);
    const link = answer().getByRole('link', { name: 'a source' });
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  test('has a table that is sorted and leafed through', async () => {
    const table = answer().getByRole('table', { name: 'Made-up States and dates' });
    const states = () => table.getByRole('rowheader').allInnerTexts();
    expect(await states()).toEqual(['Northland', 'Eastland', 'Southland']);
    await table.getByRole('button', { name: 'Date' }).click();
    expect(await states()).toEqual(['Eastland', 'Northland', 'Westland']);
    expect(await table.getByRole('columnheader', { name: 'Date' }).getAttribute('aria-sort')).toBe('ascending');
    await answer().getByText('1–3 of 4').waitFor();
    await answer().getByRole('button', { name: 'Next rows' }).click();
    expect(await states()).toEqual(['Southland']);
  });

  test('has menus and selects that the app hears of', async () => {
    await answer().getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Sources' }).click();
    await page.getByText('You chose Sources').waitFor();
    await answer().getByRole('combobox', { name: 'View' }).click();
    await page.getByRole('option', { name: 'All' }).click();
    await page.getByText('You chose All').waitFor();
  });
});

describe('a modal', () => {
  const modal = () => page.getByRole('dialog', { name: 'Log a request' });

  beforeEach(async () => {
    await enter();
    await say('/ccm log');
    await modal().waitFor();
  });

  test('finds by typing, shows what is wrong on the field and keeps what was typed', async () => {
    await modal().getByRole('combobox', { name: 'State' }).pressSequentially('north');
    await page.getByRole('option', { name: 'Northland' }).click();
    await modal().getByRole('combobox', { name: 'Theme' }).click();
    await page.getByRole('option', { name: 'Clearance' }).click();
    await modal().getByRole('textbox', { name: 'What is asked' }).fill(REFUSED);
    await modal().getByRole('radio', { name: 'Not yet' }).check();
    await modal().getByRole('button', { name: 'Log it' }).click();

    await modal().getByText('Please say more than that.').waitFor();
    const asked = modal().getByRole('textbox', { name: 'What is asked' });
    expect(await asked.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => asked.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    expect(await asked.inputValue()).toBe(REFUSED);
    expect(await modal().getByRole('combobox', { name: 'State' }).inputValue()).toBe('Northland');
    expect(await modal().getByRole('radio', { name: 'Not yet' }).isChecked()).toBe(true);

    await asked.fill('prostheses for survivors');
    await modal().getByRole('button', { name: 'Log it' }).click();
    await expect.poll(() => modal().count()).toBe(0);
    await page.getByText('Logged: Northland, Not yet, prostheses for survivors').waitFor();
  });

  test('keeps what was typed when the app changes it or puts another on top', async () => {
    const asked = modal().getByRole('textbox', { name: 'What is asked' });
    await asked.fill('a survey');
    await modal().getByRole('button', { name: 'Add details' }).click();
    await modal().getByRole('textbox', { name: 'Amount' }).fill('200');
    expect(await asked.inputValue()).toBe('a survey');
    await modal().getByRole('button', { name: 'Look up' }).click();
    const onTop = page.getByRole('dialog', { name: 'Looked up' });
    await onTop.getByRole('button', { name: 'Back' }).click();
    expect(await asked.inputValue()).toBe('a survey');
    expect(await modal().getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('200');
    await modal().getByRole('button', { name: 'Look up' }).click();
    await onTop.getByRole('button', { name: 'Close window' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  test('closes a list first and itself second when Escape is pressed', async () => {
    const theme = modal().getByRole('combobox', { name: 'Theme' });
    await theme.click();
    await page.getByRole('listbox').waitFor();
    await theme.press('Escape');
    await expect.poll(() => page.getByRole('listbox').count()).toBe(0);
    expect(await modal().count()).toBe(1);
    await theme.press('Escape');
    await expect.poll(() => modal().count()).toBe(0);
  });
});

describe('a message', () => {
  test('offers its shortcuts to the keyboard', async () => {
    await enter('#/U0MONTENEGRO/C0COORDINATION');
    const more = page.getByRole('article').first().getByRole('button', { name: 'More with this message' });
    await more.focus();
    await more.press('Enter');
    await page.getByRole('menuitem', { name: /^Log as request/ }).press('Enter');
    const asked = page.getByRole('dialog').getByRole('textbox', { name: 'What is asked' });
    expect(await asked.inputValue()).toContain('Practice message');
  });

  test('that mentions the desk is answered in its thread, where commands are refused and kept', async () => {
    await enter('#/U0MONTENEGRO/C0COORDINATION');
    await composer().pressSequentially('@Act');
    await page.getByRole('option', { name: '@Action5' }).waitFor();
    await composer().press('Tab');
    await composer().pressSequentially('and for clearance?');
    await composer().press('Enter');
    await page.getByRole('button', { name: '1 reply' }).click();
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.getByText(/^You asked: @Action5 and for clearance\?/).waitFor();
    const reply = thread.getByRole('textbox', { name: 'Reply' });
    await reply.fill('/ccm and for clearance?');
    await reply.press('Enter');
    await page
      .getByText(/not supported in threads/)
      .first()
      .waitFor();
    await expect.poll(() => reply.inputValue()).toBe('/ccm and for clearance?');
  });

  test('is written over several lines with Shift and Enter', async () => {
    await enter('#/U0MONTENEGRO/C0COORDINATION');
    await composer().pressSequentially('one');
    await composer().press('Shift+Enter');
    await composer().pressSequentially('<b>two</b>');
    await composer().press('Enter');
    await page.getByRole('article').filter({ hasText: 'one\n<b>two</b>' }).waitFor();
    expect(await composer().inputValue()).toBe('');
  });
});

describe('what others write', () => {
  test('appears by itself and is marked as unread until it was seen', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    const register = page.getByRole('button', { name: /^ccm-register/ });
    await register.waitFor();
    expect(await register.innerText()).toBe('ccm-register');
    const text = 'please look at *this*';
    await practice.act({ act: 'message', as: 'U0NETHERLANDS', channel: 'C0REGISTER', text });
    await page.getByRole('button', { name: /^ccm-register.*1 unread$/ }).click();
    await page
      .getByRole('article', { name: /^Coordinator \(Netherlands\)/ })
      .getByText('please look at')
      .waitFor();
    await page.getByRole('button', { name: 'side-event' }).click();
    await expect.poll(() => register.innerText()).toBe('ccm-register');
  });
});

describe('when the app stays silent', () => {
  test('Slack says so and what was typed comes back', async () => {
    await enter();
    await say('/ccm be silent');
    await page
      .getByText(/operation_timeout/)
      .first()
      .waitFor();
    await expect.poll(() => composer().inputValue()).toBe('/ccm be silent');
  }, 15_000);
});

describe('the clock', () => {
  test('is moved by a day, to next Monday, and to any time', async () => {
    await enter();
    const clock = (time: RegExp) => page.getByRole('button', { name: time });
    await clock(/Mon 18 Nov 2019/).click();
    await page.getByRole('button', { name: '+1 day' }).click();
    await clock(/Tue 19 Nov 2019/).click();
    await page.getByRole('button', { name: 'Next Monday, 08:00' }).click();
    await clock(/Mon 25 Nov 2019, 08:00/).click();
    await page.getByLabel('Any date and time, in Zurich').fill('2020-02-21T17:30');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await clock(/Fri 21 Feb 2020, 17:30/).waitFor();
  });
});

describe("the app's Home", () => {
  test('is drawn by the app when it is opened', async () => {
    await enter();
    await page.getByRole('button', { name: 'Home', exact: true }).click();
    await page.getByRole('heading', { name: 'Practice home' }).waitFor();
    await page.getByRole('button', { name: 'Messages', exact: true }).click();
    await composer().waitFor();
  });
});

describe('starting afresh', () => {
  test('asks first, then removes what was said', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await say('soon gone');
    await page.getByRole('article').filter({ hasText: 'soon gone' }).waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start afresh' }).click();
    await expect.poll(() => page.getByText('soon gone').count()).toBe(0);
  });
});
