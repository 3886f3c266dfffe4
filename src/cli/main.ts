import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readEnv } from '../env.ts';
import { ask } from './ask.ts';
import { deadlines } from './deadlines.ts';
import { doctor } from './doctor.ts';
import { migrate } from './migrate.ts';
import { state } from './state.ts';
import { type ExitCode, parseOptions, type Terminal, type Verb } from './verb.ts';

const VERBS: readonly Verb[] = [ask, deadlines, state, migrate, doctor];

const usage = (): string =>
  [
    'Usage: action5 VERB [options]',
    '',
    ...VERBS.map(({ name, usage: rest, about }) => `  ${`${name} ${rest}`.trimEnd()}\n      ${about}`),
    '',
    'Every verb has --help. Exit 0 done, 1 done with findings, 2 unusable arguments.',
  ].join('\n');

const helpFor = (verb: Verb): string =>
  [
    `Usage: action5 ${verb.name} ${verb.usage}`.trimEnd(),
    '',
    verb.about,
    '',
    ...Object.entries(verb.options).map(
      ([name, { type, about }]) => `  ${`--${name}${type === 'string' ? ' …' : ''}`.padEnd(14)} ${about}`,
    ),
  ].join('\n');

const standard: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  input: process.stdin,
};

/** Runs one verb and returns the exit code; nothing is thrown for what a person typed. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal = standard): Promise<ExitCode> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const [name = '', ...rest] = argv;
  if (name === '' || name === '--help' || name === 'help') {
    terminal.out(usage());
    return name === '' ? 2 : 0;
  }
  const verb = VERBS.find((each) => each.name === name);
  if (verb === undefined) {
    terminal.err(`There is no verb "${name}".\n\n${usage()}`);
    return 2;
  }
  const parsed = argumentsOf(verb, rest);
  if (!parsed.ok) {
    terminal.err(`${parsed.problem}\n\n${helpFor(verb)}`);
    return 2;
  }
  if (parsed.options['help']) {
    terminal.out(helpFor(verb));
    return 0;
  }
  const read = readEnv(undefined, false);
  if (!read.ok) {
    for (const problem of read.problems) terminal.err(problem);
    return 2;
  }
  const folder = parsed.options['data'];
  const env = typeof folder === 'string' ? { ...read.env, folder, databaseUrl: null } : read.env;
  return verb.run({ options: parsed.options, words: parsed.words, env, terminal });
}

type Parsed =
  | { ok: true; options: Record<string, string | boolean | undefined>; words: readonly string[] }
  | { ok: false; problem: string };

function argumentsOf(verb: Verb, args: readonly string[]): Parsed {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: parseOptions(verb),
      allowPositionals: true,
      strict: true,
    });
    const options: Record<string, string | boolean | undefined> = {};
    for (const [name, value] of Object.entries(values)) if (!Array.isArray(value)) options[name] = value;
    return { ok: true, options, words: positionals };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
