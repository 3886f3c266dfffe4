import type { Clock } from '../desk/time.ts';
import { type Database, openDatabase, type Where } from './open.ts';
import { loadStartingRecord } from './starting-record/load.ts';

export type RecordOutcome = { ok: true; database: Database } | { ok: false; problem: string };

/** Opens the database, brings it to this version and loads the starting record into an empty one; refused with the reason, and closed again. */
export async function openRecord(where: Where, clock: Clock, load: boolean): Promise<RecordOutcome> {
  const opened = await openDatabase(where);
  if (!opened.ok) return opened;
  const { database } = opened;
  const ready = await prepareRecord(database, clock, load);
  if (ready.ok) return opened;
  await database.close();
  return ready;
}

/** Migrates and loads an open database. */
export async function prepareRecord(
  database: Database,
  clock: Clock,
  load: boolean,
): Promise<{ ok: true } | { ok: false; problem: string }> {
  const migrated = await database.migrate();
  if (!migrated.ok) return migrated;
  return load ? loadStartingRecord(database.db, clock) : { ok: true };
}
