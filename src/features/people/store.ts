import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import type { SettingKey } from '../../db/read/settings.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import { addDays, type Day } from '../../treaty/day.ts';
import type { ChangeOutcome, KnownPerson, NewRole } from './changes.ts';

/** Puts a person on record, or brings name and zone up to date. */
export async function keepPerson(
  db: Db,
  { slackId, teamId, name, zone, state }: Omit<KnownPerson, 'roles'>,
  at: Temporal.Instant,
): Promise<void> {
  await db.person.upsert({
    where: { slackId },
    create: { slackId, teamId, name, zone, state, recordedAt: timeOf(at) },
    update: { name, zone, ...(state === null ? {} : { state }) },
  });
}

/** Writes a role with its history, in one transaction. */
export async function addHolding(db: Db, ids: Ids, given: NewRole, actor: Actor, at: Temporal.Instant): Promise<void> {
  const { slackId, role, state, from, until } = given;
  await keepPerson(db, given, at);
  const holding = {
    id: ids.next(),
    slackId,
    role,
    state,
    from: dateOf(from),
    until: dateOf(until),
    givenBy: actor.slackId,
    recordedAt: timeOf(at),
  };
  const after = `${role}${state === null ? '' : ` for ${state}`}, from ${from}${until === null ? '' : ` until ${until}`}`;
  await db.$transaction([
    db.roleHolding.create({ data: holding }),
    db.deskHistory.create({
      data: {
        id: ids.next(),
        at: timeOf(at),
        by: actor.slackId,
        byName: actor.name,
        about: given.name,
        what: 'role given',
        after,
      },
    }),
  ]);
}

/** Ends a role before `today` with its history; refused for the last admin on record. */
export async function endHolding(
  db: Db,
  ids: Ids,
  id: string,
  today: Day,
  actor: Actor,
  at: Temporal.Instant,
): Promise<ChangeOutcome> {
  const heldToday = { from: { lte: dateOf(today) }, OR: [{ until: null }, { until: { gte: dateOf(today) } }] };
  return db.$transaction(async (tx) => {
    const holding = await tx.roleHolding.findFirst({ where: { id, ...heldToday }, include: { person: true } });
    if (holding === null) return { ok: false, problem: 'This role is not held any more.' };
    const admins = await tx.roleHolding.count({ where: { role: 'admin', ...heldToday } });
    if (holding.role === 'admin' && admins === 1)
      return { ok: false, problem: 'This is the last admin on record. Give the role to somebody else first.' };
    await tx.roleHolding.update({ where: { id }, data: { until: dateOf(addDays(today, -1)) } });
    const history = {
      id: ids.next(),
      at: timeOf(at),
      by: actor.slackId,
      byName: actor.name,
      about: holding.person.name,
      what: 'role ended',
      before: holding.role,
    };
    await tx.deskHistory.create({ data: history });
    return { ok: true };
  });
}

/** Changes a setting with its history, in one transaction. */
export async function changeSetting(
  db: Db,
  ids: Ids,
  key: SettingKey,
  value: string,
  actor: Actor,
  at: Temporal.Instant,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await tx.setting.findUnique({ where: { key } });
    await tx.setting.upsert({
      where: { key },
      create: { key, value, changedAt: timeOf(at), changedBy: actor.slackId },
      update: { value, changedAt: timeOf(at), changedBy: actor.slackId },
    });
    const history = {
      id: ids.next(),
      at: timeOf(at),
      by: actor.slackId,
      byName: actor.name,
      about: key,
      what: 'setting changed',
      before: before?.value ?? null,
      after: value,
    };
    await tx.deskHistory.create({ data: history });
  });
}
