#!/usr/bin/env node
// Builds the desk and its command line into dist/desk, so that a start does not translate each source file anew.
// Packages stay where they are installed; what is imported dynamically (the sandbox) stays a file of its own.
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Builds into `folder`, replacing what was there. */
export async function buildDesk(folder = join(root, 'dist', 'desk')) {
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: { main: join(root, 'src', 'main.ts'), 'command-line': join(root, 'src', 'cli', 'main.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDesk();
