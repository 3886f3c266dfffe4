import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { forNode } from '../../scripts/build-desk.mjs';

/** A process of its own, and what it has written so far. */
export interface Child {
  pid: number;
  /** Lines of its standard output. */
  lines: readonly string[];
  /** Its standard error. */
  errors(): string;
  /** The first line that `fits`; rejects when the process ends without one. */
  line(fits?: (line: string) => boolean): Promise<string>;
  /** Ends it by its id and waits until it is gone; returns its exit code, null after a signal. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  ended: Promise<number | null>;
}

/** Where TypeScript is built to be run: as deep in the project as the desk itself, so that it finds packages and files. */
const BUILT = join('dist', `scripts-${process.pid}`);
process.once('exit', () => rmSync(BUILT, { recursive: true, force: true }));

const done = new Set<string>();

/** A TypeScript file as one file that Node runs as it is: translating each module at every start takes a second. */
function built(file: string): string {
  const outfile = join(BUILT, `${basename(file, '.ts')}.mjs`);
  if (!done.has(file)) buildSync({ ...forNode, plugins: [], sourcemap: false, entryPoints: [file], outfile });
  done.add(file);
  return outfile;
}

/** Runs a script, in TypeScript or built already, in a process of its own with `env` added to the environment. */
export function runScript(file: string, args: readonly string[] = [], env: Record<string, string> = {}): Child {
  const script = file.endsWith('.ts') ? built(file) : file;
  const child: ChildProcess = spawn(process.execPath, ['--liftoff-only', script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  child.stderr?.on('data', (part) => {
    errors += String(part);
  });
  const reading = child.stdout === null ? null : createInterface(child.stdout);
  reading?.on('line', (line) => void lines.push(line));
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  return {
    pid: child.pid ?? 0,
    lines,
    errors: () => errors,
    ended,
    line: (fits = () => true) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find(fits);
          if (found !== undefined) resolve(found);
        };
        look();
        reading?.on('line', look);
        void ended.then((code) => reject(new Error(`${file} ended with ${code}. ${errors}`)));
      }),
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
