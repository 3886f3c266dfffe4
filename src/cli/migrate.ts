import { loadStartingRecord } from '../db/starting-record/load.ts';
import { DATA, refuse, type Verb } from './verb.ts';
import { withDatabase } from './with-record.ts';

export const migrate: Verb = {
  name: 'migrate',
  usage: '',
  about: 'Brings the database to this version and loads the starting record into an empty one.',
  takesWords: false,
  options: DATA,
  run(given) {
    const { env, terminal } = given;
    return withDatabase(given, async (database, clock) => {
      const migrated = await database.migrate();
      if (!migrated.ok) return refuse(terminal, migrated.problem);
      const loaded = env.loadRecord ? await loadStartingRecord(database.db, clock) : null;
      if (loaded && !loaded.ok) return refuse(terminal, loaded.problem);
      terminal.out(
        migrated.applied.length === 0 ? 'The database is up to date.' : `Applied: ${migrated.applied.join(', ')}.`,
      );
      terminal.out(loaded?.loaded ? 'The starting record was loaded.' : 'The record was left as it is.');
      return 0;
    });
  },
};
