import type { Reader } from '../../db/client.ts';
import { readNeed, readNeeds } from '../../db/read/needs.ts';
import { opennessOf } from '../../db/read/openness.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { readSetting } from '../../db/read/settings.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import { clocksOfState, clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, StateFacts } from '../../treaty/facts.ts';

/** As of its delivery. */
type CardState = 'due' | 'sending' | 'sent' | 'unsure' | 'refused' | 'dropped';

/** Where the card of a request stands in the register channel, or why it does not. */
interface CardPlace {
  channel: string;
  state: CardState;
  /** It has been posted: what is still on its way, or was refused, is a change of it. */
  stands: boolean;
  error: string | null;
}

/** A request with what stands around it on its card. */
export interface RequestSeen {
  need: NeedRow;
  state: StateFacts;
  clocks: readonly Clock[];
  /** Other requests of the State from the same report. */
  sameReport: readonly NeedRow[];
  /** The State that handles it for one that coordinates. */
  handler: string | null;
  /** Null when no register channel is chosen, or nothing was ever due there. */
  card: CardPlace | null;
  /** Whether somebody from outside reads along in the register channel. */
  registerOpen?: boolean;
  today: Day;
}

/** One request as it is seen on `today`; null when there is none of that reference. */
export async function readRequest(db: Reader, reference: string, today: Day): Promise<RequestSeen | null> {
  const need = await readNeed(db, reference);
  if (need === null) return null;
  const record = await readTreatyRecord(db);
  const state = record.states.find(({ iso3 }) => iso3 === need.state);
  if (state === undefined) return null;
  const siblings =
    need.reportingYear === null ? [] : await readNeeds(db, { states: [need.state], year: need.reportingYear });
  return {
    need,
    state,
    clocks: clocksOfState(clocksOn(record, today), need.state),
    sameReport: siblings.filter(({ reference: other }) => other !== need.reference),
    handler: record.states.find(({ iso3 }) => iso3 === need.handledBy)?.shortName ?? null,
    card: await readCard(db, need.id),
    registerOpen: await isRegisterOpen(db),
    today,
  };
}

async function isRegisterOpen(db: Reader): Promise<boolean> {
  const channel = await readSetting(db, 'register_channel');
  return channel !== null && (await opennessOf(db, channel)).is !== 'closed';
}

async function readCard(db: Reader, requestId: string): Promise<CardPlace | null> {
  const channel = await readSetting(db, 'register_channel');
  if (channel === null) return null;
  const row = await db.requestCard.findUnique({
    where: { requestId_place: { requestId, place: channel } },
    include: { delivery: true },
  });
  if (row === null) return null;
  const { state, ts, lastError } = row.delivery;
  return { channel, state: state as CardState, stands: ts !== null, error: lastError };
}
