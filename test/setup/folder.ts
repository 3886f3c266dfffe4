import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, inject } from 'vitest';

/** An empty folder of its own, gone after the file's tests. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'action5-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder of its own with the starting record in it, gone after the file's tests. */
export async function recordFolder(): Promise<string> {
  const folder = emptyFolder();
  const template = new Blob([readFileSync(inject('recordTemplate'))]);
  const pglite = await PGlite.create(join(folder, 'postgres'), { loadDataDir: template });
  await pglite.close();
  return folder;
}
