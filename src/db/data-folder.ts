import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What the desk itself keeps beside the embedded database. */
const OURS = /^(holder|workspace)\.json|^postgres\.making$/;
/** What a file system or a desktop puts into any folder. */
const NOBODYS = /^(\.|lost\+found$)/;

// Not `recursive`: where a file system takes no folder (/proc), Node would try for ever.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Makes the folder of the embedded database where it is missing. Refused, with the reason, where it cannot be used, and where
 * it holds other files and no record: a database is never strewn among what belongs to somebody else.
 */
export function useFolder(folder: string): { ok: true } | { ok: false; problem: string } {
  try {
    makeFolder(resolve(folder));
    const names = readdirSync(folder);
    if (names.includes('postgres') || names.every((name) => OURS.test(name) || NOBODYS.test(name))) return { ok: true };
    return { ok: false, problem: `${folder} holds other files and no record. Choose an empty folder, or a new one.` };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return {
      ok: false,
      problem: `The data folder ${folder} cannot be used (${String(error.code)}). Choose another one.`,
    };
  }
}
