import { mkdirSync, readdirSync } from 'node:fs';

/** What the desk itself keeps beside the embedded database. */
const OURS = /^(holder|workspace)\.json|^postgres\.making$/;
/** What a file system or a desktop puts into any folder. */
const NOBODYS = /^(\.|lost\+found$)/;

/**
 * Makes the folder of the embedded database where it is missing. Refused, with the reason, where it cannot be used, and where
 * it holds other files and no record: a database is never strewn among what belongs to somebody else.
 */
export function useFolder(folder: string): { ok: true } | { ok: false; problem: string } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
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
