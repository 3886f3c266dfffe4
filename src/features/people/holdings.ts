import type { Reader } from '../../db/client.ts';
import { dateOf } from '../../db/days.ts';
import type { Role } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';

/** The roles held on a day, each with the name of who holds it. */
export async function holdingsOn(db: Reader, on: Day): Promise<readonly { id: string; name: string; role: Role }[]> {
  const rows = await db.roleHolding.findMany({
    where: { from: { lte: dateOf(on) }, OR: [{ until: null }, { until: { gte: dateOf(on) } }] },
    include: { person: true },
    orderBy: [{ person: { name: 'asc' } }, { role: 'asc' }],
  });
  return rows.map(({ id, person, role }) => ({ id, name: person.name, role: role as Role }));
}
