import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The desk as one starts it with `npm start`, in a process of its own and on a folder of its own. */
export interface DeskProcess {
  /** What it has printed so far. */
  printed(): string;
  /** The folder of its record. */
  folder: string;
  stop(): Promise<void>;
}

/** Starts the desk and waits until it has printed `ready`; rejects with all it printed when it ends before. */
export async function startDeskProcess(
  ready: RegExp,
  env: Readonly<Record<string, string>> = {},
  given?: string,
): Promise<DeskProcess> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'desk-')));
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { PATH, HOME, PORT: '0', ACTION5_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const heard = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (ready.test(printed)) resolve();
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('exit', (code) => reject(new Error(`The desk ended with ${code}:\n${printed}`)));
  });
  return {
    printed: () => printed,
    folder,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
