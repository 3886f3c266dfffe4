import { rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { askHolder, type Holder, holderIn, type LockSocket, listenOn, socketOf } from './lock-socket.ts';

const ATTEMPTS = 20;
const PAUSE_MS = 50;
/** A turn takes milliseconds; one that is older belongs to a process that is gone. */
const TURN_IS_OVER_MS = 10_000;

export type LockOutcome = { ok: true; release(): Promise<void> } | { ok: false; problem: string };

/**
 * Holds `folder` for this process by listening on its socket, which the kernel closes with the process, however it ends.
 * Refused while another process holds it, also one that is suspended: that one still has the socket though it does not answer.
 */
export async function lockFolder(
  folder: string,
  address: () => string,
  socket: LockSocket = socketOf(folder),
): Promise<LockOutcome> {
  const note = join(folder, 'holder.json');
  const me = (): Holder => ({ pid: process.pid, address: address() });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const server = (await listenOn(socket, me)) ?? (await takeOver(socket, me));
    if (server !== null) {
      await writeFile(note, JSON.stringify(me()));
      return { ok: true, release: () => new Promise((done) => server.close(() => done())) };
    }
    const held = await askHolder(socket);
    if (held === 'silent') return { ok: false, problem: inWords(folder, await noted(note), true) };
    if (typeof held !== 'string') return { ok: false, problem: inWords(folder, held, false) };
    await new Promise((again) => setTimeout(again, PAUSE_MS));
  }
  return { ok: false, problem: `Another process is opening ${folder} at this moment. Try again.` };
}

/**
 * Listens where the file of a process that is gone was left over. One at a time does so, from asking to listening, so that
 * none removes what another has just made; null when it is not left over, or it is another's turn.
 */
async function takeOver(socket: LockSocket, me: () => Holder): Promise<Server | null> {
  if ((await askHolder(socket)) !== 'left over') return null;
  const turn = `${socket.name}.turn`;
  try {
    await writeFile(turn, '', { flag: 'wx' });
  } catch {
    const since = await stat(turn).catch(() => null);
    if (since !== null && Date.now() - since.mtimeMs > TURN_IS_OVER_MS) rmSync(turn, { force: true });
    return null;
  }
  try {
    if ((await askHolder(socket)) !== 'left over') return null;
    rmSync(socket.name, { force: true });
    return await listenOn(socket, me);
  } finally {
    rmSync(turn, { force: true });
  }
}

const inWords = (folder: string, held: Holder | null, silent: boolean): string => {
  const who = held ? `process ${held.pid}${held.address ? `, ${held.address}` : ''}` : 'another process';
  const state = silent ? ' It does not answer: it may be suspended.' : '';
  return `The data folder ${folder} is in use by ${who}.${state} Two at a time would destroy it. Stop that one, or choose another folder with ACTION5_DATA.`;
};

const noted = async (note: string): Promise<Holder | null> => holderIn(await readFile(note, 'utf8').catch(() => ''));
