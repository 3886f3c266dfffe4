import type { Db } from '../../db/client.ts';
import { readCoordinators } from '../../db/read/coordinators.ts';
import { readDiary, readStateContacts } from '../../db/read/diary.ts';
import { readFollows } from '../../db/read/follows.ts';
import { readLastContacts } from '../../db/read/last-contacts.ts';
import { readNeeds } from '../../db/read/needs.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { endOfDeskDay } from '../../desk/time.ts';
import { clocksOfState, clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { wasTakenBack } from '../../treaty/request-moves.ts';
import type { StateOn } from './card.ts';
import type { SaidThen } from './said-then.ts';

/**
 * One State on `asOf`, as it is known now; for a day before `today` also as the desk knew it by the end of that day, if it
 * kept a record then. Null for a code that is not on record.
 */
export async function readStateOn(db: Db, iso3: Iso3, asOf: Day, today = asOf): Promise<StateOn | null> {
  const record = await readTreatyRecord(db);
  const state = record.states.find((each) => each.iso3 === iso3);
  if (state === undefined) return null;
  const asked = (await readNeeds(db, { states: [iso3] })).filter((need) => need.asOf <= asOf && !wasTakenBack(need));
  const isClosed = ({ closedOn }: NeedRow): boolean => closedOn !== null && closedOn <= asOf;
  return {
    record,
    state,
    clocks: clocksOfState(clocksOn(record, asOf), iso3),
    needs: asked.filter((need) => !isClosed(need)),
    closed: asked.filter(isClosed),
    coordinators: await readCoordinators(db),
    followers: (await readFollows(db)).filter(({ state: followed }) => followed === iso3),
    asOf,
    diary: null,
    said: asOf < today ? await saidOn(db, iso3, asOf, today) : null,
  };
}

async function saidOn(db: Db, iso3: Iso3, asOf: Day, today: Day): Promise<SaidThen | null> {
  const record = await readTreatyRecord(db, endOfDeskDay(asOf));
  return record.begun === null ? null : { clocks: clocksOfState(clocksOn(record, asOf), iso3), today };
}

/** The same State with what `reader` may know of the desk's own contact with it; nothing for who reads no register. */
export async function withDiary(db: Db, on: StateOn, reader: Actor): Promise<StateOn> {
  if (!may(reader, 'read_register')) return on;
  const { iso3 } = on.state;
  const notes = (await readDiary(db, iso3, reader)).filter((note) => note.on <= on.asOf);
  const last = (await readLastContacts(db, on.asOf, reader)).get(iso3) ?? null;
  return { ...on, diary: { last, notes, contacts: await readStateContacts(db, iso3) } };
}
