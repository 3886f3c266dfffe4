import type { Role } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';
import type { Reader } from '../client.ts';
import { dateOf, dayFrom } from '../days.ts';
import type { PersonRow } from './rows.ts';

const heldOn = (on: Day) => ({ from: { lte: dateOf(on) }, OR: [{ until: null }, { until: { gte: dateOf(on) } }] });

type Row = Omit<PersonRow, 'roles' | 'away'> & {
  roles: readonly { role: string }[];
  awayUntil: Date | null;
  standInId: string | null;
};

function personOf({ roles, awayUntil, standInId, ...person }: Row, on: Day): PersonRow {
  const until = dayFrom(awayUntil);
  const away = until !== null && until >= on && standInId !== null ? { until, standIn: standInId } : null;
  return { ...person, roles: [...new Set(roles.map(({ role }) => role as Role))], away };
}

/** Everyone on record with the roles that they hold on a day, by name. */
export async function readPeople(db: Reader, on: Day): Promise<PersonRow[]> {
  const rows = await db.person.findMany({ include: { roles: { where: heldOn(on) } }, orderBy: { name: 'asc' } });
  return rows.map((row) => personOf(row, on));
}

/** One person with the roles held on a day, or null when not on record. */
export async function readPerson(db: Reader, slackId: string, on: Day): Promise<PersonRow | null> {
  const row = await db.person.findUnique({ where: { slackId }, include: { roles: { where: heldOn(on) } } });
  return row === null ? null : personOf(row, on);
}
