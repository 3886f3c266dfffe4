import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Block, Carried, Message } from '../../blocks/message.ts';
import type { Day } from '../../treaty/day.ts';
import type { Reader } from '../client.ts';
import { dayFrom, instantFrom } from '../days.ts';

/** A message that carried dates of the treaty. */
export interface SaidRow {
  id: string;
  kind: Carried['kind'];
  asOf: Day;
  at: Temporal.Instant;
  /** Whom it was told to. */
  person: string | null;
  facts: readonly string[];
  /** What it said first, where it can be changed in place: where it stands, or through the delivery that brings it there. */
  posted: { channel: string; ts: string | null; message: Message; delivery: string | null } | null;
}

const blocks = z.array(z.custom<Block>((block) => typeof block === 'object' && block !== null));
const stored = z.object({ text: z.string(), blocks, withoutTable: blocks.optional() });

/** The messages that rested on any of `facts`, oldest first. */
export async function readSaid(db: Reader, facts: readonly string[]): Promise<readonly SaidRow[]> {
  const rows = await db.said.findMany({
    where: { facts: { hasSome: [...facts] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return spokenLast(rows).map(({ id, kind, asOf, at, person, facts: carried, channel, ts, message, delivery }) => ({
    id,
    kind: kind as Carried['kind'],
    asOf: dayFrom(asOf),
    at: instantFrom(at),
    person,
    facts: carried,
    posted: channel === null || message === null ? null : { channel, ts, message: messageIn(message), delivery },
  }));
}

/** Of several versions that one delivery has said in the same place, the one that stands there, else the last. */
function spokenLast<T extends { delivery: string | null; channel: string | null }>(rows: readonly T[]): readonly T[] {
  const last = new Map<string, T>();
  for (const row of rows) {
    const known = row.delivery === null ? undefined : last.get(row.delivery);
    if (row.delivery !== null && (known === undefined || known.channel === null)) last.set(row.delivery, row);
  }
  return rows.filter((row) => row.delivery === null || last.get(row.delivery) === row);
}

function messageIn(json: unknown): Message {
  const { withoutTable, ...message } = stored.parse(json);
  return withoutTable === undefined ? message : { ...message, withoutTable };
}
