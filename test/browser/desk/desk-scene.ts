import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type DeskProcess, startDeskProcess } from '../../setup/desk-process.ts';
import { theChromium, type Visit, visit } from '../chromium.ts';

/** What the tests of a file share: the whole desk, started as a person starts it, and a page on it. */
export interface DeskScene {
  desk(): DeskProcess;
  /** The address that it printed. */
  address(): string;
  page(): Page;
  /** Opens the sandbox at a place such as `#/U0MONTENEGRO/home`. */
  enter(place?: string): Promise<void>;
  say(line: string): Promise<void>;
  /** Moves the desk's clock. */
  moveTo(now: string): Promise<void>;
  /** The newest message with these words. */
  message(words: string | RegExp): Locator;
}

/** Starts the desk at `now`, its clock standing still, for a file of tests; after each of them the page must have had nothing to complain of. */
export function deskScene(now: string): DeskScene {
  let desk: DeskProcess;
  let browser: Browser;
  let visited: Visit | null = null;
  const page = (): Page => {
    if (visited === null) throw new Error('Nobody has entered yet.');
    return visited.page;
  };
  beforeAll(async () => {
    const env = { ACTION5_NOW: now, ACTION5_CLOCK: 'frozen' };
    [desk, browser] = await Promise.all([startDeskProcess(/Ctrl\+C ends it\./, env), theChromium()]);
  }, 120_000);
  afterAll(async () => {
    await desk?.stop();
  });
  afterEach(async () => {
    const complaints = visited?.complaints ?? [];
    await visited?.page.context().close();
    visited = null;
    expect(complaints).toEqual([]);
  });
  const address = (): string => /http:\S+/.exec(desk.printed())?.[0] ?? '';
  return {
    desk: () => desk,
    address,
    page,
    enter: async (place = '') => {
      visited = await visit(browser, address() + place);
    },
    say: async (line) => {
      const composer = page().getByRole('textbox', { name: /^Message / });
      await composer.fill(line);
      await composer.press('Enter');
    },
    moveTo: async (now) => {
      const { origin, searchParams } = new URL(address());
      const headers = { 'content-type': 'application/json', 'x-sandbox-token': searchParams.get('token') ?? '' };
      const body = JSON.stringify({ now });
      const answer = await fetch(`${origin}/sandbox/clock`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    message: (words) => page().getByRole('article').filter({ hasText: words }).last(),
  };
}
