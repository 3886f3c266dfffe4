import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import { listed } from '../../blocks/words.ts';
import type { Db } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import { readPeople, readPerson } from '../../db/read/people.ts';
import { readSetting } from '../../db/read/settings.ts';
import { type Actor, may, type Role } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Profile } from '../../desk/profile.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import type { ChangeOutcome, KnownPerson, NewRole } from './changes.ts';
import { addHolding, changeSetting, endHolding, keepPerson } from './store.ts';

export interface PeopleDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
}

/** Who a person is to the desk: the roles held today, and admin for those named in the environment. Nobody else has any. */
export async function actorFor(
  { db, clock, admins }: { db: Db; clock: Clock; admins: readonly string[] },
  profile: Profile,
): Promise<Actor> {
  const person = await readPerson(db, profile.slackId, deskToday(clock));
  const held: readonly Role[] = person?.roles ?? [];
  if (person !== null && (person.name !== profile.name || person.zone !== profile.zone))
    await keepPerson(db, { ...profile, state: null }, clock.now());
  const roles: readonly Role[] =
    admins.includes(profile.slackId) && !held.includes('admin') ? [...held, 'admin'] : held;
  const { slackId, teamId, name, zone } = profile;
  return { slackId, teamId, name, zone, roles, state: person?.state ?? null };
}

/** What a person is told who may not do something: who may, and who can change that. */
export async function mayNot({ db, clock }: { db: Db; clock: Clock }, what: string): Promise<Message> {
  const admins = (await readPeople(db, deskToday(clock)))
    .filter(({ roles }) => roles.includes('admin'))
    .map(({ name }) => name);
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
    return { ok: false, problem: 'The last day lies before the first.' };
  if (given.role === 'coordinator' && given.state === null)
    return { ok: false, problem: 'A coordinator represents a State: please choose it.' };
  await addHolding(desk.db, desk.ids, given, actor, at);
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
  return endHolding(desk.db, desk.ids, holdingId, deskToday(desk.clock), actor, at);
}

/** Keeps the channel in which the register's cards stand; only for admins. */
export async function chooseRegisterChannel(
  desk: PeopleDesk,
  actor: Actor,
  channel: string,
  at: Temporal.Instant,
): Promise<ChangeOutcome> {
  if (!may(actor, 'manage_people')) return { ok: false, problem: 'Only an admin chooses the register channel.' };
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
    await keepPerson(db, person, at);
    for (const role of person.roles) {
      const holding = {
        id: ids.next(),
        slackId: person.slackId,
        role,
        state: person.state,
        from: dateOf('2000-01-01'),
        givenBy: SANDBOX.name,
        recordedAt: timeOf(at),
      };
      await db.roleHolding.create({ data: holding });
    }
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
