import type { Day } from './day.ts';
import type { Clock, ClockKind, ClockStatus, Iso3 } from './facts.ts';

/** One clock as the command line prints it; for an extension request `article` is the one extended. */
export interface DeadlineLine {
  state: Iso3;
  article: 3 | 4 | 7;
  kind: ClockKind;
  due: Day;
  originalDue: Day;
  status: ClockStatus;
  basis: string;
  sources: readonly string[];
}

export const deadlineLine = ({
  state,
  article,
  kind,
  due,
  originalDue,
  status,
  basis,
  sources,
}: Clock): DeadlineLine => ({
  state,
  article,
  kind,
  due,
  originalDue,
  status,
  basis,
  sources,
});
