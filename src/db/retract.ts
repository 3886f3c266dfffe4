import type { Tx } from './client.ts';
import { timeOf } from './days.ts';
import type { RecordChange } from './record-desk.ts';

/** Takes a fact back: an event, a statement on a report, a year, an answer. It stays on record with who did so, when and why. */
export const retract = (
  tx: Tx,
  factId: string,
  reason: string | null,
  { actor, at }: Pick<RecordChange, 'actor' | 'at'>,
): Promise<unknown> =>
  tx.retraction.create({ data: { factId, at: timeOf(at), by: actor.slackId, byName: actor.name, reason } });
