import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Machine } from '../machine.ts';
import { type WorldState, worldShape } from './state.ts';

/** What was kept by an earlier run, or why there is nothing. */
export type Kept = { state: WorldState; problem: null } | { state: null; problem: string | null };

/** Reads the file of an earlier run. A missing file is no problem; an unreadable one is put aside as `FILE.unreadable` and said. */
export async function readKept(file: string): Promise<Kept> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    // Where the folder cannot be used at all, opening the record says so.
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
      return { state: null, problem: null };
    throw error;
  }
  const read = worldShape.safeParse(parsed(text));
  if (read.success) return { state: read.data, problem: null };
  await rename(file, `${file}.unreadable`);
  return {
    state: null,
    problem: `The sandbox's file could not be read and was put aside as ${file}.unreadable; the sandbox starts afresh.`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Writes the world a moment after it changes, whole or not at all. */
export interface Keeper {
  soon(): void;
  /** Writes now what is not yet written. */
  flush(): Promise<void>;
}

const MOMENT_MS = 200;

export function keeperOf(
  file: string,
  snapshot: () => WorldState,
  machine: Machine,
  failed: (error: unknown) => void,
): Keeper {
  let waiting: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const text = JSON.stringify(snapshot());
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.part`, text);
    await rename(`${file}.part`, file);
  }

  const begin = (): void => {
    waiting = null;
    writing = writing.then(write).catch(failed);
  };

  return {
    soon() {
      waiting ??= machine.later(MOMENT_MS, begin);
    },
    async flush() {
      if (waiting) {
        waiting();
        begin();
      }
      await writing;
    },
  };
}
