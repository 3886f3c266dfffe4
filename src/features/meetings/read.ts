import type { Reader } from '../../db/client.ts';
import { dayFrom } from '../../db/days.ts';
import type { MeetingRow } from '../../db/read/meetings.ts';
import type { Day } from '../../treaty/day.ts';

/** A meeting with what stands around it on its card. */
export interface MeetingSeen {
  row: MeetingRow;
  /** Short names of the States that it is about. */
  states: readonly string[];
  /** The name of the Convention's meeting in whose margins it is. */
  margins: string | null;
  followUps: readonly { reference: string; what: string; owner: string; due: Day; done: boolean }[];
  /** Whether there is a calendar in Outlook at all. */
  calendar: boolean;
  today: Day;
}

/** What stands around a meeting, as it is seen on `today`. */
export async function readSeen(
  db: Reader,
  row: MeetingRow,
  { calendar, today }: Pick<MeetingSeen, 'calendar' | 'today'>,
): Promise<MeetingSeen> {
  const states = await db.state.findMany({ where: { iso3: { in: [...row.states] } }, orderBy: { shortName: 'asc' } });
  const margins =
    row.inMarginsOf === null ? null : await db.conventionMeeting.findUnique({ where: { code: row.inMarginsOf } });
  const followUps = await db.followUp.findMany({
    where: { meetingId: row.id },
    include: { owner: { select: { name: true } } },
    orderBy: [{ due: 'asc' }, { number: 'asc' }],
  });
  return {
    row,
    states: states.map(({ shortName }) => shortName),
    margins: margins?.name ?? row.inMarginsOf,
    followUps: followUps.map(({ number, what, owner, due, doneAt }) => ({
      reference: `F${number}`,
      what,
      owner: owner.name,
      due: dayFrom(due),
      done: doneAt !== null,
    })),
    calendar,
    today,
  };
}
