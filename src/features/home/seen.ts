import type { Db } from '../../db/client.ts';
import { dateOf } from '../../db/days.ts';
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
  /** To who was given a role and has not been here before: by whom, and where the digest is; null for everybody else. */
  welcome: { givenBy: string; digest: string | null } | null;
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
    welcome: await welcomeFor(db, reader),
    nameOf: (iso3) => record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3,
  };
}

/** Who was given a role by a person, and has not gone on to their desk yet. */
async function welcomeFor(db: Db, { actor, today }: HomeReader): Promise<Seen['welcome']> {
  const held = await db.roleHolding.findFirst({
    where: { slackId: actor.slackId, OR: [{ until: null }, { until: { gte: dateOf(today) } }] },
    orderBy: { recordedAt: 'desc' },
  });
  if (held === null) return null;
  // What the sandbox has given from the start, nobody has given.
  const giver = await db.person.findUnique({ where: { slackId: held.givenBy }, select: { name: true } });
  if (giver === null || (await db.homeChoice.findUnique({ where: { slackId: actor.slackId } })) !== null) return null;
  const digests = await db.subscription.findMany({ where: { pausedAt: null }, orderBy: { recordedAt: 'asc' } });
  const digest = digests.find(({ channel }) => /^[CG]/.test(channel))?.channel ?? null;
  return { givenBy: giver.name, digest };
}

/** Keeps that a person has gone on to their desk. */
export const keepWelcomed = async (db: Db, slackId: string): Promise<void> => {
  await db.homeChoice.createMany({ data: [{ slackId, view: 'mine', steps: ['skipped'] }], skipDuplicates: true });
};
