import type { Answer, MeetingFields, MeetingLinks, Occurrence } from '../desk/calendar.ts';
import type { SyncRow } from '../desk/calendar-store.ts';

/** An event as it was read from Outlook, in the desk's own terms. */
export interface RemoteEvent {
  /** Immutable. */
  id: string;
  etag: string;
  /** Outlook's instant of its last change. */
  changedAt: string | null;
  /** Under which it was made; null for what was made by hand. */
  transactionId: string | null;
  cancelled: boolean;
  fields: MeetingFields;
  answers: readonly Answer[];
  links: MeetingLinks;
}

/** What a reading of the calendar has shown. What it does not name is as it was when it was read last. */
export interface RemoteView {
  /** Each event once, in its newest form. */
  events: readonly RemoteEvent[];
  /** Ids of events that are certainly not in the calendar: they were asked for one by one. */
  gone: readonly string[];
  /** Transaction ids that Outlook calls used, of which no event was found. */
  untraceable: readonly string[];
  /** For each series that was read again, by the id of the series: what stands of it. */
  occurrences: ReadonlyMap<string, readonly Occurrence[]>;
}

/** The name under which a meeting is made for the `incarnation`-th time; Outlook takes each but once. */
export const transactionId = (meeting: string, incarnation: number): string => `${meeting}:${incarnation}`;

/** The meeting and incarnation that a transaction id names; null when the desk has not given it. */
export function readTransactionId(text: string | null): { meeting: string; incarnation: number } | null {
  const found = /^(.+):([1-9]\d{0,8})$/s.exec(text ?? '');
  return found?.[1] === undefined ? null : { meeting: found[1], incarnation: Number(found[2]) };
}

/** Whether an event of this incarnation may be the meeting's: of the making under way, or a later one; never one that was deleted before. */
export const linkable = (row: SyncRow | null, incarnation: number): boolean =>
  row?.remote == null && incarnation >= (row === null ? 1 : row.incarnation + (row.making === null ? 1 : 0));
