import { existsSync } from 'node:fs';
import { shortDate } from './blocks/dates.ts';
import { deskToday } from './desk/time.ts';
import { readEnv } from './env.ts';
import { logTo } from './log.ts';
import type { RunningDesk } from './start.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const refuse = (problems: readonly string[]): never => {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(2);
};

if (existsSync('.env')) process.loadEnvFile('.env');
const read = readEnv();
if (!read.ok) refuse(read.problems);
const env = read.ok ? read.env : refuse([]);
const log = logTo(env.logLevel);
if (env.slack === null) say('Starting the desk; it takes a few seconds.');
// Bolt's sockets leave rejections behind when Slack refuses them a new connection; a lost socket is replaced elsewhere.
process.on('unhandledRejection', (error) => log.error({ error: String(error) }, 'a rejection that nobody handled'));

let desk: RunningDesk | null = null;
const sandbox = env.slack === null ? await import('./sandbox/start.ts') : null;
const opened = await sandbox?.openSandbox({ ...env, log, onReset: async (at) => desk?.beginAgain(at) });
if (opened && !opened.ok) refuse([opened.problem]);
const ground = opened?.ok ? opened.ground : null;

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  // What hangs beyond this is cut off; what was taken and not finished is taken up at the next start.
  setTimeout(() => process.exit(1), 10_000).unref();
  await desk?.stop();
  await ground?.close();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

// Whoever has mistyped a variable hears of it before all of the desk is loaded.
const { startDesk } = await import('./start.ts');
const started = await startDesk(env, ground, log);
if (!started.ok) refuse([started.problem]);
desk = started.ok ? started.desk : null;
if (ground === null) say(`The desk is connected to ${desk?.team}.`);
else {
  if (ground.remark !== null) say(ground.remark);
  const today = shortDate(deskToday(ground.clock));
  say(`Open ${ground.url} · you are the coordinator of Montenegro · ${today} · nothing leaves this computer`);
  say('Ctrl+C ends it.');
}
