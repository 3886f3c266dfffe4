import { beforeEach, describe, expect, test } from 'vitest';
import { scene } from './scene.ts';

const { practice, page, enter, say } = scene();

const pane = () => page().getByRole('region', { name: 'Faults' });
const status = () => pane().getByRole('status');

describe('the pane for faults', () => {
  beforeEach(async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await page().getByRole('button', { name: 'More of the sandbox' }).click();
    await page()
      .getByRole('menuitem', { name: /^Faults/ })
      .click();
    await status().getByText('Nothing is going to go wrong.').waitFor();
  });

  test('loses an acknowledgement, says so until it has happened, and Slack tells the person', async () => {
    await pane().getByRole('button', { name: 'Lost' }).click();
    await status().getByText('An acknowledgement is lost').waitFor();
    await say('/ccm which states?');
    await page()
      .getByText(/operation_timeout/)
      .first()
      .waitFor();
    await status().getByText('Nothing is going to go wrong.').waitFor();
  });

  test('refuses calls as often as it was asked to, and calls the rest off', async () => {
    await pane().getByLabel('The next call of').selectOption('views.open');
    await pane().getByLabel('What happens').selectOption('Slack refuses it');
    await pane().getByLabel("Slack's error code").fill('Not A Code');
    await pane().getByLabel("Slack's error code").press('Enter');
    await expect
      .poll(() => pane().getByRole('button', { name: 'Let it happen' }).getAttribute('aria-disabled'))
      .toBe('true');
    await pane().getByLabel("Slack's error code").fill('internal_error');
    await pane().getByLabel('How often').selectOption('twice');
    await pane().getByRole('button', { name: 'Let it happen' }).click();
    await status().getByText('views.open: refused with internal_error').waitFor();
    await status().getByText('2 times').waitFor();
    await say('/ccm log');
    await page().getByText('The form could not be opened.').waitFor();
    await expect.poll(() => practice().faultsLeft()).toBe(1);
    await expect.poll(() => page().getByRole('dialog').count()).toBe(0);
    await pane().getByRole('button', { name: 'Call it off' }).click();
    await status().getByText('Nothing is going to go wrong.').waitFor();
    await say('/ccm log');
    await page().getByRole('dialog', { name: 'Log a request' }).waitFor();
    await page().keyboard.press('Escape');
  });

  test('says what cannot happen yet, and lets the last event come again', async () => {
    const again = pane().getByRole('button', { name: 'Send the last one again' });
    await again.click();
    await pane().getByText('There has been no event yet.').waitFor();
    await say('@Action5 once more');
    await page().getByRole('button', { name: '1 reply' }).waitFor();
    await again.click();
    await page().getByRole('button', { name: '2 replies' }).waitFor();
    await expect.poll(() => pane().getByText('There has been no event yet.').count()).toBe(0);
  });

  test('closes the connection, and the page says that the desk is away until it is back', async () => {
    await pane().getByText('The desk holds one socket open.').waitFor();
    await pane().getByRole('button', { name: 'Ask it to reconnect' }).click();
    await page().getByText('The desk is not connected at the moment').waitFor();
    await pane().getByText('The desk holds 0 sockets open.').waitFor();
    await pane().getByText('The desk holds one socket open.').waitFor();
    await expect.poll(() => page().getByText('The desk is not connected').count()).toBe(0);
  });

  test('stays open from place to place, is in the address, and closes with Escape', async () => {
    await page().getByRole('button', { name: 'ccm-register' }).click();
    await page().getByRole('heading', { name: '#ccm-register' }).waitFor();
    await expect.poll(() => new URL(page().url()).hash).toBe('#/U0MONTENEGRO/C0REGISTER?faults');
    await pane().getByRole('button', { name: 'Lost' }).press('Escape');
    await expect.poll(() => pane().count()).toBe(0);
    const more = page().getByRole('button', { name: 'More of the sandbox' });
    await expect.poll(() => more.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  });
});
