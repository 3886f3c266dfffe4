// Starts the desk in the sandbox as a newcomer would, opens its page, asks one question and stops it. Fails with the reason.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PATIENCE_MS = 180_000;
const PERSON = 'U0MONTENEGRO';
const CHANNEL = 'C0COORDINATION';
const ANSWER = 'Nine States Parties asked for help with victim assistance';

/** Waits until `look` gives something, or gives up after PATIENCE_MS. */
async function until(what, look) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error(`${what}: waited in vain.`);
}

async function get(address, headers) {
  const answer = await fetch(address, { headers });
  if (!answer.ok) throw new Error(`${new URL(address).pathname} answered ${answer.status}.`);
  return answer;
}

async function visit(address) {
  const { origin, searchParams } = new URL(address);
  const headers = { 'x-sandbox-token': searchParams.get('token') };
  const page = await (await get(address, headers)).text();
  const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  if (assets.length < 2) throw new Error('The page names no script and style of its own.');
  for (const path of assets) await get(`${origin}${path}`, headers);
  const act = {
    act: 'command',
    as: PERSON,
    channel: CHANNEL,
    command: '/ccm',
    text: 'which states need victim assistance?',
  };
  const done = await fetch(`${origin}/sandbox/act`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(act),
  });
  const said = await done.json();
  if (!said.ok) throw new Error(`The command was refused: ${said.shown}`);
  await until('The answer', async () => {
    const seen = await (await get(`${origin}/sandbox/state?as=${PERSON}`, headers)).json();
    return (seen.messages[CHANNEL] ?? []).some(({ text }) => text.includes(ANSWER));
  });
}

const data = await mkdtemp(join(tmpdir(), 'action5-smoke-'));
const begun = Date.now();
const desk = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
  cwd: root,
  env: { ...process.env, PORT: '0', ACTION5_DATA: data, SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', DATABASE_URL: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let printed = '';
desk.stdout.on('data', (part) => {
  printed += part;
});
const ended = new Promise((resolve) => desk.on('exit', (code, signal) => resolve(signal ?? code)));
try {
  const [, address] = await until('The address', () => {
    if (desk.exitCode !== null) throw new Error(`The desk ended with ${desk.exitCode} before it printed an address.`);
    return /^Open (\S+)$/m.exec(printed);
  });
  const opened = Date.now() - begun;
  await visit(address);
  desk.kill('SIGTERM');
  const end = await ended;
  if (end !== 0) throw new Error(`Asked to stop, the desk ended with ${end}.`);
  process.stdout.write(`The desk started in ${(opened / 1000).toFixed(1)} s, answered, and stopped when asked.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${printed}`);
  process.exitCode = 1;
} finally {
  desk.kill('SIGKILL');
  await ended;
  await rm(data, { recursive: true, force: true });
}
