import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answer, Invitee, MeetingTime, Occurrence } from '../../desk/calendar.ts';
import { ianaZone } from '../../desk/zones.ts';
import { addDays, parseDay } from '../../treaty/day.ts';
import type { RemoteEvent } from '../remote-event.ts';

const time = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const person = z.object({
  type: z.string().nullish(),
  status: z.object({ response: z.string().nullish() }).nullish(),
  emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }).nullish(),
  proposedNewTime: z.object({ start: time, end: time }).nullish(),
});
const shape = z.object({
  id: z.string(),
  '@odata.etag': z.string(),
  subject: z.string().nullish(),
  lastModifiedDateTime: z.string().nullish(),
  transactionId: z.string().nullish(),
  type: z.string().nullish(),
  seriesMasterId: z.string().nullish(),
  iCalUId: z.string().nullish(),
  webLink: z.string().nullish(),
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  start: time,
  end: time,
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  body: z.object({ content: z.string().nullish() }).nullish(),
  attendees: z.array(person).nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});

/** An event as Graph writes it; what the desk does not use is not looked at. */
export type GraphEvent = z.infer<typeof shape>;

/** Null when it is no event that can be read. */
export function parseEvent(body: unknown): GraphEvent | null {
  const parsed = shape.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** The instant of a wall time in its zone, to the second; null when it cannot be read. */
function instantOf({ dateTime, timeZone }: z.infer<typeof time>): string | null {
  try {
    const wall = Temporal.PlainDateTime.from(dateTime.replace(/Z$/, ''));
    return wall
      .toZonedDateTime(ianaZone(timeZone ?? 'UTC'))
      .toInstant()
      .round({ smallestUnit: 'second' })
      .toString();
  } catch {
    return null;
  }
}

/** Whole days are labels: whatever zone stands beside them, they are not converted. */
function timeOf(start: z.infer<typeof time>, end: z.infer<typeof time>, allDay: boolean): MeetingTime | null {
  if (allDay) {
    const [first, after] = [start, end].map(({ dateTime }) => parseDay(dateTime.slice(0, 10)));
    return first && after ? { kind: 'days', first, last: after > first ? addDays(after, -1) : first } : null;
  }
  const [from, to] = [instantOf(start), instantOf(end)];
  return from === null || to === null ? null : { kind: 'timed', start: from, end: to };
}

const ANSWERS: Readonly<Record<string, Answer['answer']>> = {
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};

const answerOf = ({ address, name }: Invitee, { status, proposedNewTime: slot }: z.infer<typeof person>): Answer => ({
  address,
  name,
  answer: ANSWERS[status?.response ?? ''] ?? 'none',
  proposes: slot ? timeOf(slot.start, slot.end, false) : null,
});

/** Null for an event whose times cannot be read: it counts as not named. */
export function remoteEventOf(event: GraphEvent): RemoteEvent | null {
  const when = timeOf(event.start, event.end, event.isAllDay ?? false);
  if (when === null) return null;
  const people = (event.attendees ?? []).flatMap((each) => {
    const address = each.emailAddress?.address ?? '';
    const invitee: Invitee = { address, name: each.emailAddress?.name ?? '', optional: each.type === 'optional' };
    return address === '' || each.type === 'resource' ? [] : [{ invitee, answer: answerOf(invitee, each) }];
  });
  return {
    id: event.id,
    etag: event['@odata.etag'],
    changedAt: changedAt(event.lastModifiedDateTime),
    transactionId: event.transactionId ?? null,
    cancelled: event.isCancelled ?? false,
    fields: {
      subject: event.subject ?? '',
      when,
      place: event.location?.displayName ?? '',
      agenda: event.body?.content ?? '',
      invitees: people.map(({ invitee }) => invitee),
    },
    answers: people.map(({ answer }) => answer),
    links: {
      webLink: event.webLink ?? null,
      joinUrl: event.onlineMeeting?.joinUrl ?? null,
      iCalUId: event.iCalUId ?? null,
    },
  };
}

function changedAt(text: string | null | undefined): string | null {
  try {
    return text ? Temporal.Instant.from(text).toString() : null;
  } catch {
    return null;
  }
}

/** One of a series; null when its times cannot be read. */
export function occurrenceOf(event: GraphEvent): Occurrence | null {
  const when = timeOf(event.start, event.end, event.isAllDay ?? false);
  return when === null ? null : { when, subject: event.subject ?? '', changed: event.type === 'exception' };
}
