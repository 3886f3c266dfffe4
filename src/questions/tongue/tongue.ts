import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { Language } from '../lexicon/lexicon.ts';

/**
 * Says a sentence in the language of the answer. The English stands where it is said; the catalogue of another language
 * has it as its key, with {0}, {1} … for what is filled in. What follows a last "|" tells two uses of the same English
 * apart, and is not said.
 */
type Say = (sentence: TemplateStringsArray, ...filled: readonly (string | number)[]) => string;

/** The language in which an answer is given: its sentences, numbers, dates and names. */
export interface Tongue {
  language: Language;
  say: Say;
  /** A name out of a fixed list, such as a theme or a document's title; what the catalogue lacks stays as it is. */
  known(text: string): string;
  /** "nine", "13": numbers up to twelve in words. Of one, say it in a sentence of its own: languages have a gender for it. */
  number(n: number): string;
  /** "1 March 2022". */
  long(on: Day): string;
  /** As lists show a date from `today`. */
  seen(today: Day, on: Day): string;
  /** As sentences show a date from `today`: with the last working day before a weekend. */
  inText(today: Day, on: Day): string;
  /** "December 2016" from "2016-12". */
  month(text: string): string;
  /** "23–27 Nov 2020"; a month or year alone stays as it is. */
  span(start: string, end: string | null): string;
  /** "A, B and C". */
  listed(names: readonly string[], joint?: 'and' | 'or'): string;
  /** The name of a State in conversation; `english` where the language has none of its own. */
  stateName(state: Iso3, english: string): string;
  /** The same as it stands in a sentence, with its article where the language has one. */
  stateInSentence(state: Iso3, english: string): string;
  /** "Ninth Meeting of States Parties" from its code; `english` where the code is none of the Convention's own meetings. */
  meetingName(code: string, english: string): string;
}
