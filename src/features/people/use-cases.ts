import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import { listed } from '../../blocks/words.ts';
import type { Db, Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import { readPeople, readPerson } from '../../db/read/people.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import { readSetting } from '../../db/read/settings.ts';
import { type Actor, may, type Role } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Profile } from '../../desk/profile.ts';
import { type Rooms, whyNotThere } from '../../desk/rooms.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import type { Day } from '../../treaty/day.ts';
import type { ChangeOutcome, KnownPerson, NewRole } from './changes.ts';
import { addHolding, endHolding, moveHolding, type RoleChange } from './role-store.ts';
import { changeSetting, keepPerson, writeAway } from './store.ts';

export { HAND_OVER } from './card.ts';
export { type Holding, holdingsOn } from './holdings.ts';
export { endsSoonMessage } from './notices.ts';
export { addHolding, endHolding, reviveHolding } from './role-store.ts';
export { passStandIns } from './store.ts';
export { heldWords } from './words.ts';

export interface PeopleDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
  /** Admins named in the environment. */
  admins?: readonly string[];
  /** Has the queue look for what was enqueued. */
  poke?(): void;
}

/** Who a person is to the desk: the roles held today, and admin for those named in the environment. Nobody else has any. */
export async function actorFor(
  { db, clock, admins }: { db: Db; clock: Clock; admins: readonly string[] },
  profile: Profile,
): Promise<Actor> {
  const person = await readPerson(db, profile.slackId, deskToday(clock));
  const held: readonly Role[] = person?.roles ?? [];
  const named = admins.includes(profile.slackId);
  const isOld = person === null ? named : person.name !== profile.name || person.zone !== profile.zone;
  if (isOld && profile.known) await keepPerson(db, { ...profile, state: null }, clock.now());
  const roles: readonly Role[] = named && !held.includes('admin') ? [...held, 'admin'] : held;
  const { slackId, teamId } = profile;
  const { name, zone } = profile.known ? profile : (person ?? profile);
  return { slackId, teamId, name, zone, roles, state: person?.state ?? null };
}

/** Everyone on record with the roles that they hold today, by name; whom the environment names is an admin among them. */
export async function peopleOn({
  db,
  clock,
  admins = [],
}: Pick<PeopleDesk, 'db' | 'clock' | 'admins'>): Promise<readonly PersonRow[]> {
  const people = await readPeople(db, deskToday(clock));
  return people.map((person) =>
    admins.includes(person.slackId) && !person.roles.includes('admin')
      ? { ...person, roles: [...person.roles, 'admin' as const] }
      : person,
  );
}

/** What a person is told who may not do something: who may, and who can change that. */
export async function mayNot(desk: Pick<PeopleDesk, 'db' | 'clock' | 'admins'>, what: string): Promise<Message> {
  const admins = (await peopleOn(desk)).filter(({ roles }) => roles.includes('admin')).map(({ name }) => name);
  const who = admins.length === 0 ? 'An admin of the desk' : `An admin (${listed(admins)})`;
  return notice(
    `Coordinators, the ISU and admins can ${what}.`,
    `${who} can give you a role with /ccm people. Nothing was changed. You can always ask what States have published.`,
  );
}

/** Gives a person a role for a term; only for admins. */
export async function giveRole(
  desk: PeopleDesk,
  actor: Actor,
  given: NewRole,
  at: Temporal.Instant,
): Promise<ChangeOutcome> {
  if (!may(actor, 'manage_people')) return { ok: false, problem: 'Only an admin gives roles.' };
  if (given.until !== null && given.until < given.from)
    return { ok: false, problem: 'The last day lies before the first.', about: 'until' };
  if (given.role === 'coordinator' && given.state === null)
    return { ok: false, problem: 'A coordinator represents a State: please choose it.', about: 'state' };
  if (given.role === 'thematic' && (given.theme ?? null) === null)
    return { ok: false, problem: 'A thematic coordinator has a theme: please choose it.', about: 'theme' };
  return changing(desk, actor, at, (tx, change) => addHolding(tx, desk.ids, given, change));
}

/** One change to roles, in one transaction with its history and with what is said of it. */
async function changing(
  desk: PeopleDesk,
  actor: Actor,
  at: Temporal.Instant,
  work: (tx: Tx, change: RoleChange) => Promise<ChangeOutcome>,
): Promise<ChangeOutcome> {
  const change = { actor, at, today: deskToday(desk.clock) };
  const outcome = await desk.db.$transaction((tx) => work(tx, change));
  desk.poke?.();
  return outcome;
}

/** Gives a role another last day, or none; only for admins. */
export async function moveRoleEnd(
  desk: PeopleDesk,
  actor: Actor,
  to: { id: string; until: Day | null },
  at: Temporal.Instant,
): Promise<ChangeOutcome> {
  if (!may(actor, 'manage_people')) return { ok: false, problem: 'Only an admin changes roles.' };
  if (to.until !== null && to.until < deskToday(desk.clock))
    return { ok: false, problem: 'This day has passed: to end it now, choose End a role.', about: 'until' };
  return changing(desk, actor, at, (tx, change) => moveHolding(tx, desk.ids, to, change));
}

/** Keeps until when a member is away and who stands in: somebody else who holds a role. Null when they are back. */
export async function setAway(
  desk: PeopleDesk,
  actor: Actor,
  away: { until: Day; standIn: string } | null,
  at: Temporal.Instant,
): Promise<ChangeOutcome> {
  if (away !== null) {
    const person = await readPerson(desk.db, away.standIn, deskToday(desk.clock));
    if (person === null || !may(person, 'read_register') || person.slackId === actor.slackId)
      return { ok: false, problem: 'Please choose somebody else who holds a role at the desk.' };
  }
  await writeAway(desk.db, desk.ids, actor, away, at);
  return { ok: true };
}

/** Ends a role yesterday, so that it is not held from today on; the last admin stays one. */
export async function endRole(
  desk: PeopleDesk,
  actor: Actor,
  holdingId: string,
  at: Temporal.Instant,
): Promise<ChangeOutcome> {
  if (!may(actor, 'manage_people')) return { ok: false, problem: 'Only an admin ends roles.' };
  return changing(desk, actor, at, (tx, change) => endHolding(tx, desk.ids, holdingId, change));
}

/** Why the cards of the register may not stand in a channel; null where they may. */
export async function notForTheRegister({ rooms }: { rooms: Rooms }, channel: string): Promise<string | null> {
  const why = whyNotThere(await rooms.roomOf(channel));
  return why === null ? null : `${why} The register is for coordinators and the ISU alone. Nothing was changed.`;
}

/** Keeps the channel in which the register's cards stand; only for admins, and only one in which nobody from outside reads along. */
export async function chooseRegisterChannel(
  desk: PeopleDesk & { rooms: Rooms },
  actor: Actor,
  channel: string,
  at: Temporal.Instant,
): Promise<ChangeOutcome> {
  if (!may(actor, 'manage_people')) return { ok: false, problem: 'Only an admin chooses the register channel.' };
  const problem = await notForTheRegister(desk, channel);
  if (problem !== null) return { ok: false, problem };
  await changeSetting(desk.db, desk.ids, 'register_channel', channel, actor, at);
  return { ok: true };
}

/** Puts the persons of the sandbox on record with their roles, and its register channel; what is there already stays. */
export async function seedPeople(
  { db, clock, ids }: PeopleDesk,
  people: readonly KnownPerson[],
  registerChannel: string,
): Promise<void> {
  const at = clock.now();
  for (const person of people) {
    if ((await db.person.findUnique({ where: { slackId: person.slackId } })) !== null) continue;
    const holdings = person.roles.map((role) => ({
      id: ids.next(),
      slackId: person.slackId,
      role,
      state: person.state,
      from: dateOf('2000-01-01'),
      givenBy: SANDBOX.name,
      recordedAt: timeOf(at),
    }));
    await db.$transaction(async (tx) => {
      await keepPerson(tx, person, at);
      await tx.roleHolding.createMany({ data: holdings });
    });
  }
  if ((await readSetting(db, 'register_channel')) === null)
    await changeSetting(db, ids, 'register_channel', registerChannel, SANDBOX, at);
}

const SANDBOX: Actor = {
  slackId: 'sandbox',
  teamId: '',
  name: 'the sandbox',
  roles: ['admin'],
  state: null,
  zone: 'UTC',
};

/** Marks a record as one of the sandbox, for the real desk to refuse. */
export async function markSandbox({ db, clock, ids }: PeopleDesk): Promise<void> {
  if ((await readSetting(db, 'sandbox')) === null) await changeSetting(db, ids, 'sandbox', 'yes', SANDBOX, clock.now());
}
