import type { ParseArgsConfig } from 'node:util';
import type { openDatabase } from '../db/open.ts';
import type { Env } from '../env.ts';

/** Where a verb reads and prints; standard output carries its answer and nothing else. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  input: AsyncIterable<string | Uint8Array>;
}

/** 0 done, 1 done with findings, 2 unusable arguments, or a record that cannot be opened. */
export type ExitCode = 0 | 1 | 2;

/** What a person typed, as it was meant, or what is wrong with it. */
export type Taken<T> = { ok: true; value: T } | { ok: false; problem: string };

export interface Given {
  options: Readonly<Record<string, string | boolean | undefined>>;
  words: readonly string[];
  env: Env;
  terminal: Terminal;
  /** Opens the database, whatever is in it. */
  open: typeof openDatabase;
}

/** One verb of the command line. */
export interface Verb {
  name: string;
  usage: string;
  about: string;
  /** Whether words that belong to no option are part of it: a question, a State. */
  takesWords: boolean;
  /** Each option with what it does, for `--help`. */
  options: Readonly<Record<string, { type: 'string' | 'boolean'; about: string }>>;
  run(given: Given): Promise<ExitCode>;
}

/** Says on standard error what is wrong with what was typed. */
export function refuse(terminal: Terminal, problem: string): 2 {
  terminal.err(problem);
  return 2;
}

/** The options of `verb` as Node's parser takes them. */
export const parseOptions = (verb: Verb): NonNullable<ParseArgsConfig['options']> => ({
  ...Object.fromEntries(Object.entries(verb.options).map(([name, { type }]) => [name, { type }])),
  help: { type: 'boolean' },
});

export const DATA = { data: { type: 'string', about: 'the folder of an embedded database' } } as const;
export const JSON_OPTION = {
  json: { type: 'boolean', about: 'JSON on standard output and nothing else there' },
} as const;
export const AS_OF = {
  'as-of': { type: 'string', about: 'as known on this day (YYYY-MM-DD); default: today' },
} as const;
