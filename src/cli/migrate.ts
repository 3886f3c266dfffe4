import { openDatabase } from '../db/open.ts';
import { loadStartingRecord } from '../db/starting-record/load.ts';
import { clockOf } from './as-of.ts';
import { DATA, type Verb } from './verb.ts';
import { whereOf } from './with-record.ts';

export const migrate: Verb = {
  name: 'migrate',
  usage: '',
  about: 'Brings the database to this version and loads the starting record into an empty one.',
  options: DATA,
  async run({ env, terminal }) {
    const opened = await openDatabase(whereOf(env));
    if (!opened.ok) {
      terminal.err(opened.problem);
      return 2;
    }
    const { database } = opened;
    try {
      const migrated = await database.migrate();
      if (!migrated.ok) {
        terminal.err(migrated.problem);
        return 2;
      }
      const loaded = env.loadRecord ? await loadStartingRecord(database.db, clockOf(env)) : null;
      if (loaded && !loaded.ok) {
        terminal.err(loaded.problem);
        return 2;
      }
      terminal.out(
        migrated.applied.length === 0 ? 'The database is up to date.' : `Applied: ${migrated.applied.join(', ')}.`,
      );
      terminal.out(loaded?.loaded ? 'The starting record was loaded.' : 'The record was left as it is.');
      return 0;
    } finally {
      await database.close();
    }
  },
};
