import { Temporal } from 'temporal-polyfill';
import type { SeenAttendee, SeenEvent } from '../outlook-protocol.ts';
import type { Attendee, GraphTime, StoredEvent } from './event.ts';
import { immutableId } from './event.ts';
import type { Mailbox } from './mailbox.ts';
import { daysOf, instantOf, occurrenceOn, overlaps, type Span, spanOf } from './times.ts';
import { textOf } from './written.ts';

const asText = (time: GraphTime): string => instantOf(time).toString();

const seenAttendee = ({ address, name, type, response, proposes }: Attendee): SeenAttendee => ({
  address,
  name: name === '' ? address : name,
  optional: type === 'optional',
  response,
  proposes: proposes === null ? null : { start: asText(proposes.start), end: asText(proposes.end) },
});

/** Whole days as their first and last day; Outlook ends them with the day after. */
function times(start: GraphTime, end: GraphTime, allDay: boolean): Pick<SeenEvent, 'start' | 'end'> {
  if (!allDay) return { start: asText(start), end: asText(end) };
  const last = Temporal.PlainDate.from(end.dateTime.slice(0, 10)).subtract({ days: 1 });
  return { start: start.dateTime.slice(0, 10), end: last.toString() };
}

function seenEvent(
  event: StoredEvent,
  on: string | null,
  { start, end }: Pick<StoredEvent, 'start' | 'end'>,
): SeenEvent {
  return {
    id: immutableId(event.number),
    on,
    subject: event.subject,
    place: event.place,
    text: textOf(event.html).trim(),
    allDay: event.isAllDay,
    ...times(start, end, event.isAllDay),
    online: event.online,
    attendees: event.attendees.map(seenAttendee),
  };
}

interface Standing {
  event: StoredEvent;
  on: string | null;
  at: Pick<StoredEvent, 'start' | 'end'>;
}

const standingOf = (event: StoredEvent): Standing[] =>
  event.recurrence === null
    ? [{ event, on: null, at: event }]
    : daysOf(event.recurrence)
        .filter((on) => !event.removedDays.includes(on))
        .map((on) => ({ event, on, at: occurrenceOn(event, on) }));

/** What stands in the calendar within the span, each of a series by itself; by their beginning. */
export function seenIn(mailbox: Mailbox, span: Span): SeenEvent[] {
  return [...mailbox.events.values()]
    .filter(({ calendar }) => calendar === '')
    .flatMap(standingOf)
    .filter(({ at }) => overlaps(spanOf(at), span))
    .toSorted((a, b) => Temporal.Instant.compare(instantOf(a.at.start), instantOf(b.at.start)))
    .map(({ event, on, at }) => seenEvent(event, on, at));
}
