import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

const folders: string[] = [];

/** Removes what was made here. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** An empty folder of its own, gone after the file's tests. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'action5-test-'));
  folders.push(folder);
  return folder;
}

/** A data folder of its own with the starting record in it, gone after the file's tests. */
export function recordFolder(): string {
  const folder = emptyFolder();
  cpSync(inject('recordFolder'), folder, { recursive: true });
  return folder;
}
