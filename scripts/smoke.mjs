// Starts the desk in the sandbox as a newcomer does, asks its first question through the page's own endpoints, and stops it.
// Ends with 0 when all of it went well, else with 1 and what did not.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const START_WITHIN_MS = 180_000;
const ANSWER_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 15_000;
const ME = 'U0MONTENEGRO';
const QUESTION = 'which states need victim assistance?';
const ANSWER = 'Nine States Parties asked for help with victim assistance';
const NINE = [
  'Afghanistan',
  'Albania',
  'Chad',
  'Iraq',
  'Lao PDR',
  'Lebanon',
  'Montenegro',
  'Somalia',
  'State of Palestine',
];

const say = (line) => process.stdout.write(`${line}\n`);

function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

/** What `work` gives, or an error that says what took too long. */
async function within(milliseconds, what, work) {
  const late = new AbortController();
  const timer = pause(milliseconds, undefined, { signal: late.signal }).then(() => {
    throw new Error(`${what} took more than ${milliseconds / 1000} s.`);
  });
  try {
    return await Promise.race([work, timer]);
  } finally {
    late.abort();
    timer.catch(() => undefined);
  }
}

/** The address that the desk prints; rejects when it ends before. */
const printedAddress = (desk) =>
  new Promise((found, failed) => {
    let out = '';
    desk.stdout.on('data', (part) => {
      out += part;
      const [, address] = /^Open (http:\S+) /m.exec(out) ?? [];
      if (address !== undefined) found(new URL(address));
    });
    desk.once('exit', (code) => failed(new Error(`The desk ended with ${code} before it printed an address.\n${out}`)));
  });

async function seePage(address) {
  const page = await fetch(address);
  const html = await page.text();
  expect(page.status === 200, `The page answers with ${page.status}.`);
  const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(assets.length >= 2, 'The page asks for no script and no style.');
  for (const path of assets) {
    const asset = await fetch(new URL(path, address));
    const { length } = await asset.text();
    expect(asset.status === 200 && length > 0, `${path} answers with ${asset.status} and ${length} characters.`);
  }
  const stranger = await fetch(new URL('/', address));
  expect(stranger.status === 403, `Without its key the page answers with ${stranger.status}.`);
  return assets.length;
}

async function askQuestion(address) {
  const headers = { 'x-sandbox-token': address.searchParams.get('token'), 'content-type': 'application/json' };
  const see = async () => {
    const response = await fetch(new URL(`/sandbox/state?as=${ME}`, address), { headers });
    expect(response.status === 200, `The state of the sandbox answers with ${response.status}.`);
    return response.json();
  };
  const { channels } = await see();
  const channel = channels.find(({ kind }) => kind === 'direct')?.id;
  const act = { act: 'command', as: ME, channel, command: '/ccm', text: QUESTION };
  const done = await fetch(new URL('/sandbox/act', address), { method: 'POST', headers, body: JSON.stringify(act) });
  const said = await done.json();
  expect(said.ok === true, `The command was refused: ${JSON.stringify(said)}`);
  for (;;) {
    const answer = (await see()).messages[channel]?.find(({ text }) => text.startsWith(ANSWER));
    if (answer === undefined) {
      await pause(50);
      continue;
    }
    const [first = {}, table = {}] = answer.blocks;
    const names = NINE.join(', ');
    expect(first.text?.text.includes(ANSWER) && first.text.text.includes(names), 'The first line is not the answer.');
    expect(table.type === 'data_table', `Under the first line there is a ${table.type}, not the table.`);
    const rows = JSON.stringify(table.rows);
    for (const cell of [
      ...NINE,
      '1 May 2021',
      '1 August 2025, extended',
      'completed by August 2019',
      'to be confirmed',
    ])
      expect(rows.includes(cell), `The table has no “${cell}”.`);
    return;
  }
}

// In a folder of its own, with nothing that this machine has set for a desk of its own.
const folder = mkdtempSync(join(tmpdir(), 'action5-smoke-'));
const ofADesk = /^(SLACK_|ACTION5_|(DATABASE_URL|RECORD|PORT|LOG_LEVEL)$)/;
const machine = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofADesk.test(name)));
const desk = spawn(process.execPath, [join(dirname(fileURLToPath(import.meta.url)), 'start.mjs')], {
  cwd: folder,
  env: { ...machine, PORT: '0', ACTION5_DATA: join(folder, 'data') },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => desk.once('exit', (code, signal) => resolve(code ?? signal)));
try {
  const begun = performance.now();
  const address = await within(START_WITHIN_MS, 'Starting the desk', printedAddress(desk));
  say(`The desk printed its address after ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  const assets = await within(ANSWER_WITHIN_MS, 'Loading the page', seePage(address));
  say(`The page and the ${assets} files it asks for are served.`);
  await within(ANSWER_WITHIN_MS, 'Answering the first question', askQuestion(address));
  say('The first question is answered with nine names and their table.');
  desk.kill('SIGTERM');
  const code = await within(STOP_WITHIN_MS, 'Stopping the desk', ended);
  expect(code === 0, `Asked to stop, the desk ended with ${code}.`);
  say('Asked to stop, the desk ended with 0.');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
  desk.kill('SIGKILL');
  await ended;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
