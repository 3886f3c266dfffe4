import { isDuplicate, type Tx } from '../../db/client.ts';
import { timeOf } from '../../db/days.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { readPerson } from '../../db/read/people.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordChange } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Profile } from '../../desk/profile.ts';
import { deskToday } from '../../desk/time.ts';
import { isMember } from '../following/use-cases.ts';
import { type HandOverDesk, passPieces, passRoles, type Takers } from './apply.ts';
import { heldBy, holdsNothing, markOf } from './held.ts';
import { named, receivedMessage, takenMessage } from './messages.ts';
import { countOf, type Moved, NOTHING_MOVED } from './moved.ts';

export type HandOverOutcome =
  | { kind: 'done'; id: string; name: string; moved: Moved; kept: readonly string[] }
  | { kind: 'not_allowed' }
  /** They hold nothing, or no more: somebody else was first. */
  | { kind: 'nothing' }
  /** What they hold is not what was shown; nothing was changed. */
  | { kind: 'changed' }
  /** Somebody who would take something holds no role at the desk. */
  | { kind: 'not_a_member'; field: keyof Takers | 'all' }
  | { kind: 'problem'; words: string };

/** Whether `actor` may hand over what `person` holds: an admin for everybody, a member what is theirs. */
export const mayHandOver = (actor: Actor, person: string): boolean =>
  may(actor, 'manage_people') || (person === actor.slackId && may(actor, 'handle_request'));

export interface Wanted {
  person: string;
  /** Of what was shown. */
  mark: string;
  /** Takes all that is not for somebody else, and the roles where they go, too. */
  all: Profile;
  takers: Partial<Takers>;
  roles: boolean;
}

/** Thrown inside the transaction so that nothing of it is kept; never leaves this file. */
class Refused extends Error {
  readonly outcome: HandOverOutcome;
  constructor(outcome: HandOverOutcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/** Hands over everything that a person holds, or nothing of it; of two who do so at once the second is told that nothing is left. */
export async function handOver(desk: HandOverDesk, wanted: Wanted, by: RecordChange): Promise<HandOverOutcome> {
  if (!mayHandOver(by.actor, wanted.person) || (wanted.roles && !may(by.actor, 'manage_people')))
    return { kind: 'not_allowed' };
  if (wanted.all.slackId === wanted.person) return { kind: 'problem', words: 'Please choose somebody else.' };
  try {
    const outcome = await desk.db.$transaction((tx) => decide(tx, desk, wanted, by));
    desk.poke();
    return outcome;
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    if (isDuplicate(error)) return { kind: 'nothing' };
    throw error;
  }
}

async function decide(tx: Tx, desk: HandOverDesk, wanted: Wanted, by: RecordChange): Promise<HandOverOutcome> {
  const { person, all } = wanted;
  const { ids, clock } = desk;
  await holdHandOvers(tx);
  await tx.$queryRaw`SELECT "id" FROM "RoleHolding" WHERE "role" = 'admin' OR "slackId" = ${person} ORDER BY "id" FOR UPDATE`;
  const today = deskToday(clock);
  const held = await heldBy(tx, person, today);
  if (holdsNothing(held)) return { kind: 'nothing' };
  if (markOf(held) !== wanted.mark) return { kind: 'changed' };
  const name = (await readPerson(tx, person, today))?.name ?? person;
  const giving = { tx, desk, from: { slackId: person, name }, by };
  const passed = wanted.roles ? await passRoles(giving, held, all) : { moved: [] };
  if ('problem' in passed) throw new Refused({ kind: 'problem', words: passed.problem });
  const takers: Takers = { requests: all.slackId, states: all.slackId, followUps: all.slackId, ...wanted.takers };
  for (const [field, slackId] of [...Object.entries(wanted.takers), ['all', all.slackId] as const])
    if (slackId !== undefined && !(await isOfDesk(tx, desk, slackId)))
      throw new Refused({ kind: 'not_a_member', field: field as keyof Takers | 'all' });
  const { moved, kept } = await passPieces(giving, held, takers, all);
  const whole: Moved = { ...NOTHING_MOVED, ...moved, roles: passed.moved };
  if (countOf(whole) === 0)
    throw new Refused({ kind: 'problem', words: `Nothing could go there: ${kept.join(', ')}.` });
  const id = ids.next();
  const { actor, at, submission } = by;
  const row = { id, person, moved: whole, at: timeOf(at), by: actor.slackId, byName: actor.name, submission };
  await tx.handOver.create({ data: row });
  await tell(tx, desk, { id, name, person, whole, takers }, by);
  return { kind: 'done', id, name, moved: whole, kept };
}

/** One hand-over at a time: two in opposite directions would wait for each other for ever. */
export const holdHandOvers = (tx: Tx): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('hand over'), 0)`;

async function isOfDesk(tx: Tx, { clock, admins = [] }: HandOverDesk, slackId: string): Promise<boolean> {
  const person = await readPerson(tx, slackId, deskToday(clock));
  return person !== null && (isMember(person) || admins.includes(slackId));
}

interface Told {
  id: string;
  name: string;
  person: string;
  whole: Moved;
  takers: Takers;
}

/** Each of those who have something new is told what, and who had it that it is no longer theirs. */
async function tell(tx: Tx, desk: HandOverDesk, of: Told, { actor, at }: RecordChange): Promise<void> {
  const { id, name, person } = of;
  const say = (to: string, message: ReturnType<typeof takenMessage>): Promise<unknown> =>
    enqueue(
      tx,
      desk.ids,
      { key: `handover:${id}:${to}`, kind: 'notice', to: { person: to }, urgency: URGENCY.person, message },
      at,
    );
  const states = new Map((await readStates(tx)).map(({ iso3, shortName }) => [iso3, shortName]));
  const whole = named(of.whole, (iso3) => states.get(iso3) ?? iso3);
  const takers = new Set(Object.values(of.takers));
  for (const to of takers)
    if (to !== actor.slackId) await say(to, receivedMessage(name, actor.name, mineOf(whole, to)));
  if (person !== actor.slackId) await say(person, takenMessage(actor.name, whole));
}

/** Of what went, that which went to one person. */
const mineOf = (whole: Moved, to: string): Moved => ({
  requests: whole.requests.filter((each) => each.to === to),
  states: whole.states.filter((each) => each.to === to),
  followUps: whole.followUps.filter((each) => each.to === to),
  roles: [],
  standIns: whole.standIns.filter((each) => each.to === to),
});
