import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { fold, wordsIn } from './fold.ts';
import { codesIn, findState, type NameBook, type NamedSpan, statesIn } from './names.ts';
import { partsOf } from './parts-of.ts';
import type { Reading } from './question.ts';
import { questionOf } from './shape.ts';
import { corrected, isLexiconWord, type Meaning, meaningsOf } from './vocabulary.ts';
import { windowIn } from './window.ts';
import { takeAsOf } from './written-date.ts';

/** How long a question may be, in characters. */
export const LONGEST_QUESTION = 500;

// "RE" is risk education; "Re:" begins an answer to a letter.
const RISK_EDUCATION = /(?<![\p{L}\p{N}])RE(?![\p{L}\p{N}:])/gu;

const REPLYING = /^\s*re:\s*/i;

/**
 * Reads a question in plain English. A word that carries meaning and is not in the lexicon makes the whole text not
 * understood: leaving it out would answer another question than the one that was asked.
 */
export function understand(text: string, book: NameBook, today: Day): Reading {
  if (text.length > LONGEST_QUESTION) return { kind: 'too_long' };
  const taken = takeAsOf(text.replace(REPLYING, ''), today);
  if (taken.kind === 'no_such_day') return taken;
  const windowed = windowIn(taken.rest, taken.asOf ?? today);
  if (windowed.kind === 'no_such_day') return windowed;
  const { window } = windowed;
  const words = wordsIn(window.rest.replace(RISK_EDUCATION, 'risk education'));
  const spelt = words.map((word) => (book.states.has(word) ? word : corrected(word)));
  const spans = statesIn(book, spelt, isLexiconWord, codesIn(window.rest));

  const { meanings, unknown } = outsideNames(spelt, spans);
  const [outside] = subjectsOf('outside', meaningsOf(spelt).meanings);
  if (outside !== undefined) return { kind: 'out_of_scope', subject: outside };
  const several = spans.find(({ found }) => found.kind === 'several');
  if (several) return whichState(text, spelt, several, book);
  const [missing] = subjectsOf('no_data', meanings);
  if (missing !== undefined) return { kind: 'no_data', subject: missing };
  if (unknown.length > 0) {
    const asTyped = typedIn(text);
    const typed = unknown.map((words) => asTyped(words.split(' ')) ?? words);
    return { kind: 'not_understood', words: typed, nearest: nearestTo(unknown, window.rest, book) };
  }
  const parts = partsOf({ asOf: taken.asOf, window, today, words: spelt, meanings, spans });
  return questionOf(parts, (state) => book.shortName(state));
}

const subjectsOf = (kind: 'outside' | 'no_data', meanings: readonly { meaning: Meaning }[]): readonly string[] =>
  meanings.flatMap(({ meaning }) => (meaning.kind === kind ? [meaning.subject] : []));

/** The meanings of the words that belong to no name, with their places in the whole text. */
function outsideNames(words: readonly string[], spans: readonly NamedSpan[]) {
  const stretches = [...spans, { from: words.length, to: words.length }].map(
    ({ from }, at) => [spans[at - 1]?.to ?? 0, from] as const,
  );
  const read = stretches.map(([from, to]) => ({ from, ...meaningsOf(words.slice(from, to)) }));
  return {
    meanings: read.flatMap(({ from, meanings }) => meanings.map(({ at, meaning }) => ({ at: from + at, meaning }))),
    unknown: read.flatMap(({ unknown }) => unknown),
  };
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
