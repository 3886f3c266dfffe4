#!/usr/bin/env node
// `npm run -s action5 -- VERB`: the command line. What it prints belongs to the verb; preparing speaks on standard error only.
import './compile-later.mjs';
import { prepare } from './prepare.mjs';

await prepare();
process.setSourceMapsEnabled(true);
const { runCommandLine } = await import('../dist/desk/command-line.mjs');
process.exitCode = await runCommandLine(process.argv.slice(2));
