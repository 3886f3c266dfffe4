#!/usr/bin/env node
// Builds the sandbox's page into dist/page: index.html and what it asks for under /assets/. Nothing in it comes from elsewhere.
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src', 'sandbox', 'page');

/** Builds the page into `folder`, replacing what was there. */
export async function buildPage(folder = join(root, 'dist', 'page')) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([
    build({
      entryPoints: { page: join(source, 'main.tsx') },
      outdir: folder,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2023',
      tsconfig: join(source, 'tsconfig.json'),
      logLevel: 'warning',
    }),
    build({
      entryPoints: { page: join(source, 'style', 'page.css') },
      outdir: folder,
      bundle: true,
      minify: true,
      logLevel: 'warning',
    }),
    cp(join(source, 'index.html'), join(folder, 'index.html')),
    cp(join(source, 'icon.svg'), join(folder, 'icon.svg')),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage();
