import { shortDate } from '../../blocks/dates.ts';
import type { Day } from '../../treaty/day.ts';
import { entryIntoForce } from '../../treaty/entry-into-force.ts';
import type { StateFacts } from '../../treaty/facts.ts';
import { type Standing, standingOn } from '../../treaty/standing.ts';

const KINDS = { ratification: 'ratified', accession: 'acceded', acceptance: 'accepted', approval: 'approved' } as const;

const STANDINGS: Readonly<Record<Standing, string>> = {
  state_party: 'State Party',
  deposited: 'Instrument deposited, not yet in force',
  signatory: 'Signatory, not a State Party',
  not_party: 'Not a State Party, not a signatory',
  withdrawn: 'Withdrawn, no longer a State Party',
};

/** "State Party · signed 3 Dec 2008 · ratified 5 Nov 2010 · in force 1 May 2011", as of a day. */
export function standingWords(state: StateFacts, asOf: Day): string {
  const standing = standingOn(state, asOf);
  const deposited = state.deposited !== null && state.deposited <= asOf ? state.deposited : null;
  const inForce = deposited === null ? null : entryIntoForce(deposited);
  return [
    STANDINGS[standing],
    state.signed !== null && state.signed <= asOf ? `signed ${shortDate(state.signed)}` : null,
    deposited === null ? null : `${state.kind === null ? 'deposited' : KINDS[state.kind]} ${shortDate(deposited)}`,
    inForce === null ? null : `in force ${inForce > asOf ? 'from ' : ''}${shortDate(inForce)}`,
    standing === 'withdrawn' && state.withdrawn !== null ? `withdrawal in effect ${shortDate(state.withdrawn)}` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
