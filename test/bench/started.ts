import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A start of the desk, from the command to the printed address, the loaded page and what it holds then. */
export interface Started {
  opened: number;
  page: number;
  resident: number | null;
}

/** Resident memory of a process in bytes, where the system says so. */
function residentOf(pid: number): number | null {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

const OF_A_DESK = /^(SLACK_|ACTION5_|(DATABASE_URL|RECORD|PORT|LOG_LEVEL)$)/;
const machine = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_A_DESK.test(name)));

/** Loads what the printed address opens: the page and every file that it asks for. */
async function loadPage(address: string): Promise<void> {
  const html = await (await fetch(address)).text();
  const { origin } = new URL(address);
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => `${origin}${path}`);
  await Promise.all(files.map(async (file) => (await fetch(file)).arrayBuffer()));
}

/** Runs a command that starts the desk in `folder`, with these variables and none that the machine has set; measures, and stops it. */
export async function started(
  [command = '', ...args]: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>>,
): Promise<Started> {
  const begun = performance.now();
  const env = { ...machine, PORT: '0', ...variables };
  // A group of its own: what npm starts is stopped with it.
  const desk = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const ended = new Promise((resolve) => desk.on('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    desk.stdout.on('data', (part) => {
      printed += part;
      const [, found] = /^Open (\S+) /m.exec(printed) ?? [];
      if (found) resolve(found);
    });
    desk.on('error', reject);
    desk.on('exit', (code) => reject(new Error(`The desk ended with ${code} before it printed an address.`)));
  });
  const opened = performance.now() - begun;
  const asked = performance.now();
  await loadPage(address);
  const page = performance.now() - asked;
  const resident = desk.pid === undefined ? null : residentOf(desk.pid);
  if (desk.pid !== undefined) process.kill(-desk.pid, 'SIGTERM');
  await ended;
  return { opened, page, resident };
}
