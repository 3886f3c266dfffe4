import type { CalendarNews, MeetingFields, PlannedMeeting } from '../desk/calendar.ts';
import type { SyncRow } from '../desk/calendar-store.ts';

/** What is to be done in Outlook for one meeting. */
export type Op =
  /** `fields` as they were first sent, if they were: a creation is repeated word for word. */
  | { kind: 'create'; plan: PlannedMeeting; transactionId: string; fields: MeetingFields }
  /** Of the invitees all are named, since Outlook replaces the list. */
  | { kind: 'update'; plan: PlannedMeeting; id: string; etag: string; patch: Partial<MeetingFields> }
  | { kind: 'delete'; id: string; etag: string }
  /** Outlook has made an event of this name and has not said which: it is looked for. */
  | { kind: 'find'; transactionId: string };

/** What is to be done for one meeting, in this order: tell the news, keep the row, then send. */
export interface Step {
  meeting: string;
  news: readonly CalendarNews[];
  /** What is known once the news are told; null when nothing new is. */
  row: SyncRow | null;
  op: Op | null;
}

/** Most of the meetings have gone at once: nothing is done until a person has looked. */
export interface Halt {
  gone: number;
  of: number;
}
