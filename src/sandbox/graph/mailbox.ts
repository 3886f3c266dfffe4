import { Temporal } from 'temporal-polyfill';
import { type Changes, type Creation, numberIn, type StoredEvent } from './event.ts';
import { htmlOf } from './written.ts';

/** A mailbox with its calendar, in memory. */
export interface Mailbox {
  address: string;
  events: Map<number, StoredEvent>;
  /** Numbers of events in the order in which they were changed. */
  log: number[];
  /** Transaction ids that were used, and for which event. */
  used: Map<string, number>;
  byId(id: string): StoredEvent | null;
  create(creation: Creation, calendar: string): StoredEvent;
  change(event: StoredEvent, changes: Partial<StoredEvent>): StoredEvent;
  remove(event: StoredEvent): void;
  onChange(listener: (event: StoredEvent, kind: 'created' | 'updated' | 'deleted') => void): void;
}

/** An empty mailbox; `now` is the machine's time. */
export function mailboxOf(address: string, now: () => number): Mailbox {
  let last = 0;
  const listeners: Parameters<Mailbox['onChange']>[0][] = [];
  const tell = (event: StoredEvent, kind: 'created' | 'updated' | 'deleted'): void => {
    mailbox.log.push(event.number);
    for (const listener of listeners) listener(event, kind);
  };
  let stamp = 0;
  /** No two changes at one instant. */
  const instant = (): string => {
    stamp = Math.max(stamp + 1, now());
    return Temporal.Instant.fromEpochMilliseconds(stamp).toString({ fractionalSecondDigits: 7 });
  };
  const mailbox: Mailbox = {
    address,
    events: new Map(),
    log: [],
    used: new Map(),
    byId: (id) => mailbox.events.get(numberIn(id) ?? 0) ?? null,
    create(creation, calendar) {
      last += 1;
      const at = instant();
      const event: StoredEvent = {
        number: last,
        calendar,
        version: 1,
        createdAt: at,
        modifiedAt: at,
        subject: creation.subject.slice(0, 255),
        html: htmlOf(creation.body ?? { contentType: 'text', content: '' }),
        start: creation.start,
        end: creation.end,
        isAllDay: creation.isAllDay,
        place: creation.location?.displayName ?? '',
        attendees: attendeesOf(creation.attendees, []),
        online: creation.isOnlineMeeting,
        transactionId: creation.transactionId ?? null,
        properties: creation.singleValueExtendedProperties,
        recurrence: creation.recurrence ?? null,
        exceptions: new Map(),
        removedDays: new Set(),
      };
      mailbox.events.set(event.number, event);
      if (event.transactionId !== null) mailbox.used.set(event.transactionId, event.number);
      tell(event, 'created');
      return event;
    },
    change(event, changes) {
      const next: StoredEvent = { ...event, ...changes, version: event.version + 1, modifiedAt: instant() };
      mailbox.events.set(next.number, next);
      tell(next, 'updated');
      return next;
    },
    remove(event) {
      mailbox.events.delete(event.number);
      tell(event, 'deleted');
    },
    onChange: (listener) => void listeners.push(listener),
  };
  return mailbox;
}

function attendeesOf(given: Creation['attendees'], before: StoredEvent['attendees']): StoredEvent['attendees'] {
  return given.map(({ emailAddress: { address, name = '' }, type }) => {
    const known = before.find((each) => each.address.toLowerCase() === address.toLowerCase());
    return { address, name, type, response: known?.response ?? 'none', proposes: known?.proposes ?? null };
  });
}

/** What a request changes of an event, as it is kept. A new time puts the answers back. */
export function keptChanges(event: StoredEvent, changes: Changes): Partial<StoredEvent> {
  const { subject, body, start, end, isAllDay, location, attendees } = changes;
  return {
    ...(subject === undefined ? {} : { subject: subject.slice(0, 255) }),
    ...(body === undefined ? {} : { html: htmlOf(body), online: false }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(isAllDay === undefined ? {} : { isAllDay }),
    ...(location === undefined ? {} : { place: location.displayName }),
    ...(attendees === undefined ? {} : { attendees: attendeesOf(attendees, event.attendees) }),
  };
}
