import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase } from '../db/open.ts';
import { readEnv } from '../env.ts';
import { ask } from './ask.ts';
import { deadlines } from './deadlines.ts';
import { doctor } from './doctor.ts';
import { migrate } from './migrate.ts';
import { state } from './state.ts';
import { type ExitCode, type Given, parseOptions, refuse, type Taken, type Terminal, type Verb } from './verb.ts';

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

/** What the command line is run with: where it prints, how it opens the record, and the variables it reads. */
export interface Process extends Pick<Given, 'terminal' | 'open'> {
  environment: Readonly<Record<string, string | undefined>> | undefined;
}

/** The process itself; `.env` is read here alone, so that no test ever does. */
function thisProcess(): Process {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // Who reads only the first lines (`| head`) closes the pipe: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const terminal: Terminal = {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    input: process.stdin,
  };
  return { terminal, open: openDatabase, environment: undefined };
}

/** Runs one verb and returns the exit code; nothing is thrown for what a person typed. */
export async function runCommandLine(
  argv: readonly string[],
  { terminal, open, environment }: Process = thisProcess(),
): Promise<ExitCode> {
  const [name = '', ...rest] = argv;
  const asksForHelp = ['--help', '-h', 'help'].includes(name);
  const verb = VERBS.find((each) => each.name === (asksForHelp ? rest[0] : name));
  if (asksForHelp || name === '') {
    terminal.out(verb ? helpFor(verb) : usage());
    return name === '' ? 2 : 0;
  }
  if (verb === undefined) return refuse(terminal, `There is no verb "${name}".\n\n${usage()}`);
  const parsed = argumentsOf(verb, rest);
  if (!parsed.ok) return refuse(terminal, `${parsed.problem}\n\n${helpFor(verb)}`);
  const { options, words } = parsed.value;
  if (options['help']) {
    terminal.out(helpFor(verb));
    return 0;
  }
  const read = readEnv(environment, false);
  if (!read.ok) return refuse(terminal, read.problems.join('\n'));
  const folder = options['data'];
  const env = typeof folder === 'string' ? { ...read.env, folder, databaseUrl: null } : read.env;
  return verb.run({ options, words, env, terminal, open });
}

function argumentsOf(verb: Verb, args: readonly string[]): Taken<Pick<Given, 'options' | 'words'>> {
  try {
    const { values, positionals: words } = parseArgs({
      args: [...args],
      options: parseOptions(verb),
      allowPositionals: true,
      strict: true,
    });
    if (words.length > 0 && !verb.takesWords)
      return { ok: false, problem: `"${words.join(' ')}" is too much: ${verb.name} takes options alone.` };
    if (values['data'] === '') return { ok: false, problem: '--data: give the folder.' };
    const options: Record<string, string | boolean | undefined> = {};
    for (const [name, value] of Object.entries(values)) if (!Array.isArray(value)) options[name] = value;
    return { ok: true, value: { options, words } };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
