import type { Db } from '../../db/client.ts';
import { readFollows } from '../../db/read/follows.ts';
import { type MeetingRow, readMeetings } from '../../db/read/meetings.ts';
import { readNeeds } from '../../db/read/needs.ts';
import type { NeedRow, StatedFigureRow, WorkPlanRow } from '../../db/read/rows.ts';
import { readStatedFigures } from '../../db/read/stated-figures.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import { readWorkPlan } from '../../db/read/work-plan.ts';
import type { HomeReader } from '../../desk/describe.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { isOpen } from '../../treaty/request-moves.ts';
import { mayReadMeeting } from '../meetings/use-cases.ts';

/** What App Home is made of, as of the reader's today. */
export interface Seen {
  reader: HomeReader;
  record: TreatyRecord;
  clocks: readonly Clock[];
  /** Open requests that count today. */
  needs: readonly NeedRow[];
  figures: readonly StatedFigureRow[];
  workPlan: readonly WorkPlanRow[];
  /** Meetings that the desk plans and that the reader may read. */
  meetings: readonly MeetingRow[];
  /** States that somebody follows. */
  followed: ReadonlySet<Iso3>;
  nameOf(iso3: Iso3): string;
}

/** Reads what App Home shows, whatever may be seen of it in the end. */
export async function readSeen(db: Db, reader: HomeReader): Promise<Seen> {
  const record = await readTreatyRecord(db);
  const needs = await readNeeds(db, { openOnly: true });
  return {
    reader,
    record,
    clocks: clocksOn(record, reader.today),
    needs: needs.filter(({ asOf, status }) => asOf <= reader.today && isOpen(status)),
    figures: await readStatedFigures(db),
    workPlan: await readWorkPlan(db),
    meetings: (await readMeetings(db)).filter((row) => row.status === 'planned' && mayReadMeeting(reader.actor, row)),
    followed: new Set((await readFollows(db)).map(({ state }) => state)),
    nameOf: (iso3) => record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3,
  };
}
