import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { scene } from './scene.ts';

const { page, enter, composer, say } = scene();

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const choose = (...files: ReturnType<typeof csv>[]) => page().getByLabel('Files to send').setInputFiles(files);
const waiting = () => page().getByRole('list', { name: 'Files to send' }).getByRole('listitem');

describe('a picture of the app', () => {
  test('is shown in its message, described, and opens by itself', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await say('/ccm picture');
    const message = page().getByRole('article').filter({ hasText: 'The dates as a picture' });
    const picture = message.getByRole('img', { name: 'A line of dates' });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).toBe(8);
    await message.getByText('PNG, 76 bytes').waitFor();
    const [opened] = await Promise.all([page().context().waitForEvent('page'), message.getByRole('link').click()]);
    await opened.waitForLoadState();
    await expect.poll(() => new URL(opened.url()).pathname).toMatch(/^\/files\/F\w+\/timeline\.png$/);
  });
});

describe('a file of a person', () => {
  test('waits until the message is sent, can be taken out again, and reaches the app', async () => {
    await enter();
    await choose(csv('needs.csv', 'iso3,theme'), csv('wrong.csv', 'x'));
    await expect.poll(() => waiting().allInnerTexts()).toEqual(['needs.csv', 'wrong.csv']);
    await page().getByRole('button', { name: 'Take out wrong.csv' }).click();
    await expect.poll(() => waiting().count()).toBe(1);
    await composer().press('Enter');
    await page().getByText('Received needs.csv (10)').waitFor();
    await expect.poll(() => waiting().count()).toBe(0);
    const mine = page().getByRole('article', { name: /^Coordinator \(Montenegro\)/ });
    const [taken] = await Promise.all([
      page().waitForEvent('download'),
      mine.getByRole('link', { name: /^needs\.csv/ }).click(),
    ]);
    expect(taken.suggestedFilename()).toBe('needs.csv');
    expect(await readFile(await taken.path(), 'utf8')).toBe('iso3,theme');
  });

  test('does not go with a command, and waits on', async () => {
    await enter('#/U0MONTENEGRO/C0SIDEEVENT');
    await choose(csv('needs.csv', 'x'));
    await expect.poll(() => waiting().count()).toBe(1);
    await say('/ccm which states?');
    await page().getByText('Practice answer').waitFor();
    await expect.poll(() => waiting().count()).toBe(1);
  });

  test('that is empty is refused in words', async () => {
    await enter();
    await choose(csv('empty.csv', ''));
    await page().getByText('This file is empty.').waitFor();
    await expect.poll(() => waiting().count()).toBe(0);
  });
});
