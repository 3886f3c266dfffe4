const INSTEAD = '\ufffd';

const text = (value: string): string => value.replaceAll('\0', INSTEAD).replace(/\p{Surrogate}/gu, INSTEAD);

/** `value` as it can be kept: what JSON can write and PostgreSQL cannot hold, a zero byte and half a character, becomes the replacement character. */
export function holdable(value: unknown): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map(holdable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [text(name), holdable(each)]));
}
