import type { Day } from '../../treaty/day.ts';
import type { Confidence, Iso3, ObligationEventKind, VagueDate } from '../../treaty/facts.ts';

/** An event as a person records it, checked field by field. */
export interface EventInput {
  state: Iso3;
  article: 3 | 4;
  newRemnants: boolean;
  /** The event whose place it takes; null for one that was missing. */
  corrects: string | null;
  event: ObligationEventKind;
  date: VagueDate;
  until: Day | null;
  meeting: string | null;
  confidence: Confidence;
  source: string;
  reason: string;
  /** The warnings that the person has been shown, word for word. */
  seen: readonly string[];
}
