import type { Reader } from '../../db/client.ts';
import { readCoordinators } from '../../db/read/coordinators.ts';
import { readLastContacts } from '../../db/read/last-contacts.ts';
import { readNeeds } from '../../db/read/needs.ts';
import { readableNeeds } from '../../db/read/readable-needs.ts';
import { readStatedFigures } from '../../db/read/stated-figures.ts';
import { readStates } from '../../db/read/states.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { LastContact } from '../../questions/answer-contacts.ts';
import type { Facts } from '../../questions/facts.ts';
import type { Language } from '../../questions/lexicon/lexicon.ts';
import { bookIn, type NameBook, nameBook } from '../../questions/names.ts';
import { TONGUES } from '../../questions/tongue/tongues.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';

/** Who reads the answer: without the register only what States have published. */
export const readsRegister = (actor: Actor, isPublic: boolean): boolean => may(actor, 'read_register') && !isPublic;

/** The record as it was read once, for the facts of any as-of date. */
export interface ReadFacts {
  register: boolean;
  book: NameBook;
  /** When the desk was last in contact with each State; for those alone who read the register. */
  contacts: ReadonlyMap<Iso3, LastContact>;
  factsOn(asOf: Day, language: Language): Facts;
}

/** Reads the record once; the facts of any as-of date are then made without the database. */
export async function readFacts(db: Reader, register: boolean, today: Day | null = null): Promise<ReadFacts> {
  const states = await readStates(db);
  const record = await readTreatyRecord(db);
  const needs = await readNeeds(db);
  const figures = await readStatedFigures(db);
  const terms = await readCoordinators(db);
  const book = nameBook(states);
  const byProtocol = protocolOrder(record.states);
  const readable = readableNeeds(needs, register);
  return {
    register,
    book,
    contacts: register && today !== null ? await readLastContacts(db, today) : new Map(),
    factsOn: (asOf, language) => ({
      asOf,
      states: record.states,
      record,
      terms,
      clocks: clocksOn(record, asOf),
      needs: readable,
      figures,
      book: bookIn(book, TONGUES[language]),
      tongue: TONGUES[language],
      byProtocol,
    }),
  };
}
