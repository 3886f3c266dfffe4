import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Facts } from './facts.ts';
import type { Language } from './lexicon/lexicon.ts';
import { TONGUES } from './tongue/tongues.ts';

type Outcome = 'answered' | 'empty' | 'no_data' | 'ambiguous' | 'not_understood' | 'out_of_scope';

/** A fact behind an answer, for "Sources, line by line". */
export interface SourceLine {
  fact: string;
  source: string;
  confidence: string;
}

/** A table, and the same as a list for where no table can be shown. */
export interface AnswerTable {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  /** For each row its name and what is said of it; an empty cell is not said. */
  lines: readonly (readonly string[])[];
}

/** An answer as data: what the card shows, what the command line prints, what exports need. */
export interface Answer {
  question: string;
  /** The language of the question, in which it is answered. */
  language: Language;
  outcome: Outcome;
  /** How the question was read, in words; empty when it was not understood. */
  understood: string;
  asOf: Day;
  /** The States for which the answer is true, by code. */
  states: readonly Iso3[];
  themes: readonly Theme[];
  count: number | null;
  dates: readonly Day[];
  /** States left out of `states` because the record doubts. */
  uncertain: readonly Iso3[];
  /** The news of the answer, to stand out: "Nine States Parties asked for help with victim assistance". */
  lead: string;
  /** What follows it in the first paragraph, from its punctuation on. */
  rest: string;
  /** Further paragraphs; the first words of each may be set off by the card. */
  notes: readonly { lead: string; rest: string }[];
  /** What its table shows, told in lines for where there is no table; empty where the first paragraph tells it all. */
  list: readonly string[];
  /** Columns and rows; null where no extra fact exists. */
  table: AnswerTable | null;
  /** Small print on where it comes from. */
  sourceNote: string;
  sources: readonly SourceLine[];
  suggestions: readonly string[];
}

/** The whole answer as plain text, one line a paragraph: all that is said, and what the table shows where the paragraphs do not. */
export function plainText({ language, lead, rest, list, notes, understood, asOf, sourceNote }: Answer): string {
  const { say, long } = TONGUES[language];
  return [
    `${lead}${rest}`,
    ...list.map((line) => `• ${line}`),
    ...notes.map((note) => `${note.lead}${note.rest}`),
    understood === '' ? '' : say`As of ${long(asOf)}.`,
    sourceNote === '' ? '' : say`Source: ${sourceNote}.`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** An answer with nothing in it, to be filled. */
export const blank = (question: string, { asOf, tongue }: Pick<Facts, 'asOf' | 'tongue'>): Answer => ({
  question,
  language: tongue.language,
  outcome: 'answered',
  understood: '',
  asOf,
  states: [],
  themes: [],
  count: null,
  dates: [],
  uncertain: [],
  lead: '',
  rest: '',
  notes: [],
  list: [],
  table: null,
  sourceNote: '',
  sources: [],
  suggestions: [],
});
