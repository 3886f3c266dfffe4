import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Cue } from './lexicon/en.ts';
import type { Window } from './window.ts';

/** The parts of a text whose every word has a meaning. */
export interface Parts {
  asOf: Day | null;
  window: Window;
  cues: ReadonlySet<Cue>;
  /** The first cue of the text, which decides between "does Chad need" and "what does Chad need". */
  first: Cue | null;
  themes: readonly Theme[];
  states: readonly Iso3[];
  /** States named after "besides". */
  without: readonly Iso3[];
}
