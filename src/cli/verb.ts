import type { ParseArgsConfig } from 'node:util';
import type { Env } from '../env.ts';

/** Where a verb reads and prints; standard output carries its answer and nothing else. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  input: AsyncIterable<string | Uint8Array>;
}

/** 0 done, 1 done with findings, 2 unusable arguments. */
export type ExitCode = 0 | 1 | 2;

export interface Given {
  options: Readonly<Record<string, string | boolean | undefined>>;
  words: readonly string[];
  env: Env;
  terminal: Terminal;
}

/** One verb of the command line. */
export interface Verb {
  name: string;
  usage: string;
  about: string;
  /** Each option with what it does, for `--help`. */
  options: Readonly<Record<string, { type: 'string' | 'boolean'; about: string }>>;
  run(given: Given): Promise<ExitCode>;
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
