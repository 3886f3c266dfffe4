import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** A local socket; on Linux and Windows it is no file and ends with its process. */
export interface LockSocket {
  name: string;
  isFile: boolean;
}

export interface Holder {
  pid: number;
  address: string;
}

const holder = z.object({ pid: z.number(), address: z.string() });

const ANSWER_WITHIN_MS = 1_500;

/** The local socket of a folder: one name for all ways of writing its path. */
export function socketOf(folder: string): LockSocket {
  const key = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return { name: `\\\\.\\pipe\\action5-${key}`, isFile: false };
  if (process.platform === 'linux') return { name: `\0action5-${key}`, isFile: false };
  return { name: join(tmpdir(), `action5-${key}.sock`), isFile: true };
}

/** Who is named in `text`; null when it names nobody, or was cut off. */
export function holderIn(text: string): Holder | null {
  try {
    return holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Listens, or null when the name is taken. Who connects is told who holds the folder. */
export function listenOn({ name }: LockSocket, tell: () => Holder): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => {
      caller.on('error', () => caller.destroy());
      caller.end(JSON.stringify(tell()));
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** `silent`: somebody who does not say who they are; `left over`: the file of a process that is gone. */
export type Answer = Holder | 'silent' | 'left over' | 'nobody';

/** Asks who listens. */
export function askHolder({ name, isFile }: LockSocket): Promise<Answer> {
  return new Promise((resolve) => {
    const call = connect(name);
    let said = '';
    const end = (answer: Answer) => {
      clearTimeout(timer);
      call.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end('silent'), ANSWER_WITHIN_MS);
    call.on('data', (part) => {
      said += part.toString();
    });
    call.on('end', () => end(holderIn(said) ?? 'silent'));
    call.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ECONNREFUSED') end(isFile ? 'left over' : 'nobody');
      else end(code === 'ENOENT' ? 'nobody' : 'silent');
    });
  });
}
