import { capital } from '../blocks/words.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { standingOn } from '../treaty/standing.ts';
import type { Facts } from './facts.ts';

/** "Nine States Parties", "One State": Parties where all of them are; with `deposited`, also those not yet in force. */
export function countedStates(
  states: readonly Iso3[],
  { states: all, asOf, tongue: { say, number } }: Facts,
  deposited = false,
): string {
  const parties = new Set(
    all
      .filter((state) => {
        const standing = standingOn(state, asOf);
        return standing === 'state_party' || (deposited && standing === 'deposited');
      })
      .map(({ iso3 }) => iso3),
  );
  const areParties = states.every((state) => parties.has(state));
  if (states.length === 1) return areParties ? say`One State Party` : say`One State`;
  const count = capital(number(states.length));
  return areParties ? say`${count} States Parties` : say`${count} States`;
}
