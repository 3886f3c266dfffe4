import { distance } from 'fastest-levenshtein';
import type { Iso3 } from '../treaty/facts.ts';
import { fold, wordsIn } from './fold.ts';
import { NEVER_CODES, NOT_NAMES, WORDS_LIKE_CODES } from './lexicon/en/ordinary-words.ts';
import { isMistyped } from './near.ts';
import type { Tongue } from './tongue/tongue.ts';
import { unName } from './tongue/un-names.ts';

/** A State with the names under which it is known; `db/read` has these rows. */
export interface NamedState {
  iso3: Iso3;
  shortName: string;
  aliases: readonly { text: string }[];
}

/** What a name turns out to be. */
export type NameFound =
  | { kind: 'found'; state: Iso3 }
  | { kind: 'several'; states: readonly Iso3[] }
  | { kind: 'unknown'; nearest: readonly Iso3[] };

/** Every name of every State, ready to be looked up. */
export interface NameBook {
  states: ReadonlyMap<string, readonly Iso3[]>;
  /** The longest name, in words. */
  longest: number;
  /** The names of one word in which a slip is forgiven. */
  single: readonly string[];
  shortName(state: Iso3): string;
  /** The same as it stands in a sentence. */
  inSentence(state: Iso3): string;
}

const OTHER_LANGUAGES = ['fr', 'es'] as const;

// What names mean in conversation, whatever the official list says: two States share some.
const IN_CONVERSATION: Readonly<Record<string, readonly Iso3[]>> = {
  congo: ['COG', 'COD'],
  congolese: ['COG', 'COD'],
  korea: ['KOR', 'PRK'],
  korean: ['KOR', 'PRK'],
  dominican: ['DMA', 'DOM'],
  nigerien: ['NER'],
};

// In four letters, one wrong makes another word: "mail" is not Mali.
const TOO_SHORT = 4;

/** The book of `states`; an alias that several States share stays ambiguous. */
export function nameBook(states: readonly NamedState[]): NameBook {
  const book = new Map<string, Iso3[]>();
  const shortNames = new Map(states.map(({ iso3, shortName }) => [iso3, shortName]));
  for (const { iso3, shortName, aliases } of states) {
    const own = OTHER_LANGUAGES.flatMap((language) => unName(iso3, language)?.alone ?? []);
    for (const name of [shortName, iso3, ...aliases.map(({ text }) => text), ...own]) {
      const key = fold(name).replace(/^the /, '');
      const holders = book.get(key);
      if (holders === undefined) book.set(key, [iso3]);
      else if (!holders.includes(iso3)) holders.push(iso3);
    }
  }
  for (const [name, holders] of Object.entries(IN_CONVERSATION))
    book.set(
      name,
      holders.filter((iso3) => shortNames.has(iso3)),
    );
  const names = [...book.keys()];
  const longest = Math.max(1, ...names.map((name) => name.split(' ').length));
  const single = names.filter((name) => name.length > TOO_SHORT && !name.includes(' '));
  const shortName = (state: Iso3): string => shortNames.get(state) ?? state;
  return { states: book, longest, single, shortName, inSentence: shortName };
}

/** The same book, naming States as a language does. */
export const bookIn = (book: NameBook, tongue: Tongue): NameBook => ({
  ...book,
  shortName: (state) => tongue.stateName(state, book.shortName(state)),
  inSentence: (state) => tongue.stateInSentence(state, book.shortName(state)),
});

/** The same book with the names that the United Nations uses in a sentence: "the Lao People's Democratic Republic". */
export function formalBook(book: NameBook, { language }: Tongue): NameBook {
  const inSentence = (state: Iso3): string => unName(state, language)?.inSentence ?? book.shortName(state);
  return { ...book, shortName: inSentence, inSentence };
}

/** How many letters may be wrong in a name of this length that stands alone. */
const slack = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** The State called `name`, accents and small mistakes forgiven; else those it may be, or the nearest names. */
export function findState(book: NameBook, name: string): NameFound {
  const key = wordsIn(name).join(' ').replace(/^the /, '');
  const exact = book.states.get(key);
  if (exact !== undefined)
    return exact.length === 1 && exact[0] ? { kind: 'found', state: exact[0] } : { kind: 'several', states: exact };
  const near = nearestNames(book, key);
  const [best] = near;
  if (best && best.distance <= slack(key.length)) {
    const equal = [...new Set(near.filter((each) => each.distance === best.distance).flatMap((each) => each.states))];
    const [only] = equal;
    return equal.length === 1 && only ? { kind: 'found', state: only } : { kind: 'several', states: equal };
  }
  const offered = near.filter((each) => each.distance <= Math.min(3, key.length / 2));
  return { kind: 'unknown', nearest: [...new Set(offered.flatMap((each) => each.states))].slice(0, 4) };
}

const nearestNames = (book: NameBook, key: string): readonly { states: readonly Iso3[]; distance: number }[] =>
  [...book.states]
    .map(([name, states]) => ({ states, distance: distance(key, name) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 12);

/** A stretch of words that names a State. */
export interface NamedSpan {
  from: number;
  to: number;
  found: Exclude<NameFound, { kind: 'unknown' }>;
}

/**
 * The codes among the words of `text`: "LBN" written in capitals, and "lbn" where it is no ordinary word. A text all in
 * capitals shows no codes.
 */
export function codesIn(text: string): (word: string) => boolean {
  const shouted = !/\p{Ll}/u.test(text) && wordsIn(text).length > 2;
  const capitals = new Set(shouted ? [] : (text.match(/(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/gu) ?? []).map(fold));
  return (word) => !NEVER_CODES.has(word) && (capitals.has(word) || !WORDS_LIKE_CODES.has(word));
}

/**
 * The States named in `words`, longest names first, from left to right. A small mistake is forgiven only in a word that
 * `isKnown` does not know as something else; names of two or three letters count where `isCode` takes them for one.
 */
export function statesIn(
  book: NameBook,
  words: readonly string[],
  isKnown: (word: string) => boolean,
  isCode: (word: string) => boolean,
): readonly NamedSpan[] {
  const spans: NamedSpan[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const span = spanAt(book, words, at, isKnown, isCode);
    if (span === null) continue;
    spans.push(span);
    at = span.to - 1;
  }
  return spans;
}

const foundAs = (states: readonly Iso3[]): NamedSpan['found'] => {
  const [only, ...others] = states;
  return only !== undefined && others.length === 0 ? { kind: 'found', state: only } : { kind: 'several', states };
};

function spanAt(
  book: NameBook,
  words: readonly string[],
  at: number,
  isKnown: (word: string) => boolean,
  isCode: (word: string) => boolean,
): NamedSpan | null {
  for (let size = Math.min(book.longest, words.length - at); size > 0; size -= 1) {
    const name = words.slice(at, at + size).join(' ');
    const holders = book.states.get(name);
    if (holders === undefined) continue;
    if (size === 1 && (name.length <= 3 ? !isCode(name) : isKnown(name))) continue;
    return { from: at, to: at + size, found: foundAs(holders) };
  }
  const [word = ''] = words.slice(at, at + 1);
  if (word.length <= TOO_SHORT || isKnown(word) || NOT_NAMES.has(word)) return null;
  const near = mistyped(book, word);
  return near.length === 0 ? null : { from: at, to: at + 1, found: foundAs(near) };
}

/** The States of which `word` may be the mistyped name; those one slip away before those two away. */
function mistyped(book: NameBook, word: string): readonly Iso3[] {
  const near = book.single.filter((name) => isMistyped(word, name));
  const best = Math.min(...near.map((name) => distance(word, name)));
  return [
    ...new Set(near.filter((name) => distance(word, name) === best).flatMap((name) => book.states.get(name) ?? [])),
  ];
}
