import type { CalendarRefusal, CalendarTrouble, Occurrence } from '../desk/calendar.ts';
import type { Op } from './ops.ts';
import type { RemoteEvent } from './remote-event.ts';

export interface Window {
  /** Instants: an event belongs to it that begins before `until` and ends after `from`. */
  from: string;
  until: string;
}

export type Reading =
  /** Read to its end: every page of it. */
  | {
      kind: 'read';
      events: readonly RemoteEvent[];
      /** No longer in the window, for whatever reason. */
      removed: readonly string[];
      /** Ids of series of which something was named. */
      series: readonly string[];
      deltaLink: string;
    }
  /** The link has ended its life: all is to be read again. */
  | { kind: 'reset' }
  | { kind: 'failed'; trouble: CalendarTrouble };

export type Looked =
  | { kind: 'there'; event: RemoteEvent }
  | { kind: 'gone' }
  /** Outlook gave no answer that says either. */
  | { kind: 'unknown' };

export type Sent =
  /** Made or changed: the event as it stands now. */
  | { kind: 'done'; event: RemoteEvent }
  | { kind: 'deleted' }
  /** There is no such event. */
  | { kind: 'gone' }
  /** Somebody has changed it since it was read. */
  | { kind: 'changed_meanwhile' }
  /** Something was made under this name before; which, if Outlook says so. */
  | { kind: 'name_used'; event: RemoteEvent | null }
  | { kind: 'refused'; why: CalendarRefusal; code: string }
  /** No answer, or none that says whether it was done; or not now. */
  | { kind: 'unknown' };

/** An operation that changes Outlook. */
export type Write = Exclude<Op, { kind: 'find' }>;

/** One calendar as the desk uses it, whatever is behind it. Refusals are values. */
export interface RemoteCalendar {
  /** What has changed since the link was given; all of the window without one. */
  read(link: string | null, window: Window): Promise<Reading>;
  /** Asks for events one by one; the answers in the same order. */
  look(ids: readonly string[]): Promise<readonly Looked[]>;
  /** Looks for events by the names under which they were made; the answers in the same order. */
  find(names: readonly string[]): Promise<readonly Looked[]>;
  /** What stands of each series within the window; null where it could not be read. */
  occurrences(series: readonly string[], window: Window): Promise<readonly (readonly Occurrence[] | null)[]>;
  /** Sends each once; `onAnswer` is awaited before more is sent than is under way. */
  send(writes: readonly Write[], onAnswer: (write: Write, sent: Sent) => Promise<void>): Promise<void>;
}
