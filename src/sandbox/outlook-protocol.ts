/**
 * What the page and the server of the sandbox say to each other of Outlook. Types only.
 *
 * - `GET /sandbox/outlook?from=2019-11-18&until=2019-11-25` -> `SeenCalendar`: what stands in those days, in Geneva.
 * - `POST /sandbox/outlook` an `OutlookAct` -> `ActAnswer`: what a person does in Outlook by hand.
 */

/** The calendar of the secretariat's mailbox, for some days. */
export interface SeenCalendar {
  mailbox: string;
  /** By their beginning. */
  events: readonly SeenEvent[];
}

export interface SeenEvent {
  id: string;
  /** The day of a series on which this one would be; null where it is no series. */
  on: string | null;
  subject: string;
  place: string;
  text: string;
  /** Whole days; `start` and `end` are then days, the last one included; else instants in ISO 8601, UTC. */
  allDay: boolean;
  start: string;
  end: string;
  online: boolean;
  attendees: readonly SeenAttendee[];
}

type Response = 'none' | 'accepted' | 'tentativelyAccepted' | 'declined';

export interface SeenAttendee {
  address: string;
  name: string;
  optional: boolean;
  response: Response;
  /** Another time that they propose, in ISO 8601, UTC. */
  proposes: { start: string; end: string } | null;
}

/** A time as Graph writes it: wall time and zone. */
interface WallTime {
  dateTime: string;
  timeZone: string;
}

/** What a person does in Outlook, by hand. */
export type OutlookAct =
  | {
      act: 'edit';
      id: string;
      changes: {
        subject?: string | undefined;
        location?: { displayName: string } | undefined;
        body?: { contentType: 'text' | 'html'; content: string } | undefined;
        start?: WallTime | undefined;
        end?: WallTime | undefined;
      };
    }
  | { act: 'delete'; id: string }
  | { act: 'move_to_calendar'; id: string; calendar: string }
  | { act: 'move_occurrence'; id: string; on: string; start: WallTime; end: WallTime }
  | { act: 'delete_occurrence'; id: string; on: string }
  | {
      act: 'answer';
      id: string;
      address: string;
      response: Exclude<Response, 'none'>;
      proposes: { start: WallTime; end: WallTime } | null;
    };
