import type { Language } from '../lexicon/lexicon.ts';
import type { Rule } from '../rules.ts';

/** The words of one language in which answers are given: data, one file a language. */
export interface Catalogue {
  language: Language;
  numbers: string;
  months: string;
  shortMonths: string;
  shortWeekdays: string;
  /** How a date is put together from {d}, {m} and {y}; `first` is how the first of a month is written. */
  date: { long: string; month: string; seen: string; first: string };
  /** Whether names of States stand with their article in a sentence. */
  articles: boolean;
  and: string;
  or: string;
  /** First to thirteenth, as meetings are numbered, and how they are named after it. */
  ordinals: string;
  meetings: Readonly<Record<'MSP' | 'RC' | 'PREP', string>>;
  /** Every sentence by its English. */
  sentences: Readonly<Record<string, string>>;
  /** Fixed names by their English: themes, roles, documents. */
  names: Readonly<Record<string, string>>;
  /** What the treaty says, by rule: the lead, and what follows it. */
  rules: Readonly<Record<Rule, readonly [lead: string, rest: string]>>;
}
