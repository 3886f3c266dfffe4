import { describe, expect, test } from 'vitest';
import { beyondEdge, found } from '../axe.ts';
import type { DeskScene } from './desk-scene.ts';

/** The desk's screens in wide and narrow windows, light and dark. */
export function anyWindow({ page, enter, say }: DeskScene): void {
  describe('in any window, by day and by night', () => {
    test.each([
      ['Home', 'home', null, 'Dates ahead'],
      ['an answer with a table', 'C0SIDEEVENT', '/ccm which states need victim assistance?', 'Source: '],
      ['a State', 'C0SIDEEVENT', '/ccm state Lebanon', 'As of 18 Nov 2019'],
      ['a list of requests', 'C0SIDEEVENT', '/ccm requests victim assistance', 'requests of'],
      ['the dates', 'C0SIDEEVENT', '/ccm deadlines', 'Dates under Articles 3, 4 and 7'],
      ['help', 'C0SIDEEVENT', '/ccm help', '/ccm log'],
    ] as const)('%s fits, and axe-core objects to nothing', async (_, place, line, words) => {
      await enter(`#/U0MONTENEGRO/${place}`);
      if (line !== null) await say(line);
      await page().getByText(words).last().waitFor();
      for (const [width, colorScheme] of [
        [1600, 'light'],
        [360, 'dark'],
      ] as const) {
        await page().emulateMedia({ colorScheme });
        await page().setViewportSize({ width, height: 740 });
        await expect.poll(() => beyondEdge(page()), { message: `at ${width} pixels` }).toEqual([]);
        await expect.poll(() => found(page())).toEqual([]);
      }
    });
  });
}
