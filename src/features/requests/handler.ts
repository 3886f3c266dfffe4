import type { Reader } from '../../db/client.ts';
import { readCoordinators } from '../../db/read/coordinators.ts';
import { readPeople } from '../../db/read/people.ts';
import { readStates } from '../../db/read/states.ts';
import { findState, nameBook } from '../../questions/names.ts';
import { type Day, yearOf } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';

const DESK_THEME = 'International cooperation and assistance';

/** The States that coordinate on cooperation and assistance on `today`: those of the term on record, else those whose coordinators hold the role. */
async function coordinatingStates(db: Reader, today: Day): Promise<readonly Iso3[]> {
  const year = yearOf(today);
  const term = (await readCoordinators(db)).find(({ theme, period }) => {
    const [from = 0, until = from] = period.split('-').map(Number);
    return theme === DESK_THEME && from <= year && year <= until;
  });
  if (term === undefined) {
    const people = await readPeople(db, today);
    return [...new Set(people.flatMap(({ roles, state }) => (roles.includes('coordinator') && state ? [state] : [])))];
  }
  const book = nameBook(await readStates(db));
  return term.states.flatMap((name) => {
    const found = findState(book, name);
    return found.kind === 'found' ? [found.state] : [];
  });
}

/** The coordinating State that handles the requests of `state` because it coordinates itself; null for any other State. */
export async function handlerOf(db: Reader, state: Iso3, today: Day): Promise<Iso3 | null> {
  const coordinating = await coordinatingStates(db, today);
  return coordinating.includes(state) ? (coordinating.find((code) => code !== state) ?? null) : null;
}

/** The coordinating States, each with the other that handles it: nobody handles their own State. */
export async function handedOver(db: Reader, today: Day): Promise<ReadonlyMap<Iso3, Iso3>> {
  const coordinating = await coordinatingStates(db, today);
  return new Map(
    coordinating.flatMap((state) => {
      const other = coordinating.find((code) => code !== state);
      return other === undefined ? [] : [[state, other] as const];
    }),
  );
}

/** The name of that State, for a form in which `state` may not be chosen yet. */
export async function handlerNamed(db: Reader, state: Iso3 | null, today: Day): Promise<string | null> {
  const handler = state === null ? null : await handlerOf(db, state, today);
  return handler === null ? null : ((await readStates(db)).find(({ iso3 }) => iso3 === handler)?.shortName ?? handler);
}
