import type { Temporal } from 'temporal-polyfill';
import type { Db, Tx } from '../../db/client.ts';
import { dateOf, timeOf } from '../../db/days.ts';
import type { SettingKey } from '../../db/read/settings.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Day } from '../../treaty/day.ts';
import type { KnownPerson } from './changes.ts';

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

/** Has somebody else stand in for whom a person stood in for, with its history; returns for whom. */
export async function passStandIns(
  tx: Tx,
  ids: Ids,
  { from, to }: { from: string; to: { slackId: string; name: string } },
  { slackId: by, name: byName }: Actor,
  at: Temporal.Instant,
): Promise<readonly string[]> {
  const away = await tx.person.findMany({ where: { standInId: from, slackId: { not: to.slackId } } });
  for (const person of away) {
    await tx.person.update({ where: { slackId: person.slackId }, data: { standInId: to.slackId } });
    const line = { about: person.name, what: 'absence', after: `${to.name} stands in` };
    await tx.deskHistory.create({ data: { id: ids.next(), at: timeOf(at), by, byName, ...line } });
  }
  return away.map(({ slackId }) => slackId);
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
