import type { Tx } from '../../db/client.ts';
import { readPerson } from '../../db/read/people.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import type { Profile } from '../../desk/profile.ts';
import { deskToday } from '../../desk/time.ts';
import { beginFollow, endFollow } from '../following/use-cases.ts';
import { passRow } from '../followups/use-cases.ts';
import { passRequest } from '../handling/use-cases.ts';
import { addHolding, endHolding, passStandIns } from '../people/use-cases.ts';
import type { Held } from './held.ts';
import type { Moved } from './moved.ts';

export type HandOverDesk = RecordDesk;
type By = Pick<RecordChange, 'actor' | 'at'>;

/** To whom each kind of piece goes. */
export interface Takers {
  requests: string;
  states: string;
  followUps: string;
}

export interface Giving {
  tx: Tx;
  desk: HandOverDesk;
  from: { slackId: string; name: string };
  by: By;
}

/** Gives roles with their State, theme and last day to somebody else; a problem in words, and then nothing at all is kept. */
export async function passRoles(
  { tx, desk, by: { actor, at } }: Giving,
  { roles }: Held,
  to: Profile,
): Promise<{ moved: Moved['roles'] } | { problem: string }> {
  const { ids, clock } = desk;
  const change = { actor, at, today: deskToday(clock) };
  const own = (await readPerson(tx, to.slackId, change.today))?.state ?? null;
  const moved: Moved['roles'] = [];
  for (const { id, role, state, theme, until } of roles) {
    if (state !== null && own !== null && own !== state)
      return { problem: `${to.name} represents another State: please give this role in /ccm people.` };
    const { slackId, name, teamId, zone } = to;
    const before = new Set((await tx.roleHolding.findMany({ where: { slackId } })).map((each) => each.id));
    const given = { slackId, name, teamId, zone, role, state, theme, from: change.today, until };
    const added = await addHolding(tx, ids, given, change);
    const fresh = added.ok
      ? await tx.roleHolding.findFirst({ where: { slackId, role, id: { notIn: [...before] } }, select: { id: true } })
      : null;
    // Who holds it already goes on holding it.
    const ended = await endHolding(tx, ids, id, change);
    if (!ended.ok) return { problem: ended.problem };
    moved.push({ id, until, given: fresh?.id ?? null });
  }
  return { moved };
}

/** Gives requests, States, follow-ups and absences to their takers; what cannot go to one is named and stays. */
export async function passPieces(
  { tx, desk, from, by }: Giving,
  held: Held,
  takers: Takers,
  standIn: { slackId: string; name: string },
): Promise<{ moved: Omit<Moved, 'roles'>; kept: readonly string[] }> {
  const kept: string[] = [];
  const requests: Moved['requests'] = [];
  const why = `handed over by ${from.name}`;
  for (const { reference } of held.requests) {
    const passed = await passRequest(tx, desk, { reference, from: from.slackId, to: takers.requests, why }, by);
    if (passed) requests.push({ reference, to: takers.requests });
    else kept.push(reference);
  }
  const states: Moved['states'] = [];
  const follower = await personOf(tx, desk, takers.states);
  for (const state of held.states) {
    if (follower.state === state) {
      kept.push(state);
      continue;
    }
    const pair = { slackId: takers.states, name: follower.name, state };
    await endFollow(tx, desk.ids, { ...from, state }, by.actor, by.at);
    states.push({ state, to: takers.states, begun: await beginFollow(tx, desk.ids, pair, by.actor, by.at) });
  }
  const followUps: Moved['followUps'] = [];
  for (const { id, reference } of held.followUps) {
    if (await passRow(tx, desk.ids, id, takers.followUps, by)) followUps.push({ id, reference, to: takers.followUps });
    else kept.push(reference);
  }
  const stood = await passStandIns(tx, desk.ids, { from: from.slackId, to: standIn }, by.actor, by.at);
  const standIns = stood.map((person) => ({ person, to: standIn.slackId }));
  return { moved: { requests, states, followUps, standIns }, kept };
}

async function personOf(tx: Tx, { clock }: HandOverDesk, slackId: string) {
  const person = await readPerson(tx, slackId, deskToday(clock));
  return { name: person?.name ?? slackId, state: person?.state ?? null };
}
