import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, megabytes, ms, quantile, seconds } from './figures.ts';

interface Start {
  opened: number;
  page: number;
  resident: number | null;
}

/** Resident memory of a process, where the system says so. */
function residentOf(pid: number): number | null {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** Starts the desk on a folder, or on a PostgreSQL, until it prints its address; then loads the page and stops it. */
async function start(folder: string, databaseUrl = ''): Promise<Start> {
  const begun = performance.now();
  const env = { ...process.env, PORT: '0', ACTION5_DATA: folder, DATABASE_URL: databaseUrl };
  const desk = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    desk.stdout.on('data', (part) => {
      printed += part;
      const [, found] = /^Open (\S+)$/m.exec(printed) ?? [];
      if (found) resolve(found);
    });
    desk.on('exit', (code) => reject(new Error(`The desk ended with ${code}.`)));
  });
  const opened = performance.now() - begun;
  const asked = performance.now();
  const html = await (await fetch(address)).text();
  const origin = new URL(address).origin;
  const token = new URL(address).searchParams.get('token') ?? '';
  const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => `${origin}${path}`);
  for (const asset of assets) await (await fetch(asset, { headers: { 'x-sandbox-token': token } })).arrayBuffer();
  const page = performance.now() - asked;
  const resident = desk.pid === undefined ? null : residentOf(desk.pid);
  const ended = new Promise((resolve) => desk.on('exit', resolve));
  desk.kill('SIGTERM');
  await ended;
  return { opened, page, resident };
}

/** How long `npm start` takes with everything installed, first and again, and what it holds. */
export async function startFigures(databaseUrl: string | null): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'action5-bench-'));
  const first = await start(folder);
  const again = [await start(folder), await start(folder), await start(folder)];
  rmSync(folder, { recursive: true, force: true });
  const served = databaseUrl === null ? null : [await start(folder, databaseUrl), await start(folder, databaseUrl)][1];
  const memory = (start: Start | null | undefined): string =>
    start?.resident ? megabytes(start.resident) : 'not told by this system';
  return [
    { what: 'First start on an empty folder, packages installed', value: seconds(first.opened), beside: '' },
    {
      what: 'Second start, to the printed address',
      value: seconds(
        quantile(
          again.map(({ opened }) => opened),
          0.5,
        ),
      ),
      beside: 'median of 3',
    },
    {
      what: 'Page, style and script',
      value: ms(
        quantile(
          again.map(({ page }) => page),
          0.5,
        ),
      ),
      beside: 'over HTTP',
    },
    { what: 'Resident memory, embedded database', value: memory(again.at(-1)), beside: 'sandbox included' },
    ...(served ? [{ what: 'Resident memory on PostgreSQL', value: memory(served), beside: 'sandbox included' }] : []),
  ];
}
