import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../../db/client.ts';
import type { RecordedEvent } from '../../db/read/recorded-events.ts';
import { readSaid, type SaidRow } from '../../db/read/said.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import type { TreatyRecord } from '../../treaty/facts.ts';
import { isOf, nameOf } from './amend-said.ts';
import { type Difference, differenceIn } from './differences.ts';
import { aroundChange, readRecordHistory } from './history.ts';

/** An event that was recorded, or taken back again, with what it changed and who had been told otherwise. */
export interface Correction {
  event: RecordedEvent;
  what: 'recorded' | 'taken_back';
  stateName: string;
  /** Who did it, when and why. */
  by: { id: string; name: string };
  at: Temporal.Instant;
  reason: string | null;
  /** What is otherwise on the day itself; null where nothing that people read is. */
  difference: Difference | null;
  /** The messages that gave the old value, oldest first. */
  told: readonly SaidRow[];
}

/** What became of the record by one event: as it stands now, recorded or taken back. Null for one that is not on record. */
export async function readCorrection(db: Reader, id: string): Promise<Correction | null> {
  const history = await readRecordHistory(db);
  const event = history.events.find((each) => each.id === id);
  if (event === undefined) return null;
  const { takenBack } = event;
  const what = takenBack === null ? 'recorded' : 'taken_back';
  const at = takenBack?.at ?? event.recordedAt;
  const around = aroundChange(history.events, event, what);
  const before: TreatyRecord = { ...history.now, events: around.before };
  const after: TreatyRecord = { ...history.now, events: around.after };
  const days = new Map<Day, boolean>();
  const differsOn = (asOf: Day): boolean => {
    const known = days.get(asOf) ?? differenceIn(event, before, after, asOf) !== null;
    days.set(asOf, known);
    return known;
  };
  const facts = history.events.filter(isOf(event)).map((each) => each.id);
  const said = await readSaid(db, facts);
  return {
    event,
    what,
    stateName: nameOf(history.now, event.state),
    by: takenBack === null ? (event.by ?? { id: '', name: 'starting record' }) : takenBack.by,
    at,
    reason: takenBack === null ? event.reason : takenBack.reason,
    difference: differenceIn(event, before, after, dayIn(DESK_ZONE, at)),
    told: said.filter((row) => isBefore(row, event, what, at) && differsOn(row.asOf)),
  };
}

/** Said before the change; of the same instant the message itself tells, by whether it rests on the event. */
const isBefore = (row: SaidRow, { id }: RecordedEvent, what: Correction['what'], at: Temporal.Instant): boolean =>
  row.at.epochMilliseconds === at.epochMilliseconds
    ? row.facts.includes(id) === (what === 'taken_back')
    : row.at.epochMilliseconds < at.epochMilliseconds;
