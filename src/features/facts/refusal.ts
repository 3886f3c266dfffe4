import { type Actor, may } from '../../desk/actor.ts';
import type { Iso3 } from '../../treaty/facts.ts';

/** Why somebody may not change the record. */
export type Refusal = { kind: 'not_allowed' } | { kind: 'own_state' };

/** Only the ISU and admins keep the record, and nobody that of the State they represent; null where nothing stands against it. */
export function refusalOf(actor: Actor, state: Iso3 | null): Refusal | null {
  if (!may(actor, 'keep_record')) return { kind: 'not_allowed' };
  return state !== null && actor.state === state ? { kind: 'own_state' } : null;
}
