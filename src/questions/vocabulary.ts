import { distance } from 'fastest-levenshtein';
import type { Theme } from '../treaty/theme.ts';
import type { Cue } from './lexicon/en.ts';
import { CUE_PHRASES, IDLE_WORDS, NO_DATA_PHRASES, OUTSIDE_PHRASES, type Phrase, THEME_PHRASES } from './lexicon/en.ts';

/** What a stretch of words means. */
export type Meaning =
  | { kind: 'theme'; theme: Theme }
  | { kind: 'cue'; cue: Cue }
  | { kind: 'no_data'; subject: string }
  | { kind: 'outside'; subject: string }
  | { kind: 'idle' };

const PHRASES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...IDLE_WORDS.map((word) => [word, { kind: 'idle' }] as const),
  ...entries(NO_DATA_PHRASES, (subject) => ({ kind: 'no_data', subject })),
  ...entries(CUE_PHRASES, (cue) => ({ kind: 'cue', cue })),
  ...entries(THEME_PHRASES, (theme) => ({ kind: 'theme', theme })),
  ...entries(OUTSIDE_PHRASES, (subject) => ({ kind: 'outside', subject })),
]);

function entries<T>(phrases: readonly Phrase<T>[], meaning: (value: T) => Meaning): [string, Meaning][] {
  return phrases.map(([phrase, value]) => [phrase, meaning(value)]);
}

const WORDS: ReadonlySet<string> = new Set([...PHRASES.keys()].flatMap((phrase) => phrase.split(' ')));
const LONGEST = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length));

/** Whether a folded word occurs in any phrase of the lexicon. */
export const isLexiconWord = (word: string): boolean => WORDS.has(word);

/** The lexicon's word for one that was mistyped by a letter (two in long words); the word itself when none is near or several are. */
export function corrected(word: string): string {
  if (WORDS.has(word) || word.length < 5 || /\d/.test(word)) return word;
  const allowed = word.length < 8 ? 1 : 2;
  const near = [...WORDS].filter((known) => known.length > 3 && distance(known, word) <= allowed);
  const best = Math.min(...near.map((known) => distance(known, word)));
  const [only, ...others] = near.filter((known) => distance(known, word) === best);
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
    const found = phraseAt(words, at);
    if (found === null) unknown.push(words[at] ?? '');
    else meanings.push({ at, meaning: found.meaning });
    at += found?.size ?? 1;
  }
  return { meanings, unknown };
}

function phraseAt(words: readonly string[], at: number): { meaning: Meaning; size: number } | null {
  for (let size = Math.min(LONGEST, words.length - at); size > 0; size -= 1) {
    const meaning = PHRASES.get(words.slice(at, at + size).join(' '));
    if (meaning !== undefined) return { meaning, size };
  }
  return null;
}
