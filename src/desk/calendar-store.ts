import type { Answer, MeetingField, MeetingFields, Occurrence } from './calendar.ts';

/** Two values of one field that people have to choose between, as they were told of them. */
export interface Dispute {
  field: MeetingField;
  here: MeetingFields;
  there: MeetingFields;
}

/** What both sides last agreed on for one meeting. Plain data, fit for a JSON column; times are ISO 8601. */
export interface SyncRow {
  meeting: string;
  /** Grows with each save: a save made from an older copy is refused. */
  version: number;
  /** How often it has been made in Outlook; each time under a transaction id of its own. 0: not yet. */
  incarnation: number;
  /** The event in Outlook; null while it is being made, when it is deleted, and before. */
  remote: { id: string; etag: string; changedAt: string | null } | null;
  /** What was sent to make it, until it is known to have arrived; repeated word for word. */
  making: { fields: MeetingFields; idUsed: boolean } | null;
  /** Each side as it was when they last agreed: Outlook rewrites texts, so that the two may differ in letters. */
  agreed: { here: MeetingFields; there: MeetingFields } | null;
  disputes: readonly Dispute[];
  /** Deleted in Outlook, and somebody was asked what to do. */
  asked: boolean;
  /** What Outlook did not take; it is not sent again unchanged. */
  refused: MeetingFields | null;
  answers: readonly Answer[];
  occurrences: readonly Occurrence[];
}

/** A subscription to notices of Graph. */
export interface CalendarSubscription {
  id: string;
  /** The secret that each notice must repeat. */
  clientState: string;
  grantedAt: string;
  expiresAt: string;
}

/** What is known of one calendar as a whole. Plain data, fit for a JSON column. */
export interface CalendarState {
  version: number;
  /** Where the next reading goes on; null: all is read again. */
  deltaLink: string | null;
  /** The span of time that the link covers. */
  window: { from: string; until: string } | null;
  subscription: CalendarSubscription | null;
  /** A person has to look before anything is sent again. */
  halted: { gone: number; of: number } | null;
  /** A person has looked: the next reading may find most of the meetings gone. */
  mayVanish: boolean;
}

/** Keeps what both sides last agreed on. All of it is lost without harm: events are then recognised by their transaction ids. */
export interface SyncStore {
  rows(): Promise<readonly SyncRow[]>;
  row(meeting: string): Promise<SyncRow | null>;
  /** Saves it with `version` one higher; false, and nothing saved, when the stored one is not of `row.version` (0: there is none). */
  saveRow(row: SyncRow): Promise<boolean>;
  state(): Promise<CalendarState>;
  /** As for rows. */
  saveState(state: CalendarState): Promise<boolean>;
  /** Takes the calendar for one process until an instant of the machine's clock, or goes on holding it; false: another has it. */
  hold(holder: string, now: string, until: string): Promise<boolean>;
  release(holder: string): Promise<void>;
}

/** A calendar of which nothing is known yet. */
export const NEW_CALENDAR: CalendarState = {
  version: 0,
  deltaLink: null,
  window: null,
  subscription: null,
  halted: null,
  mayVanish: false,
};
