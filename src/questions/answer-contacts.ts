import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { type Answer, blank } from './answer.ts';
import type { Facts } from './facts.ts';
import { wordsIn } from './fold.ts';
import { codesIn, statesIn } from './names.ts';

/** The subject of a question about them, as the lexicon names it. */
export const CONTACTS = 'contacts with States';

/** When the desk was last in contact with a State, and through what. */
export interface LastContact {
  on: Day;
  how: 'note' | 'letter' | 'meeting';
}

/** As many as are named where no State is asked about. */
const MOST = 10;

type ContactFacts = Pick<Facts, 'asOf' | 'tongue' | 'book' | 'byProtocol'>;

/** Answers when the desk was last in contact with a State, or with which States at all; null where no contact is on record. */
export function answerContacts(
  text: string,
  contacts: ReadonlyMap<Iso3, LastContact>,
  { asOf, tongue, book, byProtocol }: ContactFacts,
): Answer | null {
  if (contacts.size === 0) return null;
  const { say, long, listed, known } = tongue;
  const words = wordsIn(text);
  const found = statesIn(book, words, (word) => !book.states.has(word), codesIn(text));
  const named = [...new Set(found.flatMap((span) => (span.found.kind === 'found' ? [span.found.state] : [])))];
  const wanted = named.length > 0 ? named : [...contacts.keys()];
  const rows = wanted
    .flatMap((state) => {
      const contact = contacts.get(state);
      return contact === undefined ? [] : [{ state, ...contact }];
    })
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : byProtocol(a.state, b.state)))
    .slice(0, named.length > 0 ? wanted.length : MOST);
  const answer: Answer = {
    ...blank(text, { asOf, tongue }),
    understood: `${say`Last contact with States`} · ${say`as of ${long(asOf)}`}`,
  };
  if (rows.length === 0)
    return {
      ...answer,
      outcome: 'empty',
      count: 0,
      lead: say`No contact with ${listed(wanted.map((state) => book.shortName(state)))} is on record`,
      rest: say`. That does not mean that there was none.`,
    };
  const lines = rows.map(({ state, on, how }) => `${book.shortName(state)}: ${long(on)} (${known(how)})`);
  const [first = '', ...others] = lines;
  return {
    ...answer,
    states: rows.map(({ state }) => state).toSorted(),
    count: rows.length,
    dates: rows.map(({ on }) => on).toSorted(),
    lead: say`Last contact: ${first}`,
    rest: others.length === 0 ? '.' : `; ${others.join('; ')}.`,
    sourceNote: say`notes, letters and meetings of the desk`,
  };
}

/** The answer to whoever does not read the register. */
export const contactsForDesk = (text: string, { asOf, tongue }: Pick<Facts, 'asOf' | 'tongue'>): Answer => ({
  ...blank(text, { asOf, tongue }),
  outcome: 'out_of_scope',
  lead: tongue.say`Contacts with States are for coordinators and the ISU`,
  rest: tongue.say`. They ask the desk alone; everybody may ask what States have published.`,
});
