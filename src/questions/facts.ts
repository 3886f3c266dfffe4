import type { Day } from '../treaty/day.ts';
import type { Clock, Iso3, StateFacts, TreatyRecord } from '../treaty/facts.ts';
import type { RequestStatus } from '../treaty/request-moves.ts';
import type { Theme } from '../treaty/theme.ts';
import type { NameBook } from './names.ts';
import type { Tongue } from './tongue/tongue.ts';

/** A request as far as answers need it; the rows of `db/read` have this shape. */
export interface KnownNeed {
  reference: string;
  state: Iso3;
  theme: Theme;
  reportingYear: number | null;
  asOf: Day;
  status: RequestStatus;
  /** The step that was left when it was put on hold or closed. */
  leftStatus: RequestStatus | null;
  requestedOn: Day | null;
  owner: { name: string } | null;
  /** The coordinating State that handles it for another. */
  handledBy: Iso3 | null;
  /** The day since which it is closed; null while open. */
  closedOn: Day | null;
  sharing: 'published' | 'agreed' | 'private';
  sources: readonly { title: string; date: Day | null; link: string | null; confidence: string }[];
}

/** A number that a source states, with the names it gives. */
export interface KnownFigure {
  asOf: Day;
  subject: string;
  theme: Theme | null;
  reportingYear: number | null;
  stated: number;
  named: number | null;
  source: string;
}

/** Who coordinated a theme in a term, by short names. */
export interface KnownTerm {
  period: string;
  theme: string;
  states: readonly string[];
  source: string;
  confidence: string;
}

/** Everything that an answer may be made of, as known on the as-of date, and as the asker may read it. */
export interface Facts {
  asOf: Day;
  states: readonly StateFacts[];
  record: TreatyRecord;
  terms: readonly KnownTerm[];
  clocks: readonly Clock[];
  needs: readonly KnownNeed[];
  figures: readonly KnownFigure[];
  /** Names of States as the tongue has them. */
  book: NameBook;
  /** The language in which the answer is given. */
  tongue: Tongue;
  /** Orders States as they are seated at the United Nations. */
  byProtocol(a: Iso3, b: Iso3): number;
}
