import { describe, expect, test } from 'vitest';
import { scene } from './scene.ts';

const { practice, page, enter, composer, say } = scene();

const answer = () => page().getByRole('article').filter({ hasText: 'Practice answer' });

describe('the first look', () => {
  test('says where one is, who one is, what time it is, and that nothing leaves', async () => {
    await enter();
    await page()
      .getByRole('button', { name: /^You are: Coordinator \(Montenegro\)/ })
      .waitFor();
    await page()
      .getByRole('button', { name: /^Mon 18 Nov 2019, 09:0\d Zurich/ })
      .waitFor();
    await page().getByText('Nothing leaves this computer.').first().waitFor();
  });

  test('invites with examples that send themselves', async () => {
    await enter();
    const examples = page().getByRole('region', { name: 'Examples' }).getByRole('button');
    await expect.poll(() => examples.allInnerTexts()).toHaveLength(4);
    await examples.filter({ hasText: 'which states' }).click();
    await answer().getByText('Only visible to you').waitFor();
    await expect.poll(() => examples.count()).toBe(0);
  });
});

describe('another person', () => {
  test('sees their own channels', async () => {
    await enter();
    const channels = page().getByRole('navigation', { name: 'Channels and direct messages' });
    await channels.getByRole('button', { name: 'isu-deadlines' }).waitFor();
    await page()
      .getByRole('button', { name: /^You are:/ })
      .click();
    await page()
      .getByRole('menuitemradio', { name: /^Observer/ })
      .click();
    await page()
      .getByRole('button', { name: /^You are: Observer/ })
      .waitFor();
    await channels.getByRole('button', { name: 'side-event' }).waitFor();
    await expect.poll(() => channels.getByRole('button', { name: 'isu-deadlines' }).count()).toBe(0);
    await page().goBack();
    await page()
      .getByRole('button', { name: /^You are: Coordinator \(Montenegro\)/ })
      .waitFor();
  });
});

describe('a message', () => {
  test('offers its shortcuts to the keyboard', async () => {
    await enter('#/U0MONTENEGRO/C0COORDINATION');
    const more = page().getByRole('article').first().getByRole('button', { name: 'More with this message' });
    await more.focus();
    await more.press('Enter');
    await page()
      .getByRole('menuitem', { name: /^Log as request/ })
      .press('Enter');
    const asked = page().getByRole('dialog').getByRole('textbox', { name: 'What is asked' });
    await expect.poll(() => asked.inputValue()).toContain('Practice message');
  });

  test('that mentions the desk is answered in its thread, where commands are refused and kept', async () => {
    await enter('#/U0MONTENEGRO/C0COORDINATION');
    await composer().pressSequentially('@Act');
    await page().getByRole('option', { name: '@Action5' }).waitFor();
    await composer().press('Tab');
    await composer().pressSequentially('and for clearance?');
    await composer().press('Enter');
    await page().getByRole('button', { name: '1 reply' }).click();
    const thread = page().getByRole('region', { name: 'Thread' });
    await thread.getByText(/^You asked: @Action5 and for clearance\?/).waitFor();
    const reply = thread.getByRole('textbox', { name: 'Reply' });
    await reply.fill('/ccm and for clearance?');
    await reply.press('Enter');
    await page()
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
    await page().getByRole('article').filter({ hasText: 'one\n<b>two</b>' }).waitFor();
    await expect.poll(() => composer().inputValue()).toBe('');
  });
});

describe('a command', () => {
  test('is completed by its verb and its State, as a service of the sandbox, and sent whole', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await composer().pressSequentially('/ccm l');
    await page().getByText('Only in the sandbox').waitFor();
    await page()
      .getByRole('option', { name: /^log \[State\]/ })
      .waitFor();
    await composer().press('Enter');
    await composer().pressSequentially('nor');
    await page().getByRole('option', { name: 'Northland' }).waitFor();
    await composer().press('Tab');
    await expect.poll(() => composer().inputValue()).toBe('/ccm log Northland ');
    await composer().press('Enter');
    await page().getByRole('dialog', { name: 'Log a request' }).waitFor();
    await page().keyboard.press('Escape');
  });
});

describe('what others write', () => {
  test('appears by itself and is marked as unread until it was seen', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    const register = page().getByRole('button', { name: /^ccm-register/ });
    await register.waitFor();
    await expect.poll(() => register.textContent()).toBe('ccm-register');
    const text = 'please look at *this*';
    await practice().act({ act: 'message', as: 'U0NETHERLANDS', channel: 'C0REGISTER', text });
    await page()
      .getByRole('button', { name: /^ccm-register.*1 unread$/ })
      .click();
    await page()
      .getByRole('article', { name: /^Coordinator \(Netherlands\)/ })
      .getByText('please look at')
      .waitFor();
    await page().getByRole('button', { name: 'side-event' }).click();
    await expect.poll(() => register.textContent()).toBe('ccm-register');
  });
});

describe('when the app stays silent', () => {
  test('Slack says so and what was typed comes back', async () => {
    await enter();
    await say('/ccm be silent');
    await page()
      .getByText(/operation_timeout/)
      .first()
      .waitFor();
    await expect.poll(() => composer().inputValue()).toBe('/ccm be silent');
  });
});

describe('the clock', () => {
  test('is moved by a day, to next Monday, and to any time', async () => {
    await enter();
    const clock = (time: RegExp) => page().getByRole('button', { name: time });
    await clock(/Mon 18 Nov 2019/).click();
    await page().getByRole('button', { name: '+1 day' }).click();
    await clock(/Tue 19 Nov 2019/).click();
    await page().getByRole('button', { name: 'Next Monday, 08:00' }).click();
    await clock(/Mon 25 Nov 2019, 08:00/).click();
    await page().getByLabel('Any date and time, in Zurich').fill('2020-02-21T17:30');
    await page().getByRole('button', { name: 'Set', exact: true }).click();
    await clock(/Fri 21 Feb 2020, 17:30/).waitFor();
  });
});

describe("the app's Home", () => {
  test('is drawn by the app when it is opened', async () => {
    await enter();
    await page().getByRole('button', { name: 'Home', exact: true }).click();
    await page().getByRole('heading', { name: 'Practice home' }).waitFor();
    await page().getByRole('button', { name: 'Messages', exact: true }).click();
    await composer().waitFor();
  });
});

describe('starting afresh', () => {
  test('asks first, then removes what was said', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await say('soon gone');
    await page().getByRole('article').filter({ hasText: 'soon gone' }).waitFor();
    await page().getByRole('button', { name: 'More of the sandbox' }).click();
    await page()
      .getByRole('menuitem', { name: /^Reset/ })
      .click();
    const question = page().getByRole('dialog', { name: 'Start the sandbox afresh?' });
    await question.getByRole('button', { name: 'Keep everything' }).click();
    await page().getByText('soon gone').waitFor();
    await page().getByRole('button', { name: 'More of the sandbox' }).click();
    await page()
      .getByRole('menuitem', { name: /^Reset/ })
      .click();
    await question.getByRole('button', { name: 'Start afresh' }).click();
    await page()
      .getByRole('button', { name: /Take the tour/ })
      .waitFor();
    await page().getByRole('button', { name: 'side-event' }).click();
    await page().getByRole('heading', { name: '#side-event' }).waitFor();
    await expect.poll(() => page().getByText('soon gone').count()).toBe(0);
  });
});
