import { Temporal } from 'temporal-polyfill';
import { type Attendee, etagOf, immutableId, plainId, type StoredEvent } from './event.ts';
import { daysOf, occurrenceOn, overlaps, type Span, spanOf, timeIn } from './times.ts';

/** How a request wishes its answers. */
export interface Wishes {
  immutable: boolean;
  zone: string;
  text: boolean;
  pageSize: number;
}

export function wishesIn(prefer: string | undefined): Wishes {
  const text = prefer ?? '';
  return {
    immutable: /IdType="ImmutableId"/i.test(text),
    zone: /outlook\.timezone="([^"]+)"/i.exec(text)?.[1] ?? 'UTC',
    text: /outlook\.body-content-type="text"/i.test(text),
    pageSize: Number(/odata\.maxpagesize=(\d+)/i.exec(text)?.[1] ?? 10),
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Outlook keeps texts as HTML of its own making. */
export const htmlOf = ({ contentType, content }: { contentType: 'text' | 'html'; content: string }): string =>
  contentType === 'html'
    ? content
    : `<html><head></head><body>${escaped(content).replace(/\r?\n/g, '<br>\r\n')}</body></html>`;

export const textOf = (html: string): string =>
  html
    .replace(/<br>\r?\n?/g, '\r\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attendeeOf = (attendee: Attendee, zone: string) => ({
  type: attendee.type,
  status: { response: attendee.response, time: '0001-01-01T00:00:00Z' },
  emailAddress: { name: attendee.name === '' ? attendee.address : attendee.name, address: attendee.address },
  ...(attendee.proposes === null
    ? {}
    : {
        proposedNewTime: {
          start: timeIn(zone, attendee.proposes.start, false),
          end: timeIn(zone, attendee.proposes.end, false),
        },
      }),
});

/** An event as Graph answers with it; extended properties are never said. */
export function written(event: StoredEvent, { immutable, zone, text }: Wishes): Record<string, unknown> {
  const id = (immutable ? immutableId : plainId)(event.number);
  return {
    '@odata.etag': etagOf(event),
    id,
    createdDateTime: event.createdAt,
    lastModifiedDateTime: event.modifiedAt,
    changeKey: etagOf(event).slice(3, -1),
    ...(event.transactionId === null ? {} : { transactionId: event.transactionId }),
    iCalUId: `040000008200E00074C5B7101A82E008${String(event.number).padStart(8, '0')}`,
    subject: event.subject,
    bodyPreview: textOf(event.html).slice(0, 255),
    body: { contentType: text ? 'text' : 'html', content: text ? `${textOf(event.html)}\r\n` : event.html },
    start: timeIn(zone, event.start, event.isAllDay),
    end: timeIn(zone, event.end, event.isAllDay),
    isAllDay: event.isAllDay,
    isCancelled: false,
    location: { displayName: event.place, locationType: 'default' },
    attendees: event.attendees.map((each) => attendeeOf(each, zone)),
    isOnlineMeeting: event.online,
    onlineMeetingProvider: event.online ? 'teamsForBusiness' : 'unknown',
    onlineMeeting: event.online ? { joinUrl: `https://teams.example.org/l/meetup-join/${event.number}` } : null,
    webLink: `https://outlook.example.org/calendar/item/${event.number}`,
    type: event.recurrence === null ? 'singleInstance' : 'seriesMaster',
    seriesMasterId: null,
  };
}

/** What stands of a series within the window; a removed occurrence is simply not there. */
export function occurrencesIn(event: StoredEvent, window: Span, wishes: Wishes): Record<string, unknown>[] {
  if (event.recurrence === null) return [];
  const master = written(event, wishes);
  return daysOf(event.recurrence)
    .filter((on) => !event.removedDays.includes(on))
    .map((on) => ({ on, ...occurrenceOn(event, on) }))
    .filter((each) => overlaps(spanOf(each), window))
    .map(({ on, start, end }) => ({
      '@odata.etag': etagOf(event),
      id: `${String(master['id'])}-${on}`,
      type: on in event.exceptions ? 'exception' : 'occurrence',
      seriesMasterId: master['id'],
      subject: event.subject,
      isAllDay: event.isAllDay,
      start: timeIn(wishes.zone, start, event.isAllDay),
      end: timeIn(wishes.zone, end, event.isAllDay),
    }));
}

/** A span from the parameters of a request; bounds without an offset are in UTC. */
export function windowFrom(query: URLSearchParams): Span | null {
  try {
    const [start, end] = ['startDateTime', 'endDateTime'].map((name) => {
      const text = query.get(name) ?? '';
      return Temporal.Instant.from(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
    });
    return start && end ? { start, end } : null;
  } catch {
    return null;
  }
}
