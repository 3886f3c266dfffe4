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
// "… yet?" at the end sets nothing against anything.
const SO_FAR = /\s+yet\s*[?.!]*\s*$/i;

/**
 * Reads a question in plain English, French or Spanish. A word that carries meaning and is not in the lexicon makes the
 * whole text not understood: leaving it out would answer another question than the one that was asked.
 */
export const understand = (text: string, book: NameBook, today: Day): Reading => readText(text, book, today).reading;

/** The same, with the language in which it was asked. */
export function readText(text: string, book: NameBook, today: Day): { reading: Reading; language: Language } {
  const none = (reading: Reading): { reading: Reading; language: Language } => ({ reading, language: 'en' });
  if (text.length > LONGEST_QUESTION) return none({ kind: 'too_long' });
  const taken = takeAsOf(text.replace(REPLYING, '').replace(SO_FAR, ''), today);
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
  if (shared !== null) return whichState(text, words, shared);
  if (noData !== null) return { kind: 'no_data', subject: noData };
  if (unknown.length > 0) {
    const asTyped = typedIn(text);
    const typed = unknown.map((each) => asTyped(each.split(' ')) ?? each);
    return { kind: 'not_understood', words: typed, nearest: nearestTo(unknown, rest, book) };
  }
  const shape = shapeOf(recognised);
  return isTopic(shape) ? { kind: 'understood', question: { ...shape, asOf } } : shape;
}

/** Asks which State is meant, with what of the text stands before and after its name. */
function whichState(text: string, words: readonly string[], { from, to, found }: NamedSpan): Reading {
  const states = found.kind === 'several' ? found.states : [];
  const typed = typedIn(text)(words.slice(from, to));
  const at = typed === null ? -1 : text.indexOf(typed);
  const doubt =
    typed === null
      ? {
          typed: words.slice(from, to).join(' '),
          before: `${words.slice(0, from).join(' ')} `,
          after: ` ${words.slice(to).join(' ')}`,
        }
      : { typed, before: text.slice(0, at), after: text.slice(at + typed.length) };
  return { kind: 'ambiguous', doubt: { of: 'state', states, ...doubt } };
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
