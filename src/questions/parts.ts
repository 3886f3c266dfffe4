import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Cue } from './lexicon/en/cues.ts';
import type { Window } from './window.ts';

/** The parts of a text whose every word has a meaning. */
export interface Parts {
  asOf: Day | null;
  window: Window;
  /** The window is no more than the day of asking: "today". */
  isToday: boolean;
  /** In the order in which they stand; a cue that comes again is there again. */
  cues: readonly Cue[];
  /** Themes in the order in which they are named. */
  themes: readonly Theme[];
  /** Those named by an article of the Convention. */
  byArticle: readonly Theme[];
  /** Those named in words. */
  byName: readonly Theme[];
  states: readonly Iso3[];
  /** States named after "besides". */
  without: readonly Iso3[];
  /** A theme stands after "besides". */
  withoutTheme: boolean;
  /** A State is named as the one that was asked, not as one that asks: "asked Norway", "help from Norway". */
  addressed: boolean;
  /** "it", "their" with nothing before it that it could stand for. */
  dangling: boolean;
}

/** Whether any of `wanted` is among the cues. */
export const has = ({ cues }: Parts, ...wanted: readonly Cue[]): boolean => wanted.some((cue) => cues.includes(cue));

/** Whether every cue is among `allowed`: one that is not would be dropped, and another question answered. */
export const hasOnly = ({ cues }: Parts, allowed: readonly Cue[]): boolean =>
  cues.every((cue) => allowed.includes(cue));
