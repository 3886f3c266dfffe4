import type { Day } from './day.ts';
import { decidingMeeting } from './deciding-meeting.ts';
import type { Clock, ClockStatus, Iso3, MeetingFacts } from './facts.ts';
import type { ObligationOn } from './obligation.ts';

/**
 * The date by which a request to extend an obligation must be in (Art. 3.5, 4.6), where the deciding meeting is known on
 * `asOf`; null elsewhere and once the obligation is completed. No State is obliged to ask: a date that passed without a
 * request is `uncertain`, never overdue.
 */
export function extensionClock(
  state: Iso3,
  article: 3 | 4,
  obligation: ObligationOn,
  meetings: readonly MeetingFacts[],
  asOf: Day,
): Clock | null {
  if (obligation.status === 'completed') return null;
  const deciding = decidingMeeting(obligation.due, meetings, asOf);
  if (deciding === null || deciding.submitBy === null) return null;
  const { meeting, submitBy } = deciding;
  const { pending } = obligation;
  const status: ClockStatus = pending
    ? 'completed'
    : obligation.confidence === 'low' || submitBy < asOf
      ? 'uncertain'
      : 'open';
  return {
    state,
    article,
    kind: 'extension_request',
    newRemnants: obligation.base.newRemnants,
    due: submitBy,
    originalDue: submitBy,
    status,
    basis: `Art. ${article === 3 ? '3.5' : '4.6'}: nine months before ${meeting.code}, planned from ${meeting.plannedStart ?? meeting.actualStart ?? ''}; deadline ${obligation.due}`,
    sources: [
      ...new Set([
        meeting.source,
        (obligation.granted ?? obligation.base).source,
        ...(pending ? [pending.source] : []),
      ]),
    ],
    confidence: obligation.confidence,
    year: null,
    meeting: meeting.code,
    extends: obligation.due,
    completed: pending?.date ?? null,
    outstanding: null,
    facts: [obligation.granted ?? obligation.base, ...(pending ? [pending] : [])].map(({ id }) => id),
  };
}
