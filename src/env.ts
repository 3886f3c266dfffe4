import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { DESK_SPAN, isDeskTime } from './desk/time.ts';

/** One variable of the environment, as the README and `.env.example` describe it. */
export interface Variable {
  name: string;
  about: string;
  where: string;
  example: string;
}

export const VARIABLES: readonly Variable[] = [
  {
    name: 'SLACK_BOT_TOKEN',
    about: "The bot's token. With SLACK_APP_TOKEN it starts the real desk; without both, the sandbox.",
    where: 'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token',
    example: 'xoxb-…',
  },
  {
    name: 'SLACK_APP_TOKEN',
    about: 'The app-level token with the scope connections:write, for Socket Mode.',
    where: 'api.slack.com/apps > your app > Basic Information > App-Level Tokens',
    example: 'xapp-…',
  },
  {
    name: 'SLACK_API_URL',
    about: "Another address of Slack's Web API, for tests.",
    where: 'Leave it empty for Slack itself.',
    example: 'http://127.0.0.1:4390/api/',
  },
  {
    name: 'DATABASE_URL',
    about: 'A PostgreSQL 14 or later; without it the record lives in the embedded database.',
    where: 'Your database administrator.',
    example: 'postgresql://action5:secret@db.example.org:5432/action5',
  },
  {
    name: 'ACTION5_DATA',
    about: 'The folder of the embedded database; .action5/data, in the sandbox .action5/sandbox.',
    where: 'Any folder on a local disk that is backed up.',
    example: '.action5/data',
  },
  {
    name: 'ACTION5_ADMINS',
    about:
      'Slack ids of the persons who are admins from the start, with commas; they give all other roles in the desk.',
    where: 'Slack > a profile > ⋯ > Copy member ID',
    example: 'U012ABCDEF,U045GHIJKL',
  },
  {
    name: 'ACTION5_NOW',
    about: "The instant at which the desk's clock starts. Sandbox, command line and tests only.",
    where: 'ISO 8601 with zone or offset.',
    example: '2019-11-18T09:00+01:00',
  },
  {
    name: 'ACTION5_CLOCK',
    about: '`frozen` stops the clock at ACTION5_NOW. Sandbox, command line and tests only.',
    where: '-',
    example: 'frozen',
  },
  {
    name: 'PUBLIC_URL',
    about:
      "Where the desk's own HTTP port is reached from outside: only with it are calendars served under secret addresses.",
    where: 'The address of your reverse proxy, with https.',
    example: 'https://desk.example.org/',
  },
  {
    name: 'PORT',
    about: 'The port of the sandbox on 127.0.0.1, and of what is served under PUBLIC_URL; 0 takes a free one.',
    where: '-',
    example: '4310',
  },
  {
    name: 'RECORD',
    about: '`none` starts with an empty record instead of the sourced starting record.',
    where: '-',
    example: 'none',
  },
  {
    name: 'LOG_LEVEL',
    about: 'How much is logged on standard error: error, warn, info or debug.',
    where: '-',
    example: 'warn',
  },
];

const blankIsAbsent = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const text = z.preprocess(blankIsAbsent, z.string().trim().optional());

const shape = z.object({
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_API_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  DATABASE_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  ACTION5_DATA: text,
  ACTION5_ADMINS: text,
  ACTION5_NOW: text,
  ACTION5_CLOCK: z.preprocess(blankIsAbsent, z.enum(['frozen', 'running']).optional()),
  PUBLIC_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  PORT: z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(65535).optional()),
  RECORD: z.preprocess(blankIsAbsent, z.enum(['none', 'load']).optional()),
  LOG_LEVEL: z.preprocess(blankIsAbsent, z.enum(['error', 'warn', 'info', 'debug']).optional()),
});

/** What the environment asks for, checked. */
export interface Env {
  slack: { botToken: string; appToken: string; apiUrl: string | null } | null;
  databaseUrl: string | null;
  folder: string;
  admins: readonly string[];
  /** Where the desk's clock starts; null for the machine's time (or the sandbox's own beginning). */
  now: Temporal.Instant | null;
  frozen: boolean;
  port: number;
  /** Where the desk's own port is reached from outside; null where it serves nothing. */
  publicUrl: string | null;
  loadRecord: boolean;
  logLevel: 'error' | 'warn' | 'info' | 'debug';
}

export type EnvOutcome = { ok: true; env: Env } | { ok: false; problems: readonly string[] };

const whereIs = (name: string): string => VARIABLES.find((variable) => variable.name === name)?.where ?? '';

function instantIn(value: string | undefined): Temporal.Instant | null | 'unreadable' {
  if (value === undefined) return null;
  try {
    return value.includes('[') ? Temporal.ZonedDateTime.from(value).toInstant() : Temporal.Instant.from(value);
  } catch {
    return 'unreadable';
  }
}

/**
 * Reads and checks the environment; every problem names its variable, what is wrong and where to find the right value. Never a
 * value itself. For the command line `startsDesk` is false: it opens no sandbox and may be asked as of any instant.
 */
export function readEnv(
  source: Readonly<Record<string, string | undefined>> = process.env,
  startsDesk = true,
): EnvOutcome {
  const parsed = shape.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path: [name = ''] }) => {
      const variable = VARIABLES.find((each) => each.name === name);
      return `${String(name)} cannot be read. ${variable?.about ?? ''} Example: ${variable?.example ?? ''}`;
    });
    return { ok: false, problems };
  }
  const vars = parsed.data;
  const problems: string[] = [];
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = vars;
  if (botToken && !appToken)
    problems.push(`SLACK_APP_TOKEN is missing (SLACK_BOT_TOKEN is given). Find it at ${whereIs('SLACK_APP_TOKEN')}.`);
  if (appToken && !botToken)
    problems.push(`SLACK_BOT_TOKEN is missing (SLACK_APP_TOKEN is given). Find it at ${whereIs('SLACK_BOT_TOKEN')}.`);
  if (botToken && !botToken.startsWith('xoxb-'))
    problems.push(`SLACK_BOT_TOKEN does not begin with xoxb-. Find it at ${whereIs('SLACK_BOT_TOKEN')}.`);
  if (appToken && !appToken.startsWith('xapp-'))
    problems.push(`SLACK_APP_TOKEN does not begin with xapp-. Find it at ${whereIs('SLACK_APP_TOKEN')}.`);
  if (vars.SLACK_API_URL && !(botToken && appToken))
    problems.push('SLACK_API_URL is given without SLACK_BOT_TOKEN and SLACK_APP_TOKEN.');
  const now = instantIn(vars.ACTION5_NOW);
  if (now === 'unreadable')
    problems.push('ACTION5_NOW is not an instant with its zone or offset. Example: 2019-11-18T09:00+01:00');
  else if (now !== null && !isDeskTime(now))
    problems.push(`ACTION5_NOW lies outside of what the desk knows: ${DESK_SPAN}.`);
  const production = startsDesk && botToken !== undefined && vars.SLACK_API_URL === undefined;
  for (const name of ['ACTION5_NOW', 'ACTION5_CLOCK'] as const) {
    if (production && vars[name] !== undefined)
      problems.push(`${name} is refused in production: the desk on Slack keeps the real time. Remove it.`);
  }
  if (problems.length > 0 || now === 'unreadable') return { ok: false, problems };
  return {
    ok: true,
    env: {
      slack: botToken && appToken ? { botToken, appToken, apiUrl: vars.SLACK_API_URL ?? null } : null,
      databaseUrl: vars.DATABASE_URL ?? null,
      folder: vars.ACTION5_DATA ?? (botToken === undefined && startsDesk ? '.action5/sandbox' : '.action5/data'),
      admins: (vars.ACTION5_ADMINS ?? '').split(/[\s,]+/).filter((id) => id !== ''),
      now,
      frozen: vars.ACTION5_CLOCK === 'frozen',
      port: vars.PORT ?? 4310,
      publicUrl: vars.PUBLIC_URL ?? null,
      loadRecord: vars.RECORD !== 'none',
      logLevel: vars.LOG_LEVEL ?? 'warn',
    },
  };
}
