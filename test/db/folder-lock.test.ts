import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LockOutcome, lockFolder } from '../../src/db/folder-lock.ts';
import { socketOf } from '../../src/db/lock-socket.ts';
import { openDatabase } from '../../src/db/open.ts';
import { type Child, runScript } from '../setup/child.ts';

const root = mkdtempSync(join(tmpdir(), 'action5-lock-'));
const children: Child[] = [];
let made = 0;

function newFolder(): string {
  made += 1;
  const folder = join(root, `folder-${made}`);
  mkdirSync(folder);
  return folder;
}

/** Another process that holds `folder` as the desk at `address`. */
async function holderOf(folder: string, address: string, ...socketFile: string[]): Promise<Child> {
  const child = runScript('test/setup/hold-folder.ts', [folder, address, ...socketFile]);
  children.push(child);
  expect(JSON.parse(await child.line())).toEqual({ ok: true });
  return child;
}

const nowhere = () => '';
const problemOf = (outcome: LockOutcome): string => (outcome.ok ? 'it was given' : outcome.problem);

async function isFree(folder: string): Promise<boolean> {
  const lock = await lockFolder(folder, nowhere);
  if (lock.ok) await lock.release();
  return lock.ok;
}

afterAll(async () => {
  await Promise.all(children.map((child) => child.end('SIGKILL')));
  rmSync(root, { recursive: true });
});

describe('a data folder that another process holds', () => {
  const folder = newFolder();
  let child: Child;
  beforeAll(async () => {
    child = await holderOf(folder, 'http://127.0.0.1:4310');
  });

  test('is refused with words: who holds it, where, and what to do', async () => {
    expect(await openDatabase({ folder, address: nowhere })).toEqual({
      ok: false,
      problem:
        `The data folder ${folder} is in use by process ${child.pid}, http://127.0.0.1:4310. ` +
        'Two at a time would destroy it. Stop that one, or choose another folder with ACTION5_DATA.',
    });
  });

  test('is refused under all its names: a link, a relative path', async () => {
    const link = join(root, 'a-link');
    symlinkSync(folder, link);
    for (const name of [link, relative(process.cwd(), folder)])
      expect(problemOf(await lockFolder(name, nowhere)), name).toContain(`process ${child.pid}`);
    expect(await isFree(newFolder())).toBe(true);
  });

  test('is refused also while the other is suspended, and the words say so', async () => {
    process.kill(child.pid, 'SIGSTOP');
    const problem = problemOf(await lockFolder(folder, nowhere));
    expect(problem).toContain(`is in use by process ${child.pid}, http://127.0.0.1:4310.`);
    expect(problem).toContain('It does not answer: it may be suspended.');
    writeFileSync(join(folder, 'holder.json'), '{"pid":');
    expect(problemOf(await lockFolder(folder, nowhere))).toContain('is in use by another process. It does not answer');
    process.kill(child.pid, 'SIGCONT');
    expect(problemOf(await lockFolder(folder, nowhere))).not.toContain('suspended');
  });

  test('is free in the moment in which the other has been killed', async () => {
    await child.end('SIGKILL');
    expect(await isFree(folder)).toBe(true);
  });
});

test('a data folder is held once within one process too, and free after it was let go', async () => {
  const folder = newFolder();
  const first = await openDatabase({ folder, address: () => 'here' });
  if (!first.ok) throw new Error(first.problem);
  const second = await openDatabase({ folder, address: nowhere });
  expect(second).toMatchObject({ ok: false, problem: expect.stringContaining(`process ${process.pid}, here`) });
  await first.database.close();
  expect(await isFree(folder)).toBe(true);
});

test('a data folder is refused in words when something else listens in its place', async () => {
  const folder = newFolder();
  const stranger = createServer((caller) => caller.end('<html>'));
  await new Promise<void>((ready) => stranger.listen(socketOf(folder).name, ready));
  expect(problemOf(await lockFolder(folder, nowhere))).toContain('is in use by another process.');
  await new Promise((done) => stranger.close(done));
});

// Where local sockets are files, a killed holder leaves its file behind.
test.skipIf(process.platform === 'win32')(
  'a socket that is a file stays with a suspended holder, and passes to one of several when its holder was killed',
  async () => {
    const folder = newFolder();
    const socket = { name: join(root, 'a.sock'), isFile: true };
    const child = await holderOf(folder, '', socket.name);
    process.kill(child.pid, 'SIGSTOP');
    expect(problemOf(await lockFolder(folder, nowhere, socket))).toContain('may be suspended');
    await child.end('SIGKILL');
    const tries = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder, nowhere, socket)));
    const given = tries.filter((lock) => lock.ok);
    expect(given).toHaveLength(1);
    for (const lock of tries) if (!lock.ok) expect(lock.problem).toContain(`process ${process.pid}`);
    for (const lock of given) await lock.release();
  },
);
