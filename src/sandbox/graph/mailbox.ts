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
  /** The number that was given last: no event is ever given it again. */
  last(): number;
  /** Empties it. */
  clear(): void;
}

/** What of a mailbox outlives its process. */
export interface KeptMailbox {
  last: number;
  events: readonly StoredEvent[];
  used: Readonly<Record<string, number>>;
}

/** A mailbox as it was kept, or an empty one; `now` is the time that people in Outlook read on their clocks. */
export function mailboxOf(address: string, now: () => number, kept: KeptMailbox | null = null): Mailbox {
  let last = kept?.last ?? 0;
  const listeners: Parameters<Mailbox['onChange']>[0][] = [];
  const tell = (event: StoredEvent, kind: 'created' | 'updated' | 'deleted'): void => {
    mailbox.log.push(event.number);
    for (const listener of listeners) listener(event, kind);
  };
  /** No two changes of an event at one instant, and none before the one before, also once the clock was moved back. */
  const instant = (before: string | null): string => {
    const after = before === null ? 0 : Temporal.Instant.from(before).epochMilliseconds + 1;
    return Temporal.Instant.fromEpochMilliseconds(Math.max(after, Math.floor(now()))).toString({
      fractionalSecondDigits: 7,
    });
  };
  const mailbox: Mailbox = {
    address,
    events: new Map((kept?.events ?? []).map((event) => [event.number, event])),
    log: [],
    used: new Map(Object.entries(kept?.used ?? {})),
    byId: (id) => mailbox.events.get(numberIn(id) ?? 0) ?? null,
    create(creation, calendar) {
      last += 1;
      const at = instant(null);
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
        exceptions: {},
        removedDays: [],
      };
      mailbox.events.set(event.number, event);
      if (event.transactionId !== null) mailbox.used.set(event.transactionId, event.number);
      tell(event, 'created');
      return event;
    },
    change(event, changes) {
      const next = { ...event, ...changes, version: event.version + 1, modifiedAt: instant(event.modifiedAt) };
      mailbox.events.set(next.number, next);
      tell(next, 'updated');
      return next;
    },
    remove(event) {
      mailbox.events.delete(event.number);
      tell(event, 'deleted');
    },
    onChange: (listener) => void listeners.push(listener),
    last: () => last,
    clear() {
      mailbox.events.clear();
      mailbox.used.clear();
      mailbox.log = [];
    },
  };
  return mailbox;
}

function attendeesOf(given: Creation['attendees'], before: StoredEvent['attendees']): StoredEvent['attendees'] {
  return given.map(({ emailAddress: { address, name = '' }, type }) => {
    const known = before.find((each) => each.address.toLowerCase() === address.toLowerCase());
    return { address, name, type, response: known?.response ?? 'none', proposes: known?.proposes ?? null };
  });
}

/** What a request changes of an event, as it is kept. A new time puts the answers back: everybody is asked again. */
export function keptChanges(event: StoredEvent, changes: Changes): Partial<StoredEvent> {
  const { subject, body, start, end, isAllDay, location } = changes;
  const moved = [start, end].some((time) => time !== undefined);
  const named = changes.attendees === undefined ? event.attendees : attendeesOf(changes.attendees, event.attendees);
  const attendees = moved ? named.map((each) => ({ ...each, response: 'none' as const, proposes: null })) : named;
  return {
    ...(subject === undefined ? {} : { subject: subject.slice(0, 255) }),
    ...(body === undefined ? {} : { html: htmlOf(body), online: false }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(isAllDay === undefined ? {} : { isAllDay }),
    ...(location === undefined ? {} : { place: location.displayName }),
    ...(attendees === event.attendees ? {} : { attendees }),
  };
}
