import type { Temporal } from 'temporal-polyfill';
import type { Db, Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import type { SettingKey } from '../../db/read/settings.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import { addDays, type Day } from '../../treaty/day.ts';
import type { ChangeOutcome, KnownPerson, NewRole } from './changes.ts';

/** Puts a person on record, or brings name and zone up to date. */
export async function keepPerson(
  db: Db | Tx,
  { slackId, teamId, name, zone, state }: Omit<KnownPerson, 'roles'>,
  at: Temporal.Instant,
): Promise<void> {
  await db.person.upsert({
    where: { slackId },
    create: { slackId, teamId, name, zone, state, recordedAt: timeOf(at) },
    update: { name, zone, ...(state === null ? {} : { state }) },
  });
}

/** Writes until when a person is away and who stands in, with its history; null when they are back. */
export async function writeAway(
  db: Db,
  ids: Ids,
  { slackId, name }: Actor,
  away: { until: Day; standIn: string } | null,
  at: Temporal.Instant,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const now = { awayUntil: dateOf(away?.until ?? null), standInId: away?.standIn ?? null };
    const before = await tx.person.findUnique({ where: { slackId }, select: { awayUntil: true, standInId: true } });
    if (before === null || JSON.stringify(before) === JSON.stringify(now)) return;
    await tx.person.update({ where: { slackId }, data: now });
    const after = away === null ? 'back' : `away until ${away.until}, ${away.standIn} stands in`;
    const by = { at: timeOf(at), by: slackId, byName: name };
    await tx.deskHistory.create({ data: { id: ids.next(), ...by, about: name, what: 'absence', after } });
  });
}

/** Writes a role with its history, in one transaction; refused where the person holds it in that time already. */
export async function addHolding(
  db: Db,
  ids: Ids,
  given: NewRole,
  actor: Actor,
  at: Temporal.Instant,
): Promise<ChangeOutcome> {
  const { slackId, role, state, from, until } = given;
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
  return db.$transaction(async (tx) => {
    await keepPerson(tx, given, at);
    await tx.$queryRaw`SELECT "slackId" FROM "Person" WHERE "slackId" = ${slackId} FOR NO KEY UPDATE`;
    const held = await tx.roleHolding.findFirst({
      where: {
        slackId,
        role,
        state,
        ...(until === null ? {} : { from: { lte: dateOf(until) } }),
        OR: [{ until: null }, { until: { gte: dateOf(from) } }],
      },
    });
    if (held !== null) return { ok: false, problem: `${given.name} holds this role already.` };
    await tx.roleHolding.create({ data: holding });
    const history = {
      id: ids.next(),
      at: timeOf(at),
      by: actor.slackId,
      byName: actor.name,
      about: given.name,
      what: 'role given',
      after,
    };
    await tx.deskHistory.create({ data: history });
    return { ok: true };
  });
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
    // Of two who end the roles of the last two admins at the same moment, the second is refused; the same role is ended once.
    await tx.$queryRaw`SELECT "id" FROM "RoleHolding" WHERE "role" = 'admin' OR "id" = ${id} ORDER BY "id" FOR UPDATE`;
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
    // One at a time, also where the setting is not there yet: the history says what each has found.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('setting'), hashtext(${key}))`;
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
