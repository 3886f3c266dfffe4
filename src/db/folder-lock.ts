import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export type LockOutcome = { ok: true; release(): Promise<void> } | { ok: false; problem: string };

const holder = z.object({ pid: z.number(), address: z.string() });
type Holder = z.infer<typeof holder>;

const ANSWER_WITHIN_MS = 1_500;

/** The local socket of a folder: one name for all ways of writing its path. On Linux and Windows it is no file and ends with its process. */
function socketOf(folder: string): { name: string; isFile: boolean } {
  const key = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return { name: `\\\\.\\pipe\\action5-${key}`, isFile: false };
  if (process.platform === 'linux') return { name: `\0action5-${key}`, isFile: false };
  return { name: join(tmpdir(), `action5-${key}.sock`), isFile: true };
}

/**
 * Holds `folder` for this process by listening on its socket, which the kernel closes with the process, however it ends.
 * Refused while another process holds it, also one that is suspended: that one still has the socket though it does not answer.
 */
export async function lockFolder(folder: string, address: () => string): Promise<LockOutcome> {
  const { name, isFile } = socketOf(folder);
  const note = join(folder, 'holder.json');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(name, () => ({ pid: process.pid, address: address() }));
    if (server !== null) {
      await writeFile(note, JSON.stringify({ pid: process.pid, address: address() }));
      return { ok: true, release: () => new Promise((done) => server.close(() => done())) };
    }
    const held = await askHolder(name);
    if (held !== 'nobody')
      return { ok: false, problem: inWords(folder, held === 'silent' ? await noted(note) : held, held === 'silent') };
    // Refused: the process that listened here is gone and its path is left over.
    if (isFile && (await mayRemove(name))) rmSync(name, { force: true });
  }
  return { ok: false, problem: `Another process is opening ${folder} at this moment. Try again.` };
}

/** One process at a time removes a left-over path, so that none removes the one that another has just made. */
async function mayRemove(socket: string): Promise<boolean> {
  const turn = `${socket}.turn`;
  try {
    await writeFile(turn, '', { flag: 'wx' });
  } catch {
    const since = await stat(turn).catch(() => null);
    if (since === null || Date.now() - since.mtimeMs > 10_000) rmSync(turn, { force: true });
    return false;
  }
  const alive = (await askHolder(socket)) !== 'nobody';
  setTimeout(() => rmSync(turn, { force: true }), 1_000).unref();
  return !alive;
}

const inWords = (folder: string, held: Holder | null, silent: boolean): string => {
  const who = held ? `process ${held.pid}${held.address ? `, ${held.address}` : ''}` : 'another process';
  const state = silent ? ' It does not answer: it may be suspended.' : '';
  return `The data folder ${folder} is in use by ${who}.${state} Two at a time would destroy it. Stop that one, or choose another folder with ACTION5_DATA.`;
};

async function noted(note: string): Promise<Holder | null> {
  const text = await readFile(note, 'utf8').catch(() => 'null');
  const parsed = holder.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** Listens, or null when the name is taken. Who connects is told who holds the folder. */
function listen(socket: string, tell: () => Holder): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => {
      caller.on('error', () => caller.destroy());
      caller.end(JSON.stringify(tell()));
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(socket, () => {
      server.unref();
      resolve(server);
    });
  });
}

function askHolder(socket: string): Promise<Holder | 'silent' | 'nobody'> {
  return new Promise((resolve) => {
    const call = connect(socket);
    let said = '';
    const end = (answer: Holder | 'silent' | 'nobody') => {
      clearTimeout(timer);
      call.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end('silent'), ANSWER_WITHIN_MS);
    call.on('data', (part) => {
      said += part.toString();
    });
    call.on('end', () => {
      const parsed = holder.safeParse(said === '' ? null : JSON.parse(said));
      end(parsed.success ? parsed.data : 'silent');
    });
    call.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? 'nobody' : 'silent'),
    );
  });
}
