// Makes the README's pictures anew (`npx tsx scripts/pictures.ts`): starts the desk on a fresh folder, does in a real browser
// what a person does, and keeps what is seen under docs/. Run it after a change of what people see, and look at what came of it.
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { theChromium, visit } from '../test/browser/chromium.ts';
import { startDeskProcess } from '../test/setup/desk-process.ts';
import { prepare } from './prepare.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.argv[2] ?? join(root, 'docs');
const MOST_BYTES = 300_000;

const say = async (page: Page, line: string): Promise<void> => {
  const composer = page.getByRole('textbox', { name: /^Message / });
  await composer.fill(line);
  await composer.press('Enter');
};
const message = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words }).last();

interface Picture {
  size: readonly [width: number, height: number];
  dark?: boolean;
  place: string;
  /** What is done before. */
  reach(page: Page): Promise<void>;
  leave?(page: Page): Promise<void>;
}

const PICTURES: Readonly<Record<string, Picture>> = {
  sandbox: {
    size: [1280, 900],
    place: '#/U0MONTENEGRO/C0SIDEEVENT',
    async reach(page) {
      await say(page, '/ccm which states need victim assistance?');
      await message(page, 'Nine States Parties')
        .getByText(/^Source: /)
        .waitFor();
    },
  },
  home: {
    size: [1280, 800],
    place: '#/U0MONTENEGRO/home',
    reach: (page) => page.getByText('Dates ahead', { exact: true }).waitFor(),
  },
  log: {
    size: [1280, 980],
    place: '#/U0MONTENEGRO/C0COORDINATION',
    async reach(page) {
      await say(page, '/ccm log Lebanon clearance');
      await page.getByRole('dialog').getByText('Lebanon already has AR-2018-005').waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  tour: {
    size: [1280, 800],
    place: '#/U0MONTENEGRO/C0PRACTICE?tour=3',
    reach: (page) => message(page, 'Practice letter').waitFor(),
  },
  telephone: {
    size: [390, 844],
    dark: true,
    place: '#/U0NETHERLANDS/C0COORDINATION',
    async reach(page) {
      await say(page, '/ccm state Lebanon');
      await message(page, 'Next: extension request').waitFor();
    },
  },
  digest: {
    size: [1280, 1000],
    place: '#/U0ISU/C0DEADLINES',
    async reach(page) {
      await page.getByRole('button', { name: /move the clock$/ }).click();
      await page.getByRole('button', { name: 'Next Monday, 08:00' }).click();
      await message(page, 'Deadlines · week of Monday 25 November 2019').waitFor();
      await page.mouse.move(0, 0);
    },
  },
};

process.chdir(root);
await prepare();
await mkdir(folder, { recursive: true });
const desk = await startDeskProcess(/Ctrl\+C ends it\./, {
  ACTION5_NOW: '2019-11-18T08:05:00+01:00',
  ACTION5_CLOCK: 'frozen',
});
const browser = await theChromium();
try {
  const address = /http:\S+/.exec(desk.printed())?.[0] ?? '';
  for (const [name, { size, place, dark, reach, leave }] of Object.entries(PICTURES)) {
    const [width, height] = size;
    const { page, complaints } = await visit(browser, address + place, {
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
    });
    await reach(page);
    // Nothing blinks or waits any more.
    await page.evaluate('document.activeElement?.blur()');
    await page.waitForTimeout(400);
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    await leave?.(page);
    await page.context().close();
    const { size: bytes } = await stat(file);
    if (complaints.length > 0) throw new Error(`${name}: ${complaints.join('; ')}`);
    if (bytes > MOST_BYTES) throw new Error(`${name}.png has ${bytes} bytes (at most ${MOST_BYTES}).`);
    process.stdout.write(`${file} ${Math.round(bytes / 1_000)} kB\n`);
  }
} finally {
  await browser.close();
  await desk.stop();
}
