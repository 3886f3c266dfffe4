import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { fold, wordsIn } from './fold.ts';
import { shapeOf } from './grammar/shape.ts';
import type { Language } from './lexicon/lexicon.ts';
import { findState, type NameBook, type NamedSpan } from './names.ts';
import { isTopic, type Reading } from './question.ts';
import { type Recognised, recognise } from './recognise.ts';
import { takeAsOf } from './written-date.ts';

/** How long a question may be, in characters. */
export const LONGEST_QUESTION = 500;

const REPLYING = /^\s*re:\s*/i;

/**
 * Reads a question in plain English, French or Spanish. A word that carries meaning and is not in the lexicon makes the
 * whole text not understood: leaving it out would answer another question than the one that was asked.
 */
export const understand = (text: string, book: NameBook, today: Day): Reading => read(text, book, today).reading;

/** The same, with the language in which it was asked. */
function read(text: string, book: NameBook, today: Day): { reading: Reading; language: Language } {
  const none = (reading: Reading): { reading: Reading; language: Language } => ({ reading, language: 'en' });
  if (text.length > LONGEST_QUESTION) return none({ kind: 'too_long' });
  const taken = takeAsOf(text.replace(REPLYING, ''), today);
  if (taken.kind === 'no_such_day') return none(taken);
  const found = recognise(taken.rest, book, taken.asOf ?? today);
  if (found.kind === 'no_such_day') return none(found);
  const { recognised } = found;
  return { reading: readingOf(text, recognised, taken, book), language: recognised.language };
}

function readingOf(
  text: string,
  recognised: Recognised,
  { asOf, rest }: { asOf: Day | null; rest: string },
  book: NameBook,
): Reading {
  const { outside, shared, noData, unknown, words } = recognised;
  if (outside !== null) return { kind: 'out_of_scope', subject: outside };
  if (shared !== null) return whichState(text, words, shared, book);
  if (noData !== null) return { kind: 'no_data', subject: noData };
  if (unknown.length > 0) {
    const asTyped = typedIn(text);
    const typed = unknown.map((each) => asTyped(each.split(' ')) ?? each);
    return { kind: 'not_understood', words: typed, nearest: nearestTo(unknown, rest, book) };
  }
  const shape = shapeOf(recognised, (state) => book.shortName(state));
  return isTopic(shape) ? { kind: 'understood', question: { ...shape, asOf } } : shape;
}

/** Asks which State is meant; each suggestion is the text with one of them in its place. */
function whichState(text: string, words: readonly string[], { from, to, found }: NamedSpan, book: NameBook): Reading {
  const states = found.kind === 'several' ? found.states : [];
  const typed = typedIn(text)(words.slice(from, to));
  const written = (state: Iso3): string =>
    typed === null
      ? [...words.slice(0, from), book.shortName(state), ...words.slice(to)].join(' ')
      : text.replace(typed, () => book.shortName(state)).trim();
  return {
    kind: 'ambiguous',
    why: `“${typed ?? words.slice(from, to).join(' ')}” may be ${states.map((state) => book.shortName(state)).join(' or ')}.`,
    suggestions: states.map(written),
  };
}

/** Finds the stretch of `text` that folds to some words, as it was typed; null when it is not there in one piece. */
function typedIn(text: string): (words: readonly string[]) => string | null {
  const pieces = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const folded = pieces.map(fold);
  return (words) => {
    const at = folded.findIndex((_, from) => words.every((word, index) => folded[from + index] === word));
    const typed = pieces.slice(at, at + words.length).join(' ');
    return at >= 0 && text.includes(typed) ? typed : null;
  };
}

/** The names of States nearest to the unknown words that were written with a capital. */
function nearestTo(unknown: readonly string[], text: string, book: NameBook): readonly Iso3[] {
  const capitals = new Set((text.match(/\S*\p{Lu}\S*/gu) ?? []).flatMap(wordsIn));
  const names = unknown.filter((word) => word.length > 3 && capitals.has(word));
  const found = names.length === 0 || names.length > 4 ? null : findState(book, names.join(' '));
  return found?.kind === 'unknown' ? found.nearest : [];
}
