import { changes, creation, etagOf, type StoredEvent } from './event.ts';
import { keptChanges, type Mailbox } from './mailbox.ts';
import { badRequest, type GraphReply, type GraphRequest, notFound, refusal, reply } from './reply.ts';
import { instantOf, isZoneName } from './times.ts';
import { occurrencesIn, windowFrom, wishesIn, written } from './written.ts';

/** How Exchange says that a transaction id was used: all three have been seen. */
type DuplicateStyle = 'bad_request' | 'conflict' | 'conflict_with_id';

/** In what one Exchange differs from another. */
export interface Habits {
  duplicates: DuplicateStyle;
  /** Whether it knows zones by their names in Windows alone. */
  windowsAlone: boolean;
}

/** Whether the times hang together; in Graph's words where they do not. */
function wrongTimes(
  { start, end, isAllDay }: Pick<StoredEvent, 'start' | 'end' | 'isAllDay'>,
  windowsAlone: boolean,
): GraphReply | null {
  for (const { timeZone } of [start, end])
    if (!isZoneName(timeZone, windowsAlone))
      return refusal(400, 'TimeZoneNotSupportedException', `${timeZone} is not supported.`);
  const midnight = [start, end].every(({ dateTime }) => /T00:00(:00(\.0+)?)?$/.test(dateTime));
  if (isAllDay && (!midnight || start.timeZone !== end.timeZone))
    return refusal(
      400,
      'ErrorPropertyValidationFailure',
      'The Event.Start property for an all-day event needs to be set to midnight.',
    );
  if (instantOf(start).epochMilliseconds > instantOf(end).epochMilliseconds)
    return refusal(
      400,
      'ErrorPropertyValidationFailure',
      'At least one property failed validation: the end is before the start.',
    );
  return null;
}

export function createEvent(
  mailbox: Mailbox,
  request: GraphRequest,
  calendar: string,
  { duplicates, windowsAlone }: Habits,
): GraphReply {
  const parsed = creation.safeParse(request.body);
  if (!parsed.success)
    return badRequest(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const { transactionId } = parsed.data;
  const used = transactionId === undefined ? undefined : mailbox.used.get(transactionId);
  if (used !== undefined) return duplicate(used, duplicates, request);
  const wrong = wrongTimes(parsed.data, windowsAlone);
  if (wrong !== null) return wrong;
  return reply(201, written(mailbox.create(parsed.data, calendar), wishesIn(request.headers['prefer'])));
}

function duplicate(number: number, style: DuplicateStyle, request: GraphRequest): GraphReply {
  const immutable = wishesIn(request.headers['prefer']).immutable;
  const id = `${immutable ? 'AAkALg' : 'AAMkAG'}/${number}+${immutable ? 'Qk' : 'Zt'}==`;
  const more = style === 'conflict_with_id' ? { '@event.existingEventId': id } : {};
  const message =
    'Your request can’t be completed. The transaction id has already been used to create a different event.';
  return refusal(style === 'bad_request' ? 400 : 409, 'ErrorDuplicateTransactionId', message, {}, more);
}

const conflict = (): GraphReply =>
  refusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );

const unmatched = (event: StoredEvent, request: GraphRequest): boolean => {
  const wanted = request.headers['if-match'];
  return wanted !== undefined && wanted !== '*' && wanted !== etagOf(event);
};

export function changeEvent(
  mailbox: Mailbox,
  request: GraphRequest,
  event: StoredEvent,
  { windowsAlone }: Pick<Habits, 'windowsAlone'>,
): GraphReply {
  if (unmatched(event, request)) return conflict();
  const parsed = changes.safeParse(request.body);
  if (!parsed.success)
    return badRequest(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const kept = keptChanges(event, parsed.data);
  const wrong = wrongTimes({ ...event, ...kept }, windowsAlone);
  if (wrong !== null) return wrong;
  return reply(200, written(mailbox.change(event, kept), wishesIn(request.headers['prefer'])));
}

export function deleteEvent(mailbox: Mailbox, request: GraphRequest, event: StoredEvent): GraphReply {
  if (unmatched(event, request)) return conflict();
  mailbox.remove(event);
  return reply(204);
}

export function instancesOf(request: GraphRequest, event: StoredEvent): GraphReply {
  const window = windowFrom(request.query);
  if (window === null) return badRequest('startDateTime and endDateTime are required.');
  return reply(200, { value: occurrencesIn(event, window, wishesIn(request.headers['prefer'])) });
}

/** The events of a calendar; a filter is understood only when it asks for one extended property. */
export function listEvents(mailbox: Mailbox, request: GraphRequest, calendar: string): GraphReply {
  const filter = request.query.get('$filter');
  const asked = /any\(ep: ep\/id eq '(.+?)' and ep\/value eq '(.+?)'\)$/.exec(filter ?? '');
  if (filter !== null && asked === null) return badRequest('Invalid filter clause');
  const fits = (event: StoredEvent): boolean =>
    asked === null ||
    event.properties.some(({ id, value }) => id === asked[1] && value === asked[2]?.replaceAll("''", "'"));
  const events = [...mailbox.events.values()].filter((event) => event.calendar === calendar && fits(event));
  return reply(200, { value: events.map((event) => written(event, wishesIn(request.headers['prefer']))) });
}

export function readEvent(request: GraphRequest, event: StoredEvent | null): GraphReply {
  return event === null ? notFound() : reply(200, written(event, wishesIn(request.headers['prefer'])));
}
