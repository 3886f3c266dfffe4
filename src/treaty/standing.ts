import type { Day } from './day.ts';
import { entryIntoForce } from './entry-into-force.ts';
import type { StateFacts } from './facts.ts';

/** `deposited`: has deposited its instrument, and the Convention is not yet in force for it. */
export type Standing = 'state_party' | 'deposited' | 'signatory' | 'not_party' | 'withdrawn';

type Dates = Pick<StateFacts, 'signed' | 'deposited' | 'withdrawn'>;

/** The standing of a State on `asOf` (Art. 15 to 17 and 20). */
export function standingOn({ signed, deposited, withdrawn }: Dates, asOf: Day): Standing {
  if (withdrawn !== null && withdrawn <= asOf) return 'withdrawn';
  if (deposited !== null && deposited <= asOf) return entryIntoForce(deposited) <= asOf ? 'state_party' : 'deposited';
  return signed !== null && signed <= asOf ? 'signatory' : 'not_party';
}

/** How many had deposited, and for how many of these the Convention was in force: two numbers, both called "States Parties". */
export function countParties(states: readonly Dates[], asOf: Day): { deposited: number; inForce: number } {
  const standings = states.map((state) => standingOn(state, asOf));
  const inForce = standings.filter((standing) => standing === 'state_party').length;
  return { deposited: inForce + standings.filter((standing) => standing === 'deposited').length, inForce };
}
