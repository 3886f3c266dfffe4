import type { Temporal } from 'temporal-polyfill';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { Reader } from '../client.ts';
import { dayFrom, instantFrom } from '../days.ts';

/** Something that a person is to do by a day, not done yet. */
export interface FollowUpRow {
  id: string;
  /** F12. */
  reference: string;
  what: string;
  state: Iso3 | null;
  due: Day;
  dueSetAt: Temporal.Instant;
  owner: { slackId: string; name: string };
  link: string | null;
  /** The meeting that it comes out of. */
  meeting: string | null;
}

/** What is still to be done, of one person or of all, by day. */
export async function readFollowUps(db: Reader, ownerId?: string): Promise<readonly FollowUpRow[]> {
  const rows = await db.followUp.findMany({
    where: { doneAt: null, ...(ownerId === undefined ? {} : { ownerId }) },
    include: { owner: { select: { name: true } } },
    orderBy: [{ due: 'asc' }, { number: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    reference: `F${row.number}`,
    what: row.what,
    state: row.iso3,
    due: dayFrom(row.due),
    dueSetAt: instantFrom(row.dueSetAt),
    owner: { slackId: row.ownerId, name: row.owner.name },
    link: row.link,
    meeting: row.meetingId,
  }));
}
