import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const ARGS = [
  '--headless',
  '--lang=en-GB',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-software-rasterizer',
  '--disable-extensions',
  '--disable-features=Translate,BackForwardCache',
];

let running: Promise<Browser> | null = null;

/** A real Chromium for all files of a worker, where each visit has a window of its own; it ends with the worker. It is the one that `CHROME_PATH` names, on Linux the one from npm, elsewhere the Chrome that is installed. */
export function theChromium(): Promise<Browser> {
  running ??= launch();
  return running;
}

async function launch(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  const path = CHROME_PATH ?? (process.platform === 'linux' ? await sparticuz.executablePath() : null);
  return chromium.launch(path === null ? { channel: 'chrome', args: ARGS } : { executablePath: path, args: ARGS });
}

/** All that the page may ask for: itself, and the local endpoints that `protocol.ts` describes. */
const ASKED =
  /^\/(|assets\/[^/]+|archives\/.+|files\/.+|sandbox\/(state|words|events|act|clock|reset|fault|file|outlook))$/;

export interface Visit {
  page: Page;
  /** Errors and warnings of the console, uncaught exceptions, and requests for anything but the sandbox's own. */
  complaints: string[];
}

/** Opens `address` in a window of its own. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(50_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin !== new URL(address).origin || !ASKED.test(pathname)) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(address);
  await page.locator('.topbar').waitFor();
  return { page, complaints };
}
