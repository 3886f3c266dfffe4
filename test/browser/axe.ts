import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong on the page, minor things aside; by these rules alone where some are named. */
export async function found(page: Page, rules: readonly string[] = []): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(AXE);
  const only = rules.length === 0 ? {} : { runOnly: { type: 'rule', values: rules } };
  const report: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...only })}).then(({ violations }) => violations
      .filter(({ impact }) => impact !== 'minor')
      .map(({ id, impact, nodes }) => impact + ' ' + id + ': ' + nodes.map(({ html }) => html).join(' | ')))`,
  );
  return Array.isArray(report) ? report.map(String) : ['axe-core did not report'];
}

/** Elements that reach beyond the right edge of the window, what scrolls by itself aside. */
export const beyondEdge = (page: Page): Promise<unknown> =>
  page.evaluate(
    `[...document.querySelectorAll('#sandbox *')]
      .filter((element) => element.checkVisibility() && !element.closest('.table-scroll, .unseen, pre'))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 120))
      .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])`,
  );
