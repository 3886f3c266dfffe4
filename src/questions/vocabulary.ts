import type { Theme } from '../treaty/theme.ts';
import { CUE_PHRASES, type Cue } from './lexicon/en/cues.ts';
import { IDLE_PHRASES, NO_DATA_PHRASES, OUTSIDE_PHRASES, UNCLEAR_PHRASES } from './lexicon/en/idle.ts';
import { ARTICLE_PHRASES, FORGIVEN, THEME_PHRASES } from './lexicon/en/themes.ts';
import { isOneSlip } from './near.ts';

/** What a stretch of words means; `unclear` is a phrase of known words that the desk does not answer. */
export type Meaning =
  | { kind: 'theme'; theme: Theme; byArticle: boolean }
  | { kind: 'cue'; cue: Cue }
  | { kind: 'no_data'; subject: string }
  | { kind: 'outside'; subject: string }
  | { kind: 'unclear' }
  | { kind: 'idle' };

const PHRASES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...IDLE_PHRASES.map((phrase) => [phrase, { kind: 'idle' }] as const),
  ...UNCLEAR_PHRASES.map((phrase) => [phrase, { kind: 'unclear' }] as const),
  ...NO_DATA_PHRASES.map(([phrase, subject]) => [phrase, { kind: 'no_data', subject }] as const),
  ...CUE_PHRASES.map(([phrase, cue]) => [phrase, { kind: 'cue', cue }] as const),
  ...THEME_PHRASES.map(([phrase, theme]) => [phrase, { kind: 'theme', theme, byArticle: false }] as const),
  ...ARTICLE_PHRASES.map(([phrase, theme]) => [phrase, { kind: 'theme', theme, byArticle: true }] as const),
  ...OUTSIDE_PHRASES.map(([phrase, subject]) => [phrase, { kind: 'outside', subject }] as const),
]);

const WORDS: ReadonlySet<string> = new Set([...PHRASES.keys()].flatMap((phrase) => phrase.split(' ')));
const LONGEST = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length));

/** Whether a folded word occurs in any phrase of the lexicon. */
export const isLexiconWord = (word: string): boolean => WORDS.has(word);

/** The lexicon's word for a long one in which one slip was made; the word itself when none is near or several are. */
export function corrected(word: string): string {
  if (WORDS.has(word) || word.length < 5) return word;
  const [only, ...others] = FORGIVEN.filter((known) => known[0] === word[0] && isOneSlip(known, word));
  return only !== undefined && others.length === 0 ? only : word;
}

/** The meanings of `words` from left to right, the longest phrase first, with the words that mean nothing here. */
export function meaningsOf(words: readonly string[]): {
  meanings: readonly { at: number; meaning: Meaning }[];
  unknown: readonly string[];
} {
  const meanings: { at: number; meaning: Meaning }[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { meaning, size } = phraseAt(words, at);
    if (meaning === null || meaning.kind === 'unclear') unknown.push(words.slice(at, at + size).join(' '));
    else meanings.push({ at, meaning });
    at += size;
  }
  return { meanings, unknown };
}

function phraseAt(words: readonly string[], at: number): { meaning: Meaning | null; size: number } {
  for (let size = Math.min(LONGEST, words.length - at); size > 0; size -= 1) {
    const meaning = PHRASES.get(words.slice(at, at + size).join(' '));
    if (meaning !== undefined) return { meaning, size };
  }
  return { meaning: null, size: 1 };
}
