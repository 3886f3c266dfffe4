import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { emptyFolder } from './folder.ts';

/** A process of the project, as a person starts it. */
export interface Running {
  pid: number;
  out(): string;
  err(): string;
  /** Waits until standard output has what the pattern says; rejects with all that was said when the process ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Types this and ends standard input. */
  type(text: string): void;
  /** Reads no further, as `| head` does. */
  hangUp(): void;
  signal(name: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const children: ChildProcess[] = [];

/** Ends those that still run. */
export function endProcesses(): void {
  for (const child of children.splice(0)) child.kill('SIGKILL');
}

type Variables = Readonly<Record<string, string>>;

/** Starts a script of the project in a folder where no `.env` of a person is, with these variables and none of the desk's besides. */
export function start(script: string, args: readonly string[], variables: Variables, cwd = emptyFolder()): Running {
  const { PATH = '', HOME = '', TMPDIR, SystemRoot } = process.env;
  const machine = { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...(SystemRoot && { SystemRoot }) };
  // It runs for seconds: what is compiled fast is done before what is compiled well.
  const child = spawn(process.execPath, ['--liftoff-only', resolve('scripts', script), ...args], {
    cwd,
    env: { ...machine, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  children.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (part) => {
    err += String(part);
  });
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, out, err })));
  const waiting = new Set<() => void>();
  child.stdout.on('data', (part) => {
    out += String(part);
    for (const look of waiting) look();
  });
  return {
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    said: (pattern) =>
      new Promise((found, gone) => {
        const look = (): void => {
          const said = pattern.exec(out);
          if (said === null) return;
          waiting.delete(look);
          found(said);
        };
        waiting.add(look);
        look();
        void ended.then(({ code }) => gone(new Error(`It ended with ${code}.\n${out}${err}`)));
      }),
    type: (text) => void child.stdin.end(text),
    hangUp: () => void child.stdout.destroy(),
    signal: (name) => void child.kill(name),
    ended,
  };
}

/** `npm start`, without npm. */
export const startDesk = (variables: Variables, cwd?: string): Running =>
  start('start.mjs', [], { PORT: '0', ...variables }, cwd);
