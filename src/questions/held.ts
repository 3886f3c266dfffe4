import type { Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import type { SourceLine } from './answer.ts';

/** The States of which something is true, those of which it may be, and the facts that say so. */
export interface Held {
  yes: ReadonlySet<Iso3>;
  maybe: ReadonlySet<Iso3>;
  sources: readonly SourceLine[];
  /** The themes of these facts, State by State. */
  themes: readonly (readonly [Iso3, Theme])[];
}
