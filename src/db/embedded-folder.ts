import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { preparedDatabase } from './project-files.ts';

/**
 * Where the embedded database lies in a data folder; when there is none, an empty one is put there, whole or not at all:
 * a start that is cut off leaves nothing that the next one would take for a database. Whoever calls holds the folder.
 */
export async function embeddedIn(folder: string): Promise<{ place: string; begun: boolean }> {
  const place = join(folder, 'postgres');
  if (existsSync(place)) return { place, begun: false };
  const making = `${place}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  // Making one takes seconds, copying the one that was prepared takes none.
  const prepared = preparedDatabase();
  if (existsSync(prepared)) await cp(prepared, making, { recursive: true });
  else await (await PGlite.create(making)).close();
  await rename(making, place);
  return { place, begun: true };
}
