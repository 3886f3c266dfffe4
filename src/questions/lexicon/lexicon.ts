import type { Region } from '../../treaty/regions.ts';
import type { Theme } from '../../treaty/theme.ts';
import type { Cue } from './cue.ts';

export type Language = 'en' | 'fr' | 'es';

/** The words of one language: each text lists phrases, as `phrases` reads them. A synonym is one more of them. */
export interface Lexicon {
  language: Language;
  themes: Readonly<Record<Theme, string>>;
  cues: Readonly<Partial<Record<Cue, string>>>;
  /** Phrases that say several things at once. */
  several: readonly (readonly [phrases: string, says: readonly (Cue | Theme)[]])[];
  regions: readonly (readonly [Region, string])[];
  /** What may be left out without changing what is asked. Nothing that limits, compares, ranks, denies or points elsewhere. */
  idle: string;
  /** Phrases of known words that mean more than their words, and that the desk does not answer. */
  unclear: string;
  /** Things of which the record holds nothing at all, with the words for it. */
  noData: readonly (readonly [subject: string, phrases: string])[];
  /** Other conventions and other clusters, which the desk does not answer for. */
  outside: readonly (readonly [subject: string, phrases: string])[];
  /** "article", and the words for one to twelve and for first to thirteenth. */
  article: string;
  numbers: string;
  ordinals: string;
  meetingOfStatesParties: string;
  reviewConference: string;
  /** Long words in which a mistyped letter is forgiven: no ordinary word is a letter away. */
  forgiven: string;
}
