import type { Temporal } from 'temporal-polyfill';
import type { Iso3 } from '../../treaty/facts.ts';
import type { Reader } from '../client.ts';
import { instantFrom } from '../days.ts';

/** That a person follows a State: its dates are told to them. */
export interface FollowRow {
  slackId: string;
  name: string;
  state: Iso3;
  since: Temporal.Instant;
}

/** Who follows which State, by name. */
export async function readFollows(db: Reader): Promise<readonly FollowRow[]> {
  const rows = await db.follow.findMany({
    where: { endedAt: null },
    include: { person: { select: { name: true } } },
    orderBy: [{ iso3: 'asc' }, { person: { name: 'asc' } }],
  });
  return rows.map(({ slackId, iso3, since, person: { name } }) => ({
    slackId,
    name,
    state: iso3,
    since: instantFrom(since),
  }));
}
