import { describe, expect, test } from 'vitest';
import { scene } from './scene.ts';

const { practice, page, enter, composer, say } = scene();

const hash = () => new URL(page().url()).hash;
const article = (text: string) => page().getByRole('article').filter({ hasText: text });

describe('an address', () => {
  test('leads to a person, a channel, a thread and a step of the tour', async () => {
    await enter('#/U0ISU/C0PRACTICE?tour=3');
    await page()
      .getByRole('button', { name: /^You are: ISU/ })
      .waitFor();
    await page().getByRole('heading', { name: '#practice-case' }).waitFor();
    await page().getByRole('region', { name: 'Guided tour' }).getByText('step 3 of 5').waitFor();
    await page().getByRole('button', { name: '1 reply' }).click();
    await page().getByRole('region', { name: 'Thread' }).getByText('the Example Fund (a made-up donor)').waitFor();
    await expect.poll(() => hash()).toMatch(/^#\/U0ISU\/C0PRACTICE\?thread=[\d.]+&tour=3$/);
    await page().reload();
    await page().getByRole('region', { name: 'Thread' }).getByText('the Example Fund (a made-up donor)').waitFor();
    await page().goBack();
    await expect.poll(() => page().getByRole('region', { name: 'Thread' }).count()).toBe(0);
  });

  test('of a message is copied from its menu', async () => {
    await enter('#/U0MONTENEGRO/C0COORDINATION');
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page().getByRole('article').first().getByRole('button', { name: 'More with this message' }).click();
    await page().getByRole('menuitem', { name: 'Copy link' }).click();
    const copied = () => page().evaluate('navigator.clipboard.readText()');
    await expect.poll(copied).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/archives\/C0COORDINATION\/p\d{16}$/);
  });

  test('that is a permalink of Slack shows its message', async () => {
    await practice().act({ act: 'message', as: 'U0ISU', channel: 'C0SIDEEVENT', text: 'the one meant' });
    for (let n = 0; n < 30; n += 1)
      await practice().act({ act: 'message', as: 'U0ISU', channel: 'C0SIDEEVENT', text: `later ${n}\nand\nmore` });
    await enter();
    const permalink: unknown = await page().evaluate(
      `fetch('/sandbox/state?as=U0MONTENEGRO').then((answer) => answer.json())
        .then(({ messages }) => messages.C0SIDEEVENT[0].permalink)`,
    );
    await page().goto(String(permalink));
    await article('the one meant').waitFor();
    await expect
      .poll(() =>
        article('the one meant').evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return top > 0 && bottom < innerHeight;
        }),
      )
      .toBe(true);
  });

  test('without a place leads back to where one was', async () => {
    await enter('#/U0NETHERLANDS/C0REGISTER?tour=2');
    await page().getByRole('button', { name: 'ccm-coordination' }).click();
    await page().getByRole('heading', { name: '#ccm-coordination' }).waitFor();
    await page().goto(practice().address);
    await page().getByRole('heading', { name: '#ccm-coordination' }).waitFor();
    await page()
      .getByRole('button', { name: /^You are: Coordinator \(Netherlands\)/ })
      .waitFor();
    await page().getByRole('region', { name: 'Guided tour' }).getByText('step 2 of 5').waitFor();
  });
});

describe('the tour', () => {
  test('does the next step while the one before still waits for its answer', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT?tour=1&faults');
    const tour = page().getByRole('region', { name: 'Guided tour' });
    await page().getByRole('button', { name: '2 s late' }).click();
    await page().getByText('An acknowledgement comes 2 seconds late').waitFor();
    await tour.getByRole('button', { name: 'Ask it' }).click();
    await tour.getByRole('button', { name: 'Next' }).click();
    await tour.getByRole('button', { name: 'Look it up' }).click();
    await expect.poll(() => article('Practice answer').count()).toBe(2);
    await expect.poll(() => tour.locator('[aria-busy=true]').count()).toBe(0);
    await expect.poll(() => tour.getByRole('alert').count()).toBe(0);
  });

  test('is taken from its first step to its last with the keyboard alone', async () => {
    await enter();
    const { keyboard } = page();
    const tour = page().getByRole('region', { name: 'Guided tour' });
    const heading = (name: string) => tour.getByRole('heading', { name });
    /** Goes on with Tab until this is where one is, and presses it; focus is with the heading of a step at first. */
    const go = async (name: string) => {
      const button = tour.getByRole('button', { name, exact: true });
      const here = () => button.evaluate((one) => one === one.ownerDocument.activeElement);
      for (let steps = 0; steps < 8 && !(await here()); steps += 1) await keyboard.press('Tab');
      await expect.poll(here).toBe(true);
      await keyboard.press('Enter');
    };
    await page()
      .getByRole('button', { name: /^Take the tour/ })
      .focus();
    await keyboard.press('Enter');
    for (const [title, next] of [
      ['Ask a question', 'Next'],
      ['Look up a State', 'Next'],
      ['Log what arrives', 'Next'],
      ['See what needs you', 'Next'],
      ['Monday, 08:00', 'Finish'],
    ] as const) {
      await expect.poll(() => heading(title).evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
      if (title === 'Ask a question') {
        await go('Ask it');
        await article('Practice answer').waitFor();
      }
      if (title === 'Log what arrives') {
        await go('Open the form');
        await page().getByRole('dialog', { name: 'Log a request' }).waitFor();
        await keyboard.press('Escape');
        await expect.poll(() => page().getByRole('dialog').count()).toBe(0);
      }
      await go(next);
    }
    await expect.poll(() => tour.count()).toBe(0);
  });

  test('says what a step could not do, and is left and taken up at any step', async () => {
    await enter();
    await page()
      .getByRole('button', { name: /^Take the tour/ })
      .click();
    const tour = page().getByRole('region', { name: 'Guided tour' });
    await tour.getByRole('heading', { name: 'Ask a question' }).waitFor();
    await tour.getByRole('button', { name: 'Ask it' }).click();
    await article('Practice answer').waitFor();
    await expect.poll(() => hash()).toBe('#/U0MONTENEGRO/C0SIDEEVENT?tour=1');
    await tour.getByRole('button', { name: 'Next' }).click();
    await tour.getByRole('heading', { name: 'Look up a State' }).waitFor();
    await page().getByRole('button', { name: 'More of the sandbox' }).click();
    await page()
      .getByRole('menuitem', { name: /^Faults/ })
      .click();
    await page().getByRole('button', { name: 'Lost' }).click();
    await page().getByText('An acknowledgement is lost').waitFor();
    await tour.getByRole('button', { name: 'Look it up' }).click();
    await tour.getByRole('alert').getByText('operation_timeout').waitFor();
    await tour.getByRole('button', { name: 'Leave the tour' }).click();
    await expect.poll(() => tour.count()).toBe(0);
    await page().getByRole('button', { name: 'Tour', exact: true }).click();
    await tour.getByText('step 1 of 5').waitFor();
  });
});

describe('a person of another workspace', () => {
  test('has the shared channel alone, is told that /ccm is none of theirs, and is marked for the others', async () => {
    await enter('#/U0MINISTRY/home');
    await page().getByRole('heading', { name: '#side-event' }).waitFor();
    const places = page().getByRole('navigation', { name: 'Channels and direct messages' });
    await expect.poll(() => places.getByRole('button').allInnerTexts()).toEqual(['side-event']);
    // Nothing has been said here yet, and yet nothing is offered that they could not use.
    await page().getByText('This is the beginning of').waitFor();
    await expect.poll(() => page().getByRole('region', { name: 'Examples' }).count()).toBe(0);
    await composer().pressSequentially('/');
    await expect.poll(() => page().getByRole('option').count()).toBe(0);
    await say('/ccm help');
    await page().getByText('/ccm is not a valid command.').waitFor();
    await say('hello from the ministry');
    await page()
      .getByRole('button', { name: /^You are:/ })
      .click();
    await page()
      .getByRole('menuitemradio', { name: /^Observer/ })
      .click();
    await article('hello from the ministry').getByText('From a ministry').waitFor();
    await expect.poll(() => page().getByText('/ccm is not a valid command.').count()).toBe(0);
  });
});

describe('who reads a channel', () => {
  test('is said above it, marked when some are from outside, and changed by bringing a guest in', async () => {
    await enter('#/U0MONTENEGRO/C0COORDINATION');
    const members = () => page().getByRole('button', { name: /members/ });
    await expect.poll(() => members().textContent()).toBe('6 members');
    await members().click();
    await page().getByRole('button', { name: 'Guest (NGO) guest' }).click();
    await expect.poll(() => members().textContent()).toBe('7 members, 1 from outside');
    await article('was added to #ccm-coordination by @Coordinator (Montenegro).').waitFor();
    await page().keyboard.press('Escape');
    await expect.poll(() => page().getByText('Who reads here').count()).toBe(0);
  });
});

describe('messages', () => {
  test('that came meanwhile stand under a line that says New, until one leaves', async () => {
    // One's own, sent from elsewhere, is not new to oneself.
    await practice().act({ act: 'message', as: 'U0MONTENEGRO', channel: 'C0REGISTER', text: 'sent before' });
    await practice().act({ act: 'message', as: 'U0ISU', channel: 'C0REGISTER', text: 'first\n'.repeat(60) });
    await enter('#/U0MONTENEGRO/C0REGISTER');
    await article('first').waitFor();
    const marked = page().locator('.new-line + article, .day-new + article');
    await expect.poll(() => marked.count()).toBe(1);
    await expect.poll(() => marked.textContent()).toContain('first');
    // It is longer than the window: its beginning is in sight, and so is the line over it.
    const line = page().getByText('New', { exact: true });
    const list = page().getByRole('log');
    const top = (of: typeof line) => of.evaluate((one) => one.getBoundingClientRect().top);
    await expect.poll(async () => (await top(line)) - (await top(list))).toBeGreaterThanOrEqual(0);
    await page().getByRole('button', { name: 'side-event' }).click();
    await page().getByRole('button', { name: 'ccm-register' }).click();
    await article('first').waitFor();
    await expect.poll(() => page().getByText('New', { exact: true }).count()).toBe(0);
    await say('my own');
    await article('my own').waitFor();
    await expect.poll(() => page().getByText('New', { exact: true }).count()).toBe(0);
  });

  test('that only one sees are put away', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await say('/ccm which states?');
    await article('Practice answer').getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => article('Practice answer').count()).toBe(0);
  });

  test('show tables, folded parts, lists and moments in the zone of the person', async () => {
    await enter('#/U0MEXICO/C0SIDEEVENT');
    await say('/ccm seldom');
    const message = article('Folded away');
    await expect.poll(() => message.getByRole('cell').allInnerTexts()).toEqual(['Northland', '12']);
    await expect.poll(() => message.getByText('what was folded').isVisible()).toBe(false);
    await message.getByText('Folded away').click();
    await expect.poll(() => message.getByText('what was folded').isVisible()).toBe(true);
    await expect.poll(() => message.getByRole('listitem').locator('strong').textContent()).toBe('an item');
    const moment = message.getByLabel('Date and time');
    await expect.poll(() => moment.inputValue()).toBe('2019-11-21T03:00');
    await moment.fill('2019-11-21T04:30');
    await page().getByText('Chosen: 1574332200').waitFor();
  });
});

describe('Home', () => {
  test('is asked for anew when the clock was moved', async () => {
    await enter('#/U0MONTENEGRO/home');
    const opened = page().getByText(/^Opened \d+ times?$/);
    await expect.poll(() => opened.textContent()).toBe('Opened 1 time');
    await page()
      .getByRole('button', { name: /move the clock$/ })
      .click();
    await page().getByRole('button', { name: '+1 day' }).click();
    await expect.poll(() => opened.textContent()).toBe('Opened 2 times');
  });
});
