import type { Reader } from '../../db/client.ts';
import { dateOf, dayFrom } from '../../db/days.ts';
import type { Role } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { isTheme, type Theme } from '../../treaty/theme.ts';

/** A role that somebody holds. */
export interface Holding {
  id: string;
  slackId: string;
  name: string;
  role: Role;
  state: Iso3 | null;
  theme: Theme | null;
  /** The last day; null while no end is set. */
  until: Day | null;
}

/** The roles held on a day, each with the name of who holds it; of one person alone where `slackId` is given. */
export async function holdingsOn(db: Reader, on: Day, slackId?: string): Promise<readonly Holding[]> {
  const rows = await db.roleHolding.findMany({
    where: {
      ...(slackId === undefined ? {} : { slackId }),
      from: { lte: dateOf(on) },
      OR: [{ until: null }, { until: { gte: dateOf(on) } }],
    },
    include: { person: true },
    orderBy: [{ person: { name: 'asc' } }, { role: 'asc' }],
  });
  return rows.map(({ id, slackId: holder, person, role, state, theme, until }) => ({
    id,
    slackId: holder,
    name: person.name,
    role: role as Role,
    state,
    theme: theme !== null && isTheme(theme) ? theme : null,
    until: dayFrom(until),
  }));
}
