import { wordsIn } from '../../questions/fold.ts';
import { type NameBook, statesIn } from '../../questions/names.ts';
import { corrected, isLexiconWord, meaningsOf } from '../../questions/vocabulary.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { Theme } from '../../treaty/theme.ts';

/** The States and themes named in a text, with the words that are neither. */
export interface Named {
  states: readonly Iso3[];
  /** States that a name leaves open: Congo. */
  either: readonly Iso3[];
  themes: readonly Theme[];
  unknown: readonly string[];
}

/** Looks for States and themes in what was typed after a verb; small mistakes are forgiven. */
export function namedIn(text: string, book: NameBook): Named {
  const words = wordsIn(text).map((word) => (book.states.has(word) ? word : corrected(word)));
  return named(words, text, book);
}

/** The same in a message that somebody wrote for others: nothing in it is taken for a mistake, nor "Re:" for a theme. */
export function namedInMessage(text: string, book: NameBook): Named {
  const words = wordsIn(text).map((word) => (word.length < 3 && !/\d/.test(word) ? '·' : word));
  const exact = words.map((word) =>
    book.states.has(word) || isLexiconWord(word) || partOfName(word, book) ? word : '·',
  );
  return named(exact, text, book);
}

const partOfName = (word: string, book: NameBook): boolean =>
  [...book.states.keys()].some((name) => name.split(' ').includes(word));

function named(words: readonly string[], text: string, book: NameBook): Named {
  const capitals = new Set((text.match(/\S*\p{Lu}\S*/gu) ?? []).flatMap(wordsIn));
  const spans = statesIn(book, words, isLexiconWord, (word) => capitals.has(word));
  const outside = words.map((word, at) => (spans.some(({ from, to }) => at >= from && at < to) ? '·' : word));
  const { meanings, unknown } = meaningsOf(outside);
  return {
    states: [...new Set(spans.flatMap(({ found }) => (found.kind === 'found' ? [found.state] : [])))],
    either: [...new Set(spans.flatMap(({ found }) => (found.kind === 'several' ? found.states : [])))],
    themes: [...new Set(meanings.flatMap(({ meaning }) => (meaning.kind === 'theme' ? [meaning.theme] : [])))],
    unknown: unknown.filter((word) => word !== '·'),
  };
}
