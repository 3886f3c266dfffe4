import type { Day } from '../treaty/day.ts';
import { wordsIn } from './fold.ts';
import type { Item, Said } from './items.ts';
import type { Language } from './lexicon/lexicon.ts';
import { codesIn, type NameBook, type NamedSpan, statesIn } from './names.ts';
import { corrected, isLexiconWord, phraseAt, type Sense, type Vocabulary, vocabularies } from './vocabulary.ts';
import { type Placed, windowsIn } from './window.ts';

/** What a text says, phrase by phrase, in the language in which most of it is understood. */
export interface Recognised {
  language: Language;
  words: readonly string[];
  items: readonly Item[];
  /** A name that several States share. */
  shared: NamedSpan | null;
  unknown: readonly string[];
  noData: string | null;
  outside: string | null;
}

// "RE" is risk education; "Re:" begins an answer to a letter.
const RISK_EDUCATION = /(?<![\p{L}\p{N}])RE(?![\p{L}\p{N}:])/gu;
const ARTICLE = /(?<![\p{L}\p{N}])art(?:icles?|[ií]culos?|s)?\.?\s*(?=\d)/giu;
const WINDOW = /^xwindowx(\d+)x$/;

/** Reads the phrases of `text`: windows of time first, then names of States, then the phrases of a language. */
export function recognise(
  text: string,
  book: NameBook,
  today: Day,
): { kind: 'read'; recognised: Recognised } | { kind: 'no_such_day'; text: string } {
  const read = windowsIn(text, today);
  if (read.kind === 'no_such_day') return read;
  const plain = withoutWindows(text, read.windows)
    .replace(RISK_EDUCATION, 'risk education')
    .replace(ARTICLE, 'article ');
  const words = wordsIn(plain).map((word) => (book.states.has(word) ? word : corrected(word)));
  const spans = statesIn(book, words, isKnown, codesIn(plain));
  const shared = spans.find(({ found }) => found.kind === 'several') ?? null;
  const readings = vocabularies().map((vocabulary) => inLanguage(vocabulary, words, spans, read.windows));
  const best = readings.reduce((a, b) => (b.weight < a.weight ? b : a));
  return { kind: 'read', recognised: { ...best, words, shared } };
}

const isKnown = (word: string): boolean => isLexiconWord(word) || WINDOW.test(word);

/** `text` with a word of its own in the place of each window. */
function withoutWindows(text: string, windows: readonly Placed[]): string {
  let [plain, end] = ['', 0];
  windows.forEach(({ at, to }, number) => {
    plain += `${text.slice(end, at)} xwindowx${number}x `;
    end = to;
  });
  return plain + text.slice(end);
}

function inLanguage(
  vocabulary: Vocabulary,
  words: readonly string[],
  spans: readonly NamedSpan[],
  windows: readonly Placed[],
): Omit<Recognised, 'words' | 'shared'> & { weight: number } {
  const items: Item[] = [];
  const unknown: string[] = [];
  const subjects: Record<'no_data' | 'outside', string | null> = { no_data: null, outside: null };
  const names = new Map(spans.map((span) => [span.from, span]));
  const outside = outsideOf(vocabulary, words);
  const limit = (at: number): number => spans.find(({ from }) => from >= at)?.from ?? words.length;
  for (let at = 0; at < words.length; ) {
    const named = names.get(at);
    if (named !== undefined) {
      if (named.found.kind === 'found')
        items.push({ kind: 'state', state: named.found.state, addressed: isAddressed(words, named, spans), at });
      at = named.to;
      continue;
    }
    const { sense, size, said } =
      at < words.length ? oneAt(vocabulary, words.slice(0, limit(at)), at, windows) : NOTHING;
    if (sense === null || sense.kind === 'unclear') unknown.push(words.slice(at, at + size).join(' '));
    else if (sense.kind === 'no_data') subjects.no_data ??= sense.subject;
    else if (sense.kind === 'outside') subjects.outside ??= sense.subject;
    for (const each of said) items.push({ ...each, at });
    at += size;
  }
  return {
    language: vocabulary.language,
    items,
    unknown,
    noData: subjects.no_data,
    outside: outside ?? subjects.outside,
    weight: unknown.join(' ').length === 0 ? 0 : unknown.join(' ').split(' ').length,
  };
}

interface One {
  sense: Sense | null;
  size: number;
  said: readonly Said[];
}
const NOTHING: One = { sense: null, size: 1, said: [] };
const SAYING: Sense = { kind: 'said', said: [] };

function oneAt(vocabulary: Vocabulary, words: readonly string[], at: number, windows: readonly Placed[]): One {
  const word = words[at] ?? '';
  const window = windows[Number(WINDOW.exec(word)?.[1] ?? -1)];
  if (window !== undefined) return { sense: SAYING, size: 1, said: [{ kind: 'window', window: window.window }] };
  if (vocabulary.articles.has(word)) return articlesAt(words, at);
  const found = phraseAt(vocabulary, words, at);
  if (found !== null) return { ...found, said: found.sense.kind === 'said' ? found.sense.said : [] };
  if (/^\d{1,3}$/.test(word)) return { sense: SAYING, size: 1, said: [{ kind: 'number', value: Number(word) }] };
  return NOTHING;
}

const NUMBERED = /^(\d{1,2})(?:\.(\d))?$/;
const JOINING = new Set(['and', 'or', 'et', 'ou', 'y', 'o']);

/** "Article 4", "Article 4.1(b)", "Articles 3 and 4" from the word "article" on. */
function articlesAt(words: readonly string[], at: number): One {
  const said: Said[] = [];
  let next = at + 1;
  for (;;) {
    const joint = said.length > 0 ? words[next] : undefined;
    const start = joint !== undefined && JOINING.has(joint) ? next + 1 : next;
    const number = NUMBERED.exec(words[start] ?? '');
    if (number === null || (said.length > 0 && start === next)) break;
    if (joint !== undefined) said.push({ kind: 'cue', cue: /^o|ou$/.test(joint) ? 'or' : 'and' });
    const letter = number[2] !== undefined && /^[a-i]$/.test(words[start + 1] ?? '') ? words[start + 1] : undefined;
    said.push({ kind: 'article', article: `${number[0]}${letter === undefined ? '' : `(${letter})`}` });
    next = start + (letter === undefined ? 1 : 2);
  }
  return said.length === 0 ? NOTHING : { sense: SAYING, size: next - at, said };
}

/** Another convention or cluster is meant also where a name of a State stands in its name. */
function outsideOf(vocabulary: Vocabulary, words: readonly string[]): string | null {
  for (let at = 0; at < words.length; at += 1) {
    const sense = phraseAt(vocabulary, words, at)?.sense;
    if (sense?.kind === 'outside') return sense.subject;
  }
  return null;
}

// After these words a State is the one that is asked for help.
const ADDRESSING = new Set(['ask', 'asks', 'asked', 'asking', 'to']);
const ADDRESSING_TO = new Set([
  'demande',
  'demandent',
  'sollicite',
  'pidio',
  'pidieron',
  'solicito',
  'solicitaron',
  'pedido',
  'solicitado',
]);
// "request from Chad" is Chad's; "help from Chad" is asked of it.
const OWN = new Set([
  'came',
  'come',
  'coming',
  'request',
  'requests',
  'need',
  'needs',
  'report',
  'reports',
  'deadline',
  'deadlines',
]);

/** Whether a State is named as the one that was asked, not as one that asks: "asked Norway", "help from Norway". */
function isAddressed(words: readonly string[], { from }: NamedSpan, spans: readonly NamedSpan[]): boolean {
  const at = ['the', 'la', 'el', 'le', 'l'].includes(words[from - 1] ?? '') ? from - 1 : from;
  const [before = '', earlier = ''] = [words[at - 1], words[at - 2]];
  if (['a', 'au', 'aux', 'al'].includes(before)) return ADDRESSING_TO.has(earlier);
  if (before !== 'from' || at < 2 || JOINING.has(earlier)) return ADDRESSING.has(before);
  return !OWN.has(earlier) || spans.some((other) => other.from < from);
}
