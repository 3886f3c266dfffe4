import { isTheme, THEMES, type Theme } from '../treaty/theme.ts';
import { fold } from './fold.ts';
import type { Said } from './items.ts';
import { CUES } from './lexicon/cue.ts';
import { ENGLISH } from './lexicon/en/english.ts';
import { SPANISH } from './lexicon/es/spanish.ts';
import { FRENCH } from './lexicon/fr/french.ts';
import type { Language, Lexicon } from './lexicon/lexicon.ts';
import { phrases } from './lexicon/phrase.ts';
import { meetingNames } from './meeting-names.ts';
import { isOneSlip } from './near.ts';

/** What a phrase of a language means; `unclear` is one of known words that the desk does not answer. */
export type Sense =
  | { kind: 'said'; said: readonly Said[] }
  | { kind: 'no_data' | 'outside'; subject: string }
  | { kind: 'unclear' }
  | { kind: 'idle' };

/** One language, ready to be looked up. */
export interface Vocabulary {
  language: Language;
  phrases: ReadonlyMap<string, Sense>;
  /** The longest phrase that begins with a word, in words. */
  longest: ReadonlyMap<string, number>;
  articles: ReadonlySet<string>;
  forgiven: readonly string[];
}

function vocabularyOf(lexicon: Lexicon): Vocabulary {
  const found = new Map<string, Sense>();
  const put = (text: string, sense: Sense): void => {
    for (const phrase of phrases(text)) found.set(fold(phrase), sense);
  };
  put(lexicon.idle, { kind: 'idle' });
  put(lexicon.unclear, { kind: 'unclear' });
  for (const [subject, text] of lexicon.noData) put(text, { kind: 'no_data', subject });
  for (const cue of CUES) put(lexicon.cues[cue] ?? '', { kind: 'said', said: [{ kind: 'cue', cue }] });
  for (const theme of THEMES) put(lexicon.themes[theme], { kind: 'said', said: [{ kind: 'theme', theme }] });
  for (const [region, text] of lexicon.regions) put(text, { kind: 'said', said: [{ kind: 'region', region }] });
  for (const [text, says] of lexicon.several)
    put(text, {
      kind: 'said',
      said: says.map((word) => (isTheme(word) ? { kind: 'theme', theme: word } : { kind: 'cue', cue: word })),
    });
  for (const [name, meeting] of meetingNames(lexicon))
    put(name, { kind: 'said', said: [{ kind: 'meeting', meeting }] });
  lexicon.numbers.split(' ').forEach((word, at) => {
    if (!found.has(word)) found.set(word, { kind: 'said', said: [{ kind: 'number', value: at + 1 }] });
  });
  for (const [subject, text] of lexicon.outside) put(text, { kind: 'outside', subject });
  const longest = new Map<string, number>();
  for (const phrase of found.keys()) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return {
    language: lexicon.language,
    phrases: found,
    longest,
    // "Artículo 5" is read as "article 5" in every language.
    articles: new Set(['article', ...phrases(lexicon.article)]),
    forgiven: lexicon.forgiven.split(' '),
  };
}

interface Known {
  vocabularies: readonly Vocabulary[];
  /** Every word of any phrase. */
  words: ReadonlySet<string>;
  /** The words in which a slip is forgiven, by their first letter. */
  forgiven: ReadonlyMap<string, readonly string[]>;
}

function knownOf(vocabularies: readonly Vocabulary[]): Known {
  const words = vocabularies.flatMap((each) =>
    [...each.phrases.keys(), ...each.articles].flatMap((phrase) => phrase.split(' ')),
  );
  const forgiven = new Map<string, readonly string[]>();
  for (const word of new Set(vocabularies.flatMap((each) => each.forgiven))) {
    const key = word.charAt(0);
    forgiven.set(key, [...(forgiven.get(key) ?? []), word]);
  }
  return { vocabularies, words: new Set(words), forgiven };
}

let made: Known | null = null;

// Some ten thousand phrases: made when the first question comes, so that the desk's start does not wait for them.
function known(): Known {
  made ??= knownOf([ENGLISH, FRENCH, SPANISH].map(vocabularyOf));
  return made;
}

/** Every language the desk is asked in; where a text reads as well in two, the first is meant. */
export const vocabularies = (): readonly Vocabulary[] => known().vocabularies;

/** Whether a folded word occurs in any phrase of any language. */
export const isLexiconWord = (word: string): boolean => known().words.has(word);

/** The lexicon's word for a long one in which one slip was made; the word itself when none is near or several are. */
export function corrected(word: string): string {
  const { words, forgiven } = known();
  if (word.length < 5 || words.has(word)) return word;
  const [only, ...others] = (forgiven.get(word.charAt(0)) ?? []).filter((right) => isOneSlip(right, word));
  return only !== undefined && others.length === 0 ? only : word;
}

/** The longest phrase of `vocabulary` that `words` have at `at`; null where none begins. */
export function phraseAt(
  { phrases: senses, longest }: Vocabulary,
  words: readonly string[],
  at: number,
): { sense: Sense; size: number } | null {
  const most = Math.min(longest.get(words[at] ?? '') ?? 0, words.length - at);
  for (let size = most; size > 0; size -= 1) {
    const sense = senses.get(size === 1 ? (words[at] ?? '') : words.slice(at, at + size).join(' '));
    if (sense !== undefined) return { sense, size };
  }
  return null;
}

/** What a stretch of words means to a form: a theme, or nothing that it keeps. */
export type Meaning = { kind: 'theme'; theme: Theme } | { kind: 'other' };

/** The themes among English `words` from left to right, with the words that mean nothing in the field. */
export function meaningsOf(words: readonly string[]): {
  meanings: readonly { at: number; meaning: Meaning }[];
  unknown: readonly string[];
} {
  const [english] = vocabularies();
  const meanings: { at: number; meaning: Meaning }[] = [];
  const unknown: string[] = [];
  for (let at = 0; english !== undefined && at < words.length; ) {
    const found = phraseAt(english, words, at);
    const [said] = found?.sense.kind === 'said' ? found.sense.said : [];
    if (found === null || found.sense.kind === 'unclear')
      unknown.push(words.slice(at, at + (found?.size ?? 1)).join(' '));
    else
      meanings.push({ at, meaning: said?.kind === 'theme' ? { kind: 'theme', theme: said.theme } : { kind: 'other' } });
    at += found?.size ?? 1;
  }
  return { meanings, unknown };
}
