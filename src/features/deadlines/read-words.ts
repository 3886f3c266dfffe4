import { distance } from 'fastest-levenshtein';
import { fold } from '../../questions/fold.ts';
import { findState, type NameBook } from '../../questions/names.ts';
import type { ClockKind, Iso3 } from '../../treaty/facts.ts';
import type { ReadStatus } from '../../treaty/read-status.ts';
import type { Region } from '../../treaty/regions.ts';
import { LONGEST_PHRASE, SENSES, type Sense } from './phrases.ts';
import type { Article } from './wanted.ts';

/** What the words at the beginning of a text mean, and what follows them. */
export type Step = { rest: string } & (
  | { kind: 'articles'; articles: readonly Article[] }
  | { kind: 'kind'; of: ClockKind }
  | { kind: 'report_of'; year: number }
  | { kind: 'status'; of: ReadStatus }
  | { kind: 'region'; of: Region }
  | { kind: 'state'; of: Iso3 }
  | { kind: 'everything' | 'nothing' }
  | { kind: 'no_clock'; subject: string }
  | { kind: 'several'; words: string; states: readonly Iso3[] }
  | { kind: 'unknown'; word: string; nearest: readonly string[] }
);

const ARTICLES =
  /^art(?:icle|s|\.)?s?\.?\s*(\d{1,2}(?:\.\d)?(?:\s*\([a-z]\))?(?:\s*(?:,|and|&|\/|et|y|or)\s*\d{1,2}(?!\d))*)(?=$|[\s,;.)?!])/i;
const REPORT_OF =
  /^(?:annual\s+)?(?:article\s*7\s+|transparency\s+)?reports?\s+(?:for|covering|on|of)\s+(?:the\s+year\s+)?((?:19|20|21)\d{2})(?=$|[\s,;.)?!])/i;
const NO_CLOCK = new Map([
  [5, 'victim assistance (Article 5)'],
  [6, 'international cooperation and assistance (Article 6)'],
  [8, 'clarification of compliance (Article 8) before somebody asks for it'],
  [9, 'national implementation (Article 9)'],
]);

export interface Reader {
  book: NameBook;
  /** Whether small mistakes are forgiven. */
  guess: boolean;
  /** Whether three capitals are the code of a State: PER is Peru, "per" is not. */
  codes: boolean;
}

/** Reads the longest stretch of words at the beginning of `text` that means something. */
export function readAt(text: string, { book, guess, codes }: Reader): Step {
  const shaped = reportOf(text) ?? articlesIn(text);
  if (shaped !== null) return shaped;
  const words = [...text.matchAll(/\S+/g)].slice(0, Math.max(LONGEST_PHRASE, book.longest));
  const stretch = (size: number): { words: string; rest: string } => {
    const last = words[size - 1];
    const end = last === undefined ? 0 : last.index + last[0].length;
    return { words: text.slice(0, end), rest: text.slice(end) };
  };
  const sizes = words.map((_, at) => words.length - at);
  const longest = (from: number, read: (written: string) => Meaning | null): Step | null => {
    for (const size of sizes.filter((each) => each >= from)) {
      const { words: written, rest } = stretch(size);
      const found = read(written);
      if (found !== null) return { ...found, rest };
    }
    return null;
  };
  const exact = longest(1, (written) => meaningOf(written, book, codes));
  const near = (from: number): Step | null => (guess ? longest(from, (written) => guessed(written, book)) : null);
  if (exact !== null) {
    // "Guinee Bisau" is one State with two mistakes, not Guinea and a word that means nothing.
    const after = /^\s*(\S+)/.exec(exact.rest)?.[1];
    const alone = exact.kind !== 'state' || after === undefined || /^\W|\d/.test(after);
    if (alone || meaningOf(after, book, codes) !== null) return exact;
    const size = text.slice(0, text.length - exact.rest.length).split(/\s+/).length;
    const longer = near(size + 1);
    return longer?.kind === 'state' ? longer : exact;
  }
  const guessedAt = near(1);
  if (guessedAt !== null) return guessedAt;
  const { words: word, rest } = stretch(1);
  return {
    kind: 'unknown',
    word: word.replace(/[,;:.?!)"”]+$/, ''),
    nearest: guess ? nearestTo(word, book) : [],
    rest,
  };
}

function reportOf(text: string): Step | null {
  const found = REPORT_OF.exec(text);
  return found === null ? null : { kind: 'report_of', year: Number(found[1]), rest: text.slice(found[0].length) };
}

function articlesIn(text: string): Step | null {
  const found = ARTICLES.exec(text);
  if (found === null) return null;
  const rest = text.slice(found[0].length);
  // Of "4.1(a)" the article is 4.
  const numbers = (found[1] ?? '').replace(/\.\d|\([a-z]\)/gi, '').match(/\d+/g) ?? [];
  const articles = numbers.map(Number).flatMap((n) => (n === 3 || n === 4 || n === 7 ? [n] : []));
  if (articles.length > 0) return { kind: 'articles', articles: articles as readonly Article[], rest };
  const subject = NO_CLOCK.get(Number(numbers[0])) ?? `Article ${numbers[0]}`;
  return { kind: 'no_clock', subject, rest };
}

type Meaning = Step extends infer S ? (S extends { rest: string } ? Omit<S, 'rest'> : never) : never;

function meaningOf(written: string, book: NameBook, codes: boolean): Meaning | null {
  const key = fold(written);
  const isCode = codes && /^\P{L}*\p{Lu}{3}\P{L}*$/u.test(written);
  const sense = SENSES.get(key);
  if (sense !== undefined && !(isCode && book.states.has(key))) return fromSense(sense);
  const holders = book.states.get(key.replace(/^the /, ''));
  if (holders === undefined) return null;
  // "Lao" and "DRC" are names; "mar" and "Mar" are March without a year.
  if (key.length === 3 && !isCode && (written === written.toLowerCase() || key === 'mar')) return null;
  const [only, ...others] = holders;
  if (only === undefined) return null;
  return others.length === 0
    ? { kind: 'state', of: only }
    : { kind: 'several', words: written.trim(), states: holders };
}

function fromSense(sense: Sense): Meaning {
  switch (sense.of) {
    case 'article':
      return { kind: 'articles', articles: [sense.article] };
    case 'kind':
      return { kind: 'kind', of: sense.kind };
    case 'status':
      return { kind: 'status', of: sense.status };
    case 'region':
      return { kind: 'region', of: sense.region };
    case 'no_clock':
      return { kind: 'no_clock', subject: sense.subject };
    case 'everything':
    case 'nothing':
      return { kind: sense.of };
  }
}

/** Longer words are no name of anything. */
const LONGEST_GUESS = 80;

/** How many letters may be wrong in words of this length. */
const slack = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

function guessed(written: string, book: NameBook): Meaning | null {
  const key = fold(written);
  if (slack(key.length) === 0 || key.length > LONGEST_GUESS) return null;
  const near = nearPhrases(key).filter((each) => each.distance <= slack(key.length));
  const [best] = near;
  const senses = new Set(
    near.filter((each) => each.distance === best?.distance).map(({ sense }) => JSON.stringify(sense)),
  );
  if (best !== undefined && senses.size === 1) return fromSense(best.sense);
  const found = findState(book, written);
  if (found.kind === 'found') return { kind: 'state', of: found.state };
  return found.kind === 'several' ? { kind: 'several', words: written.trim(), states: found.states } : null;
}

const nearPhrases = (key: string): readonly { phrase: string; sense: Sense; distance: number }[] =>
  [...SENSES]
    .filter(([phrase]) => Math.abs(phrase.length - key.length) < 4)
    .map(([phrase, sense]) => ({ phrase, sense, distance: distance(key, phrase) }))
    .toSorted((a, b) => a.distance - b.distance);

/** States and words of ours that come near a word that could not be read, as one would type them. */
function nearestTo(word: string, book: NameBook): readonly string[] {
  const key = fold(word);
  if (key.length > LONGEST_GUESS) return [];
  const found = findState(book, word);
  const states = found.kind === 'unknown' ? found.nearest.map((state) => book.shortName(state)) : [];
  const phrases = nearPhrases(key).filter(
    (each) => each.sense.of !== 'nothing' && each.distance <= Math.min(3, key.length / 2),
  );
  return [...phrases.slice(0, 2).map(({ phrase }) => phrase), ...states].slice(0, 4);
}
