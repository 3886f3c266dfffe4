import { createHash } from 'node:crypto';
import { counted, listed } from '../../blocks/words.ts';
import type { Reader } from '../../db/client.ts';
import { type FollowUpRow, readFollowUps } from '../../db/read/follow-ups.ts';
import { readFollows } from '../../db/read/follows.ts';
import { readNeeds } from '../../db/read/needs.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { isOpen } from '../../treaty/request-moves.ts';
import { type Holding, holdingsOn } from '../people/use-cases.ts';

/** All that a person holds at the desk. */
export interface Held {
  /** Open ones that are theirs, by reference. */
  requests: readonly NeedRow[];
  /** Whom they chose to follow. */
  states: readonly Iso3[];
  followUps: readonly FollowUpRow[];
  roles: readonly Holding[];
  /** Who is away and named them. */
  standsInFor: readonly { slackId: string; name: string }[];
}

/** What a person holds on a day, read in one go. */
export async function heldBy(db: Reader, slackId: string, today: Day): Promise<Held> {
  const needs = await readNeeds(db, { openOnly: true });
  const away = await db.person.findMany({
    where: { standInId: slackId, awayUntil: { gte: new Date(today) } },
    orderBy: { name: 'asc' },
  });
  return {
    requests: needs
      .filter(({ owner, status }) => owner?.slackId === slackId && isOpen(status))
      .toSorted((a, b) => (a.reference < b.reference ? -1 : 1)),
    states: (await readFollows(db)).filter((each) => each.slackId === slackId).map(({ state }) => state),
    followUps: await readFollowUps(db, slackId),
    roles: await holdingsOn(db, today, slackId),
    standsInFor: away.map(({ slackId: id, name }) => ({ slackId: id, name })),
  };
}

export const holdsNothing = ({ requests, states, followUps, roles, standsInFor }: Held): boolean =>
  requests.length + states.length + followUps.length + roles.length + standsInFor.length === 0;

/** "12 requests, 5 States and 7 follow-ups"; null where there is nothing but perhaps a role. */
export function countWords({ requests, states, followUps }: Held): string | null {
  const parts = [
    requests.length > 0 && counted(requests.length, 'request'),
    states.length > 0 && counted(states.length, 'State'),
    followUps.length > 0 && counted(followUps.length, 'follow-up'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : listed(parts);
}

/** The same for the same pieces: what was shown is what is handed over. */
export const markOf = ({ requests, states, followUps, roles, standsInFor }: Held): string =>
  createHash('sha256')
    .update(
      [
        ...requests.map(({ reference }) => reference),
        ...states,
        ...followUps.map(({ id }) => id),
        ...roles.map(({ id }) => id),
        ...standsInFor.map(({ slackId }) => slackId),
      ]
        .toSorted()
        .join(' '),
    )
    .digest('hex')
    .slice(0, 16);
