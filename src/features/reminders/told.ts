import type { FollowUpRow } from '../../db/read/follow-ups.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, Iso3 } from '../../treaty/facts.ts';

/** One thing that a reminder tells. */
export interface Told {
  /** Whose it is: the reader, or somebody whom the reader stands in for. */
  person: string;
  /** Whose it is, which date, which rung: told once. */
  mark: string;
  subject: string;
  state: Iso3 | null;
  due: Day;
  /** The day on which it was to be told. */
  day: Day;
  what:
    | { kind: 'deadline'; clock: Clock }
    | { kind: 'followup'; row: FollowUpRow }
    | { kind: 'relayed'; reference: string; since: Day };
}

/** What a date of the treaty is called from reminder to reminder. */
export const clockSubject = ({ state, kind, article, newRemnants, year, meeting, due }: Clock): string =>
  [state, kind, article, newRemnants ? 'new' : '', year ?? '', meeting ?? '', due]
    .filter((part) => part !== '')
    .join(' ');
