import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/db/open.ts';

/** An embedded database without any table, in a folder of its own that goes when it is closed. */
export async function emptyDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'action5-empty-'));
  const opened = await openDatabase({ folder, address: () => 'a test' });
  if (!opened.ok) throw new Error(opened.problem);
  const { database } = opened;
  return {
    ...database,
    async close() {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
