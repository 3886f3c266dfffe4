import type { Reader } from '../client.ts';
import type { StateRow } from './rows.ts';

/** Every State with all its names. */
export const readStates = (db: Reader): Promise<StateRow[]> =>
  db.state.findMany({
    select: {
      iso3: true,
      unName: true,
      shortName: true,
      region: true,
      aliases: { select: { text: true, language: true }, orderBy: { id: 'asc' } },
    },
    orderBy: { iso3: 'asc' },
  });
