import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { DESK_SPAN, isDeskTime } from './desk/time.ts';
import { type GraphEnv, graphIn } from './env-graph.ts';
import { VARIABLES, whereIs } from './env-variables.ts';

const blankIsAbsent = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const text = z.preprocess(blankIsAbsent, z.string().trim().optional());

const shape = z.object({
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_API_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  GRAPH_TENANT_ID: text,
  GRAPH_CLIENT_ID: text,
  GRAPH_CLIENT_SECRET: text,
  GRAPH_CLIENT_CERTIFICATE: text,
  GRAPH_MAILBOX: z.preprocess(blankIsAbsent, z.email().optional()),
  GRAPH_CALENDAR_ID: text,
  GRAPH_OTHER_MAILBOX: z.preprocess(blankIsAbsent, z.email().optional()),
  GRAPH_BASE_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^https$/ }).optional()),
  GRAPH_CA_FILE: text,
  GRAPH_RECORD: text,
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
  /** Outlook; null where meetings go out as files alone. */
  graph: GraphEnv | null;
  /** The file to which every exchange with Graph is written; null for none. */
  graphRecord: string | null;
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
  const graph = graphIn(vars);
  problems.push(...graph.problems);
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
      graph: graph.graph,
      graphRecord: vars.GRAPH_RECORD ?? null,
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
