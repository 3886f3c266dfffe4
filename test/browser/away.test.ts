import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { theChromium, visit } from './chromium.ts';
import { startPractice } from './practice.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theChromium();
});

test('a page whose sandbox is gone says so, and what to do once it has started again with another key', async () => {
  const first = await startPractice();
  const { page } = await visit(browser, first.address);
  await page.getByRole('button', { name: /^Take the tour/ }).waitFor();
  await first.stop();
  await page.getByText('The sandbox does not answer.').waitFor();
  const second = await startPractice(Number(new URL(first.address).port));
  await page.getByText('The sandbox was started again. Please open the address that it printed then').waitFor();
  await page.goto(second.address);
  await page.getByRole('button', { name: /^Take the tour/ }).waitFor();
  await expect.poll(() => page.getByText('The sandbox was started again').count()).toBe(0);
  await page.context().close();
  await second.stop();
});
