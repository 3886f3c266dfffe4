import type { Day } from './day.ts';
import type { MeetingFacts, VagueDate } from './facts.ts';
import { meetingDaysOn, meetingsKnownOn } from './meeting-dates.ts';
import { countsFrom, type ObligationOn } from './obligation.ts';

/** A declaration of compliance that is still to be made, and the meeting to make it to. */
export interface DeclarationDue {
  completed: VagueDate;
  meeting: MeetingFacts;
  /** The first day of the meeting. */
  on: Day;
}

/**
 * Art. 4.1(c): who has completed declares compliance to the next Meeting of States Parties (or Review Conference). Completed
 * and declared are two dates. Null where nothing was completed, where it is declared, and once that meeting is over.
 */
export function declarationDue(
  { ended, declared }: ObligationOn,
  meetings: readonly MeetingFacts[],
  asOf: Day,
): DeclarationDue | null {
  if (ended?.event.event !== 'completed' || declared !== null) return null;
  const from = countsFrom(ended.event, meetings);
  if (from === null) return null;
  const [next] = meetingsKnownOn(meetings, asOf)
    .filter(({ type }) => type === 'MSP' || type === 'RC')
    .flatMap((meeting) => {
      const days = meetingDaysOn(meeting, asOf);
      return days === null || days.first <= from ? [] : [{ meeting, ...days }];
    })
    .toSorted((a, b) => (a.first < b.first ? -1 : 1));
  if (next === undefined || next.last < asOf) return null;
  return { completed: ended.date, meeting: next.meeting, on: next.first };
}
