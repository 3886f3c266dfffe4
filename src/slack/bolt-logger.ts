import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../desk/ports.ts';

// Bolt and its clients may print whole payloads when asked for more; warnings and errors carry none.
const TOKENS = /xox[a-z]-[\w-]+|xapp-[\w-]+/g;
const lineOf = (parts: readonly unknown[]): string => parts.map(String).join(' ').replace(TOKENS, '[token]');

/** Bolt's log lines in the desk's own log: warnings and errors only, without tokens. */
export const boltLogger = (log: Log): Logger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...parts) => log.warn({ from: 'bolt' }, lineOf(parts)),
  error: (...parts) => log.error({ from: 'bolt' }, lineOf(parts)),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
});
