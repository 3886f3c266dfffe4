import type { Reader } from '../client.ts';
import type { StateRow } from './rows.ts';

/** Every State with all its names, in one query. */
export const readStates = (db: Reader): Promise<StateRow[]> => db.$queryRaw<StateRow[]>`
  SELECT iso3, iso2, "unName", "shortName", region, (
    SELECT coalesce(json_agg(json_build_object('text', text, 'language', language) ORDER BY id), '[]')
    FROM "StateAlias" alias WHERE alias.iso3 = state.iso3
  ) AS aliases
  FROM "State" state ORDER BY iso3`;
