import { wordsIn } from '../../questions/fold.ts';
import { codesIn, type NameBook, statesIn } from '../../questions/names.ts';
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

/** Nobody types a State and a theme in more words; a longer text is read as a message is. */
const MOST_TYPED = 40;

/** Stands for a word in which nothing is sought. */
const NOTHING = '·';

/** Looks for States and themes in what was typed after a verb; small mistakes are forgiven. */
export function namedIn(text: string, book: NameBook): Named {
  const words = wordsIn(text);
  if (words.length > MOST_TYPED) return namedInMessage(text, book);
  const forgiven = words.map((word) => (book.states.has(word) ? word : corrected(word)));
  return named(forgiven, text, book, isLexiconWord);
}

/** The same in a message that somebody wrote for others: nothing in it is taken for a mistake, nor "Re:" for a theme. */
export function namedInMessage(text: string, book: NameBook): Named {
  const words = wordsIn(text).map((word) => (word.length < 3 && !/\d/.test(word) ? NOTHING : word));
  return named(words, text, book, (word) => isLexiconWord(word) || !book.states.has(word));
}

/** `isKnown` says of which words no State is to be guessed. */
function named(words: readonly string[], text: string, book: NameBook, isKnown: (word: string) => boolean): Named {
  const spans = statesIn(book, words, isKnown, codesIn(text));
  const taken = new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const { meanings, unknown } = meaningsOf(words.map((word, at) => (taken.has(at) ? NOTHING : word)));
  return {
    states: [...new Set(spans.flatMap(({ found }) => (found.kind === 'found' ? [found.state] : [])))],
    either: [...new Set(spans.flatMap(({ found }) => (found.kind === 'several' ? found.states : [])))],
    themes: [...new Set(meanings.flatMap(({ meaning }) => (meaning.kind === 'theme' ? [meaning.theme] : [])))],
    unknown: unknown.filter((word) => word !== NOTHING),
  };
}
