import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Iso3 } from '../../treaty/facts.ts';

/** One person and one State. */
export interface FollowOf {
  slackId: string;
  name: string;
  state: Iso3;
}

type By = Pick<Actor, 'slackId' | 'name'>;

/** Writes that a person follows a State from `at` on, with its history; false where they do already. */
export async function beginFollow(
  tx: Tx,
  ids: Ids,
  { slackId, name, state }: FollowOf,
  by: By,
  at: Temporal.Instant,
): Promise<boolean> {
  const again = await tx.follow.updateMany({
    where: { slackId, iso3: state, endedAt: { not: null } },
    data: { since: timeOf(at), endedAt: null, by: by.slackId },
  });
  const row = { slackId, iso3: state, since: timeOf(at), by: by.slackId };
  const made = again.count === 1 ? again : await tx.follow.createMany({ data: [row], skipDuplicates: true });
  if (made.count === 0) return false;
  await keepHistory(tx, ids, { about: name, what: 'State followed', after: state }, by, at);
  return true;
}

/** Writes that a person follows a State no longer; false where they did not. */
export async function endFollow(
  tx: Tx,
  ids: Ids,
  { slackId, name, state }: FollowOf,
  by: By,
  at: Temporal.Instant,
): Promise<boolean> {
  const ended = await tx.follow.updateMany({
    where: { slackId, iso3: state, endedAt: null },
    data: { endedAt: timeOf(at) },
  });
  if (ended.count === 0) return false;
  await keepHistory(tx, ids, { about: name, what: 'State no longer followed', before: state }, by, at);
  return true;
}

const keepHistory = (
  tx: Tx,
  ids: Ids,
  line: { about: string; what: string; before?: string; after?: string },
  { slackId, name }: By,
  at: Temporal.Instant,
): Promise<unknown> =>
  tx.deskHistory.create({ data: { id: ids.next(), at: timeOf(at), by: slackId, byName: name, ...line } });
