import type { Day } from './day.ts';
import type { Iso3, MeetingFacts, ObligationEvent, TreatyRecord } from './facts.ts';
import { countsFrom } from './obligation.ts';

/** What is known on `asOf` of a State's obligation, in the order in which it counts; nothing that may not be shown. */
export const eventsKnownOn = (
  { events, meetings }: TreatyRecord,
  state: Iso3,
  article: 3 | 4 | 7,
  asOf: Day,
): readonly ObligationEvent[] =>
  events
    .filter((event) => event.show && event.state === state && event.article === article)
    .flatMap((event) => {
      const from = countsFrom(event, meetings);
      return from !== null && from <= asOf ? [{ event, from }] : [];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map(({ event }) => event);

/** The request that waits for a decision on `asOf`: made after the last grant, nothing completed since; null when none does. */
export function pendingRequest(known: readonly ObligationEvent[]): ObligationEvent | null {
  const closing = known.findLastIndex(({ event }) =>
    ['extension_granted', 'completed', 'no_obligation_confirmed'].includes(event),
  );
  return known.slice(closing + 1).findLast(({ event }) => event === 'extension_requested') ?? null;
}

/** The Convention's meeting during which `on` fell, as it was held; null when there was none. */
export const meetingDuring = (on: Day | null, meetings: readonly MeetingFacts[]): MeetingFacts | null =>
  meetings.find(
    ({ type, actualStart, actualEnd }) =>
      on !== null &&
      (type === 'MSP' || type === 'RC') &&
      actualStart !== null &&
      actualStart <= on &&
      on <= (actualEnd ?? actualStart),
  ) ?? null;
