import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the bytes of files are kept: beside the workspace on disk, or in memory when nothing is kept. */
export interface Shelf {
  put(id: string, bytes: Buffer): Promise<void>;
  /** null when they are not there, or no longer. */
  get(id: string): Promise<Buffer | null>;
  clear(): Promise<void>;
}

const inMemory = (): Shelf => {
  const kept = new Map<string, Buffer>();
  return {
    put: async (id, bytes) => void kept.set(id, bytes),
    get: async (id) => kept.get(id) ?? null,
    clear: async () => kept.clear(),
  };
};

const onDisk = (folder: string): Shelf => ({
  async put(id, bytes) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, id), bytes);
  },
  async get(id) {
    try {
      return await readFile(join(folder, id));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  },
  clear: () => rm(folder, { recursive: true, force: true }),
});

/** The shelf of a workspace that is kept in `storeFile`; ids are the sandbox's own, so they name no other place. */
export const shelfFor = (storeFile: string | null): Shelf =>
  storeFile === null ? inMemory() : onDisk(`${storeFile}.files`);
