import type { Language } from '../lexicon/lexicon.ts';
import type { Catalogue } from './catalogue.ts';
import { ENGLISH_TONGUE } from './english.ts';
import { SPANISH_WORDS } from './es/spanish.ts';
import { FRENCH_WORDS } from './fr/french.ts';
import { tongueOf } from './other.ts';
import type { Tongue } from './tongue.ts';

/** Every language in which the desk answers. */
export const TONGUES: Readonly<Record<Language, Tongue>> = {
  en: ENGLISH_TONGUE,
  fr: tongueOf(FRENCH_WORDS),
  es: tongueOf(SPANISH_WORDS),
};

/** What the treaty says, where a language has words of its own for it. */
export const RULES_SAID: Partial<Record<Language, Catalogue['rules']>> = {
  fr: FRENCH_WORDS.rules,
  es: SPANISH_WORDS.rules,
};
