import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { theChromium, type Visit, visit } from './chromium.ts';
import { type Practice, startPractice } from './practice.ts';

/** What the tests of a file share: a sandbox that begins afresh before each of them, and a page in it. */
export interface Scene {
  practice(): Practice;
  page(): Page;
  /** Opens the sandbox, at a place such as `#/U0MONTENEGRO/home`. */
  enter(place?: string): Promise<void>;
  /** The box of the channel in which one types. */
  composer(): Locator;
  say(line: string): Promise<void>;
}

/** Sets the scene for a file of tests; after each of them the page must have had nothing to complain of. */
export function scene(): Scene {
  let practice: Practice;
  let browser: Browser;
  let visited: Visit;
  beforeAll(async () => {
    [practice, browser] = await Promise.all([startPractice(), theChromium()]);
  });
  afterAll(async () => {
    await practice?.stop();
  });
  beforeEach(async () => {
    await practice.reset();
    return async () => {
      expect(visited.complaints).toEqual([]);
      await visited.page.context().close();
    };
  });
  const composer = () => visited.page.getByRole('textbox', { name: /^Message / });
  return {
    practice: () => practice,
    page: () => visited.page,
    enter: async (place = '') => {
      visited = await visit(browser, practice.address + place);
    },
    composer,
    say: async (line) => {
      await composer().fill(line);
      await composer().press('Enter');
    },
  };
}
