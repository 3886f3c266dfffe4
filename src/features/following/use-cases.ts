import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../../db/client.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { readFollows } from '../../db/read/follows.ts';
import { readPerson } from '../../db/read/people.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { deskToday } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { handedOver } from '../requests/use-cases.ts';
import { givenMessage } from './card.ts';
import { beginFollow, endFollow } from './store.ts';

export { beginFollow, endFollow } from './store.ts';
export { nextWindow } from './to-divide.ts';

/** That a person follows a State: because they chose to, or because their role gives it to them. */
export interface Following {
  slackId: string;
  state: Iso3;
  how: 'chosen' | 'role';
  /** From when on; null for what comes with a role. */
  since: Temporal.Instant | null;
}

/** Whom the desk may send something by itself, and who may have something to do: those with a role. */
export const isMember = (person: Pick<PersonRow, 'roles'>): boolean => may(person, 'read_register');

/** Which of `people` follow which States on a day; coordinators also the State that is handled for the other one. */
export async function followingsOf(
  db: Reader,
  people: readonly PersonRow[],
  today: Day,
): Promise<readonly Following[]> {
  const members = new Map(people.filter(isMember).map((person) => [person.slackId, person]));
  const chosen = (await readFollows(db))
    .filter(({ slackId, state }) => members.has(slackId) && members.get(slackId)?.state !== state)
    .map(({ slackId, state, since }): Following => ({ slackId, state, how: 'chosen', since }));
  const handlers = await handedOver(db, today);
  const byRole = [...handlers].flatMap(([state, handler]) =>
    [...members.values()]
      .filter(({ roles, state: own, slackId }) => {
        const chose = chosen.some((each) => each.slackId === slackId && each.state === state);
        return roles.includes('coordinator') && own === handler && !chose;
      })
      .map(({ slackId }): Following => ({ slackId, state, how: 'role', since: null })),
  );
  return [...chosen, ...byRole];
}

export type FollowOutcome = 'done' | 'already' | 'own_state' | 'not_allowed' | 'not_a_member';

/** Has a person follow a State from now on; whoever is given one by somebody else is told. */
export async function followState(
  desk: RecordDesk,
  actor: Actor,
  { person: slackId, state }: { person: string; state: Iso3 },
  at: Temporal.Instant,
): Promise<FollowOutcome> {
  if (!may(actor, 'handle_request')) return 'not_allowed';
  const { db, ids } = desk;
  const person = slackId === actor.slackId ? actor : await readPerson(db, slackId, deskToday(desk.clock));
  if (person === null || !may(person, 'read_register')) return 'not_a_member';
  if (person.state === state) return 'own_state';
  const name = (await readStates(db)).find(({ iso3 }) => iso3 === state)?.shortName ?? state;
  const begun = await db.$transaction(async (tx) => {
    if (!(await beginFollow(tx, ids, { slackId, name: person.name, state }, actor, at))) return false;
    if (slackId === actor.slackId) return true;
    const key = `follow:${slackId}:${state}:${at.epochMilliseconds}`;
    const message = givenMessage(name, actor.name);
    await enqueue(tx, ids, { key, kind: 'reminder', to: { person: slackId }, urgency: URGENCY.person, message }, at);
    return true;
  });
  desk.poke();
  return begun ? 'done' : 'already';
}

/** Ends it; for the person themselves. */
export async function unfollowState(
  { db, ids }: RecordDesk,
  actor: Actor,
  state: Iso3,
  at: Temporal.Instant,
): Promise<boolean> {
  const { slackId, name } = actor;
  return db.$transaction((tx) => endFollow(tx, ids, { slackId, name, state }, actor, at));
}
