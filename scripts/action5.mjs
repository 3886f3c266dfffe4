#!/usr/bin/env node
// `npm run -s action5 -- VERB`: the command line. What it prints belongs to the verb; preparing speaks on standard error only.
import { prepare } from './prepare.mjs';

await prepare();
const { register } = await import('tsx/esm/api');
register();
const { runCommandLine } = await import('../src/cli/main.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
