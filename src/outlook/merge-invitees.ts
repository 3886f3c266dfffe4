import type { Invitee } from '../desk/calendar.ts';
import { addressOf } from './canonical.ts';

const byAddress = (invitees: readonly Invitee[]): Map<string, Invitee> =>
  new Map(invitees.map((each) => [addressOf(each), each]));

/**
 * Invitees added or taken out on either side, person by person: the lists are merged, not one taken for the other. Who is taken out
 * on one side and changed on the other stays: nobody loses an invitation by accident.
 */
export function mergeInvitees(
  here: readonly Invitee[],
  there: readonly Invitee[],
  agreed: { here: readonly Invitee[]; there: readonly Invitee[] },
): readonly Invitee[] {
  const [ours, theirs] = [byAddress(here), byAddress(there)];
  const [before, beforeThere] = [byAddress(agreed.here), byAddress(agreed.there)];
  const pick = (address: string): Invitee | undefined => {
    const [our, their] = [ours.get(address), theirs.get(address)];
    const changedThere = their?.optional !== beforeThere.get(address)?.optional;
    const changedHere = our?.optional !== before.get(address)?.optional;
    if (changedHere && changedThere) return our ?? their;
    return changedThere ? their : our;
  };
  return [...new Set([...ours.keys(), ...theirs.keys()])].map(pick).filter((each) => each !== undefined);
}
