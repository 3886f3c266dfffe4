#!/usr/bin/env node
// Builds the desk and its command line into dist/desk, so that a start does not translate and look up each file anew.
// Packages are built in; what is imported dynamically (the sandbox, PostgreSQL's driver) stays a file of its own.
import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// These find files of theirs beside themselves, or are never there: pg and ws do without the last three.
const LEFT_WHERE_THEY_ARE = [
  '@electric-sql/pglite',
  '@prisma/schema-engine-wasm',
  '@resvg/resvg-js',
  'esbuild',
  'pg-native',
  'bufferutil',
  'utf-8-validate',
];

// What packages written for CommonJS require of Node itself.
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

// Stack traces lead to the line in the desk's own sources, and to the file alone in a package: maps of all lines of all
// packages would have to be read whenever a stack is.
const fileAlone = (path) =>
  Buffer.from(JSON.stringify({ version: 3, sources: [basename(path)], names: [], mappings: 'AAAA' })).toString(
    'base64',
  );

const packagesByFile = {
  name: 'packages-by-file',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${fileAlone(path)}`,
    }));
  },
};

/** How TypeScript and the packages it needs become something that Node runs as it is, as deep in the project as `dist/desk`. */
export const forNode = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: LEFT_WHERE_THEY_ARE,
  banner: { js: REQUIRE },
  plugins: [packagesByFile],
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  tsconfig: join(root, 'tsconfig.json'),
  logLevel: 'warning',
};

/** Builds into `folder`, replacing what was there. */
export async function buildDesk(folder = join(root, 'dist', 'desk')) {
  await rm(folder, { recursive: true, force: true });
  await build({
    ...forNode,
    entryPoints: { main: join(root, 'src', 'main.ts'), 'command-line': join(root, 'src', 'cli', 'main.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[name]-[hash]',
    splitting: true,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDesk();
