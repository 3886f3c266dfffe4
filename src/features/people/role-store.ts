import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { dateOf, dayFrom, timeOf } from '../../db/days.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import type { Actor, Role } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import { addDays, type Day } from '../../treaty/day.ts';
import { isTheme } from '../../treaty/theme.ts';
import type { ChangeOutcome, NewRole } from './changes.ts';
import { endedMessage, givenMessage, lastDayMessage } from './notices.ts';
import { keepPerson } from './store.ts';
import type { HeldAs } from './words.ts';

/** Who changes a role, on which day of the desk. */
export interface RoleChange {
  actor: Actor;
  at: Temporal.Instant;
  today: Day;
}

const notHeld: ChangeOutcome = { ok: false, problem: 'This role is not held any more.' };

/** Writes a role with its history; refused where the person holds it in that time already. */
export async function addHolding(
  tx: Tx,
  ids: Ids,
  given: NewRole,
  { actor, at, today }: RoleChange,
): Promise<ChangeOutcome> {
  const { slackId, role, state, theme = null, from, until } = given;
  await keepPerson(tx, given, at);
  await tx.$queryRaw`SELECT "slackId" FROM "Person" WHERE "slackId" = ${slackId} FOR NO KEY UPDATE`;
  const held = await tx.roleHolding.findFirst({
    where: {
      ...{ slackId, role, state, theme },
      ...(until === null ? {} : { from: { lte: dateOf(until) } }),
      OR: [{ until: null }, { until: { gte: dateOf(from) } }],
    },
  });
  if (held !== null) return { ok: false, problem: `${given.name} holds this role already.` };
  const id = ids.next();
  const by = { givenBy: actor.slackId, recordedAt: timeOf(at) };
  await tx.roleHolding.create({
    data: { id, slackId, role, state, theme, from: dateOf(from), until: dateOf(until), ...by },
  });
  const about = `${theme === null ? '' : ` (${theme})`}${state === null ? '' : ` for ${state}`}`;
  const after = `${role}${about}, from ${from}${until === null ? '' : ` until ${until}`}`;
  await keepLine(tx, ids, { about: given.name, what: 'role given', after }, actor, at);
  const message = givenMessage({ role, theme, until }, actor.name, today);
  if (slackId !== actor.slackId) await tell(tx, ids, { key: `role:${id}:given`, slackId, message }, at);
  return { ok: true };
}

/** Ends a role before today with its history, and tells whoever held it; refused for the last admin on record. */
export async function endHolding(
  tx: Tx,
  ids: Ids,
  id: string,
  { actor, at, today }: RoleChange,
): Promise<ChangeOutcome> {
  const held = await heldToday(tx, id, today);
  if (held === null) return notHeld;
  if (await isLastAdmin(tx, held.role, today))
    return { ok: false, problem: 'This is the last admin on record. Give the role to somebody else first.' };
  await tx.roleHolding.update({ where: { id }, data: { until: dateOf(addDays(today, -1)) } });
  const { name, slackId, role } = held;
  await keepLine(tx, ids, { about: name, what: 'role ended', before: role }, actor, at);
  const message = endedMessage(held, actor.name);
  if (slackId !== actor.slackId) await tell(tx, ids, { key: `role:${id}:ended`, slackId, message }, at);
  return { ok: true };
}

/** Gives a role another last day, or none, with its history, and tells whoever holds it. */
export async function moveHolding(
  tx: Tx,
  ids: Ids,
  { id, until }: { id: string; until: Day | null },
  { actor, at, today }: RoleChange,
): Promise<ChangeOutcome> {
  const held = await heldToday(tx, id, today);
  if (held === null) return notHeld;
  if (held.until === until) return { ok: true };
  if (until !== null && (await isLastAdmin(tx, held.role, today)))
    return { ok: false, problem: 'This is the last admin on record: without an end, until somebody else is one.' };
  await tx.roleHolding.update({ where: { id }, data: { until: dateOf(until) } });
  const words = (day: Day | null): string => (day === null ? 'no end set' : `until ${day}`);
  const line = { before: `${held.role}, ${words(held.until)}`, after: words(until) };
  await keepLine(tx, ids, { about: held.name, what: 'role changed', ...line }, actor, at);
  const { slackId } = held;
  const key = `role:${id}:until:${until}:${at.epochMilliseconds}`;
  const message = lastDayMessage({ ...held, until }, actor.name, today);
  if (slackId !== actor.slackId) await tell(tx, ids, { key, slackId, message }, at);
  return { ok: true };
}

/** Takes the end of a role back, and with it the role that somebody else was given in its place. */
export async function reviveHolding(
  tx: Tx,
  ids: Ids,
  { id, until, given }: { id: string; until: Day | null; given: string | null },
  { actor, at, today }: RoleChange,
): Promise<void> {
  const row = await tx.roleHolding.update({
    where: { id },
    data: { until: dateOf(until) },
    include: { person: true },
  });
  await keepLine(tx, ids, { about: row.person.name, what: 'role given back', after: row.role }, actor, at);
  if (given === null) return;
  const ended = await tx.roleHolding.update({
    where: { id: given },
    data: { until: dateOf(addDays(today, -1)) },
    include: { person: true },
  });
  await keepLine(tx, ids, { about: ended.person.name, what: 'role ended', before: ended.role }, actor, at);
}

/** A role that is held today, so that one at a time changes it and the last admin stays one. */
async function heldToday(tx: Tx, id: string, today: Day): Promise<(HeldAs & { slackId: string; name: string }) | null> {
  await tx.$queryRaw`SELECT "id" FROM "RoleHolding" WHERE "role" = 'admin' OR "id" = ${id} ORDER BY "id" FOR UPDATE`;
  const row = await tx.roleHolding.findFirst({ where: { id, ...on(today) }, include: { person: true } });
  if (row === null) return null;
  const { slackId, person, role, theme } = row;
  return {
    ...{ slackId, name: person.name, role: role as Role, until: dayFrom(row.until) },
    theme: theme !== null && isTheme(theme) ? theme : null,
  };
}

const on = (today: Day) => ({ from: { lte: dateOf(today) }, OR: [{ until: null }, { until: { gte: dateOf(today) } }] });

const isLastAdmin = async (tx: Tx, role: string, today: Day): Promise<boolean> =>
  role === 'admin' && (await tx.roleHolding.count({ where: { role: 'admin', ...on(today) } })) === 1;

const keepLine = (
  tx: Tx,
  ids: Ids,
  line: { about: string; what: string; before?: string; after?: string },
  { slackId, name }: Actor,
  at: Temporal.Instant,
): Promise<unknown> =>
  tx.deskHistory.create({ data: { id: ids.next(), at: timeOf(at), by: slackId, byName: name, ...line } });

const tell = (
  tx: Tx,
  ids: Ids,
  { key, slackId, message }: { key: string; slackId: string; message: ReturnType<typeof endedMessage> },
  at: Temporal.Instant,
): Promise<unknown> =>
  enqueue(tx, ids, { key, kind: 'notice', to: { person: slackId }, urgency: URGENCY.person, message }, at);
