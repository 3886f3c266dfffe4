import type { Temporal } from 'temporal-polyfill';
import { type Kept, standing } from '../../treaty/kept.ts';
import type { Reader } from '../client.ts';
import { instantFrom } from '../days.ts';

/** A fact with all that is known of its recording; also one that was corrected or taken back. */
export interface Recorded extends Kept {
  recordedAt: Temporal.Instant;
  /** Slack id and name of who recorded it; null for the starting record. */
  by: { id: string; name: string } | null;
  takenBack: { at: Temporal.Instant; by: { id: string; name: string }; reason: string | null } | null;
}

type Retractions = ReadonlyMap<string, NonNullable<Recorded['takenBack']>>;

/** What was taken back, by the fact's id. */
export async function readRetractions(db: Reader): Promise<Retractions> {
  const rows = await db.retraction.findMany();
  return new Map(
    rows.map(({ factId, at, by, byName, reason }) => [
      factId,
      { at: instantFrom(at), by: { id: by, name: byName }, reason },
    ]),
  );
}

/** Who recorded a fact and when, and whether it was taken back. */
export const recordingOf = (
  row: { id: string; recordedAt: Date; recordedBy: string | null; recordedByName: string | null },
  backOf: Retractions,
): Omit<Recorded, keyof Kept> => ({
  recordedAt: instantFrom(row.recordedAt),
  by: row.recordedBy === null ? null : { id: row.recordedBy, name: row.recordedByName ?? row.recordedBy },
  takenBack: backOf.get(row.id) ?? null,
});

/**
 * The facts that counted when a message was said at `at` that rested on `facts`: what was recorded later is not among them,
 * what was corrected or taken back later is. Of what happened at the very same instant the message itself tells the order.
 */
export function factsKnownTo<T extends Recorded>(
  { at, facts }: { at: Temporal.Instant; facts: readonly string[] },
  all: readonly T[],
): readonly T[] {
  const when = at.epochMilliseconds;
  const rests = new Set(facts);
  const known = all.filter(({ id, recordedAt: { epochMilliseconds: recorded }, by }) =>
    recorded === when ? by === null || rests.has(id) : recorded < when,
  );
  const gone = known.filter(({ id, takenBack }) => {
    const back = takenBack?.at.epochMilliseconds;
    return back !== undefined && (back === when ? !rests.has(id) : back < when);
  });
  return standing(known, new Set(gone.map(({ id }) => id)));
}
