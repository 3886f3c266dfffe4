import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { fold, wordsIn } from './fold.ts';
import { findState, type NameBook, type NamedSpan, statesIn } from './names.ts';
import type { Parts } from './parts.ts';
import type { Reading } from './question.ts';
import { questionOf } from './shape.ts';
import { corrected, isLexiconWord, meaningsOf } from './vocabulary.ts';
import { type Window, windowIn } from './window.ts';
import { takeAsOf } from './written-date.ts';

const LONGEST_QUESTION = 500;

/**
 * Reads a question in plain English. A word that carries meaning and is not in the lexicon makes the whole text not
 * understood: leaving it out would answer another question than the one that was asked.
 */
export function understand(text: string, book: NameBook, today: Day): Reading {
  if (text.length > LONGEST_QUESTION) return { kind: 'not_understood', words: [], nearest: [] };
  const taken = takeAsOf(text, today);
  if (taken.kind === 'no_such_day') return taken;
  const windowed = windowIn(taken.rest, taken.asOf ?? today);
  if (windowed.kind === 'no_such_day') return windowed;
  const { window } = windowed;
  const words = wordsIn(window.rest);
  const capitals = new Set((window.rest.match(/\S*\p{Lu}\S*/gu) ?? []).flatMap(wordsIn));
  const isCapital = (word: string): boolean => capitals.has(word);
  const spelt = words.map((word) => (book.states.has(word) ? word : corrected(word)));
  const spans = statesIn(book, spelt, isLexiconWord, isCapital);

  const outside = meaningsOf(spelt).meanings.find(({ meaning }) => meaning.kind === 'outside')?.meaning;
  if (outside?.kind === 'outside') return { kind: 'out_of_scope', subject: outside.subject };
  const several = spans.find(({ found }) => found.kind === 'several');
  if (several) return whichState(spelt, several, book);

  const { meanings, unknown } = outsideNames(spelt, spans);
  if (unknown.length > 0)
    return { kind: 'not_understood', words: unknown, nearest: nearestTo(unknown.filter(isCapital), book) };
  const missing = meanings.find(({ meaning }) => meaning.kind === 'no_data')?.meaning;
  if (missing?.kind === 'no_data') return { kind: 'no_data', subject: missing.subject };
  return questionOf(partsOf(taken.asOf, window, meanings, spans), (state) => book.shortName(state));
}

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

function partsOf(
  asOf: Day | null,
  window: Window,
  meanings: ReturnType<typeof outsideNames>['meanings'],
  spans: readonly NamedSpan[],
): Parts {
  const cues = meanings.flatMap(({ meaning }) => (meaning.kind === 'cue' ? [meaning.cue] : []));
  const besides =
    meanings.find(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'besides')?.at ?? Number.POSITIVE_INFINITY;
  const named = (inside: (span: NamedSpan) => boolean): Iso3[] => [
    ...new Set(spans.filter(inside).flatMap(({ found }) => (found.kind === 'found' ? [found.state] : []))),
  ];
  return {
    asOf,
    window,
    cues: new Set(cues),
    first: cues[0] ?? null,
    themes: [...new Set(meanings.flatMap(({ meaning }) => (meaning.kind === 'theme' ? [meaning.theme] : [])))],
    states: named(({ from }) => from < besides),
    without: named(({ from }) => from > besides),
  };
}

function whichState(words: readonly string[], span: NamedSpan, book: NameBook): Reading {
  const states = span.found.kind === 'several' ? span.found.states : [];
  const written = (state: Iso3): string =>
    [...words.slice(0, span.from), book.shortName(state), ...words.slice(span.to)].join(' ');
  return {
    kind: 'ambiguous',
    why: `“${words.slice(span.from, span.to).join(' ')}” may be ${states.map((state) => book.shortName(state)).join(' or ')}.`,
    suggestions: states.map(written),
  };
}

const nearestTo = (names: readonly string[], book: NameBook): readonly Iso3[] => {
  const found = names.length === 0 ? null : findState(book, fold(names.join(' ')));
  return found?.kind === 'unknown' ? found.nearest : [];
};
