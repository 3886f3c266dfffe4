import type { Iso3 } from '../treaty/facts.ts';
import type { Region } from '../treaty/regions.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Cue } from './lexicon/cue.ts';
import type { Window } from './window.ts';

/** One thing that a stretch of the text says. */
export type Said =
  | { kind: 'cue'; cue: Cue }
  | { kind: 'theme'; theme: Theme }
  /** "Article 4", "Article 4.1(b)". */
  | { kind: 'article'; article: string }
  | { kind: 'state'; state: Iso3; addressed: boolean }
  | { kind: 'region'; region: Region }
  | { kind: 'window'; window: Window }
  /** By its code; `MSP` and `RC` where no number was said. */
  | { kind: 'meeting'; meeting: string }
  | { kind: 'number'; value: number }
  /** "More than one", "at least three", "exactly two". */
  | { kind: 'amount'; least: number; most: number | null }
  /** "Older than 30 days". */
  | { kind: 'age'; days: number }
  /** "Before the Second Review Conference". */
  | { kind: 'bound'; side: 'before' | 'after'; meeting: string };

/** What is said, and where: `at` is the place of its first word. */
export type Item = Said & { at: number };

export const isCue = (item: Item | undefined, ...cues: readonly Cue[]): boolean =>
  item?.kind === 'cue' && cues.includes(item.cue);
