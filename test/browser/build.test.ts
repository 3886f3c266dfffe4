import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../scripts/build-page.mjs';

test('the page is small, whole, and names no address but its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-page-'));
  await buildPage(folder);
  const files = await readdir(folder);
  expect(files.toSorted()).toEqual(['icon.svg', 'index.html', 'page.css', 'page.js']);
  const [html = '', script = '', style = ''] = await Promise.all(
    ['index.html', 'page.js', 'page.css'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  expect(Buffer.byteLength(script)).toBeLessThan(300_000);
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style|style=| on\w+=|https?:/);
  expect(style).not.toMatch(/url\(|@import/);
  await rm(folder, { recursive: true });
});
