import { codePoints, type Range } from './limits.ts';
import { isRecord } from './part.ts';

/** One thing Slack would refuse, and where it is. */
export interface Problem {
  code: string;
  message: string;
  /** JSON pointer (RFC 6901) into what was sent. */
  pointer: string;
  constraint?: number;
}

/** Looks at a value and says what Slack would refuse in it; an empty list when nothing. */
export type Check = (value: unknown, at: string) => Problem[];

export const problem = (code: string, message: string, pointer: string, constraint?: number): Problem => ({
  code,
  message,
  pointer,
  ...(constraint === undefined ? {} : { constraint }),
});

/** A string of so many code points. */
export const string =
  ({ min, max }: Range): Check =>
  (value, at) => {
    if (typeof value !== 'string') return [problem('invalid_type', 'must provide a string', at)];
    const length = codePoints(value);
    if (length < min) return [problem('too_short', `must be more than ${min - 1} characters`, at, min)];
    if (length > max) return [problem('too_long', `must be less than ${max + 1} characters`, at, max)];
    return [];
  };

export const matching =
  (pattern: RegExp, words: string): Check =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? [] : [problem('invalid_format', words, at)];

export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, at) =>
    typeof value === 'string' && allowed.includes(value)
      ? []
      : [problem('invalid_enum', `must be a valid enum value, one of ${allowed.join(', ')}`, at)];

export const boolean: Check = (value, at) =>
  typeof value === 'boolean' ? [] : [problem('invalid_type', 'must provide a boolean', at)];

export const integer =
  ({ min, max }: Range): Check =>
  (value, at) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? []
      : [problem('invalid_number', `must be an integer from ${min} to ${max}`, at)];

export const anything: Check = () => [];

/** A list of so many items, each checked. */
export const list =
  (of: Check, { min, max }: Range): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return [problem('invalid_type', 'must provide an array', at)];
    if (value.length < min) return [problem('too_few', `must provide at least ${min} items`, at, min)];
    if (value.length > max) return [problem('too_many', `no more than ${max} items allowed`, at, max)];
    return value.flatMap((item, index) => of(item, `${at}/${index}`));
  };

/** An object with these fields and no others; `type` is taken as already known. */
export const shape =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, at) => {
    if (!isRecord(value)) return [problem('invalid_type', 'must provide an object', at)];
    const found: Problem[] = [];
    for (const [name, check] of Object.entries(required)) {
      if (value[name] === undefined || value[name] === null)
        found.push(problem('missing_field', `missing required field: ${name}`, at));
      else found.push(...check(value[name], `${at}/${name}`));
    }
    for (const [name, given] of Object.entries(value)) {
      if (name === 'type' || name in required || given === undefined) continue;
      const check = Object.hasOwn(optional, name) ? optional[name] : undefined;
      if (check) found.push(...check(given, `${at}/${name}`));
      else found.push(problem('unknown_field', `invalid additional property: ${name}`, at));
    }
    return found;
  };

/** An object whose `type` chooses its check. */
export const byType =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (!isRecord(value)) return [problem('invalid_type', 'must provide an object', at)];
    const { type } = value;
    if (typeof type !== 'string') return [problem('missing_field', 'missing required field: type', at)];
    const check = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    return check ? check(value, at) : [problem('unsupported_type', `unsupported type: ${type}`, `${at}/type`)];
  };

/** Every check in turn. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value, at) =>
    checks.flatMap((check) => check(value, at));
