import type { Sandbox } from '../sandbox.ts';
import type { Problem } from '../validate/check.ts';
import type { Part } from '../validate/part.ts';

/** Slack's answer, as it goes out. */
export type Answer = { ok: true; [name: string]: unknown } | { ok: false; error: string; [name: string]: unknown };

/** One method of the Web API. */
export interface Method {
  token: 'bot' | 'app' | 'none';
  /** Any one of these scopes is enough; none is needed when empty. */
  scopes: readonly string[];
  run(args: Part, sandbox: Sandbox): Answer;
}

export const refused = (error: string, rest: Readonly<Record<string, unknown>> = {}): Answer => ({
  ok: false,
  error,
  ...rest,
});

/** A refusal with Slack's list of what is wrong where. */
export const refusedFor = (error: string, problems: readonly Problem[]): Answer => {
  const words = problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  return refused(error, { errors: words, response_metadata: { messages: words.map((each) => `[ERROR] ${each}`) } });
};

export const missing = (...names: readonly string[]): Answer =>
  refusedFor(
    'invalid_arguments',
    names.map((name) => ({ code: 'missing_field', message: `missing required field: ${name}`, pointer: '' })),
  );

/** What Slack says when the app may not: which scope it needs, and which it has. */
export const missingScope = (needed: readonly string[], { app }: Sandbox): Answer =>
  refused('missing_scope', { needed: needed.join(','), provided: app.scopes.join(',') });

/** An argument as text; null when it was not given. */
export const textArg = (args: Part, name: string): string | null => {
  const value = args[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
};

export const flagArg = (args: Part, name: string): boolean => ['true', '1', true, 1].includes(args[name] as string);
