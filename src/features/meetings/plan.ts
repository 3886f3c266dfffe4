import type { Temporal } from 'temporal-polyfill';
import type { MeetingWhen } from '../../db/read/meetings.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Repetition } from '../../desk/calendar.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { MeetingKind } from '../../treaty/meeting-kind.ts';
import type { NewInvitee } from './store.ts';

/** What of a meeting people give and change in a form. */
export interface Particulars {
  title: string;
  kind: MeetingKind;
  when: MeetingWhen;
  zone: string;
  place: string;
  agenda: string;
  states: readonly Iso3[];
  /** The code of the Convention's meeting in whose margins it is. */
  margins: string | null;
}

/** A meeting that is to be planned. */
export interface NewMeeting extends Particulars {
  online: boolean;
  repeats: Repetition | null;
  invitees: readonly NewInvitee[];
  /** The Convention's own meeting that it is. */
  convention: string | null;
  link: string | null;
  followUp: string | null;
}

/** Calendars take no more. */
export const MOST_INVITEES = 500;

/** Why nothing was kept. */
export type Refusal =
  | { kind: 'not_allowed' }
  /** It would begin in the past. */
  | { kind: 'past' }
  | { kind: 'too_many'; invited: number }
  /** There is none of that name, or it was cancelled. */
  | { kind: 'gone' }
  /** One that is repeated is made and cancelled as a whole. */
  | { kind: 'series' }
  /** It has not been yet. */
  | { kind: 'not_over' }
  /** What was to be decided has been decided, or is no longer so. */
  | { kind: 'over' };

export type MeetingOutcome = { kind: 'done'; id: string; reference: string } | Refusal;

/** Who does it, when, and by which submission: the same one does it once. */
export interface By {
  actor: Actor;
  at: Temporal.Instant;
  through: string;
  submission?: string;
}
