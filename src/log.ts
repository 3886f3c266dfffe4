import pino from 'pino';
import type { Log } from './desk/ports.ts';

/** The desk's log: one JSON object a line on standard error; tokens, addresses of answers and database passwords never enter it. */
export const logTo = (
  level: 'error' | 'warn' | 'info' | 'debug',
  stream: NodeJS.WritableStream = process.stderr,
): Log =>
  pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          '*.token',
          '*.botToken',
          '*.appToken',
          '*.response_url',
          '*.responseUrl',
          '*.databaseUrl',
          '*.email',
          '*.text',
        ],
        censor: '[kept out of the log]',
      },
    },
    stream,
  );
