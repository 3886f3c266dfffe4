import type { Day } from '../treaty/day.ts';

/** When a meeting is: two instants, or whole days, which are labels and never converted. */
export type MeetingTime =
  /** ISO 8601 in UTC to the second: "2019-11-21T09:00:00Z"; the end is after the start. */
  | { kind: 'timed'; start: string; end: string }
  /** `last` is the last day of the meeting itself. */
  | { kind: 'days'; first: Day; last: Day };

export interface Invitee {
  /** The e-mail address, by which people are told apart; compared without regard to capitals. */
  address: string;
  name: string;
  optional: boolean;
}

/** What of a meeting stands in the desk and in Outlook alike. */
export interface MeetingFields {
  subject: string;
  when: MeetingTime;
  /** The place in words; empty when none is given. */
  place: string;
  /** Plain text; empty when there is none. An online meeting's text is Outlook's once it was made. */
  agenda: string;
  invitees: readonly Invitee[];
}

export type MeetingField = keyof MeetingFields;

/** A meeting again and again, as a whole: made and cancelled from the desk, never changed from it. */
export interface Repetition {
  every: 'day' | 'week' | 'month';
  /** Each time, every second time…: 1, 2… */
  interval: number;
  until: Day;
}

/** A meeting as the desk wants it to stand in Outlook. A month alone, or one that is cancelled, is not given at all. */
export interface PlannedMeeting {
  id: string;
  /** The Convention's own: its subject and dates are the desk's, whatever is done in Outlook. */
  convention: boolean;
  fields: MeetingFields;
  /** IANA zone in which it was planned; people see their own. */
  zone: string;
  /** Whether a Teams link is wished; it can only be given when it is made. */
  online: boolean;
  repeats: Repetition | null;
}

/** What an invitee has answered in Outlook. */
export interface Answer {
  address: string;
  name: string;
  answer: 'none' | 'accepted' | 'tentative' | 'declined';
  /** Another time that the invitee proposes. */
  proposes: MeetingTime | null;
}

/** One of a series, as it stands in Outlook. */
export interface Occurrence {
  when: MeetingTime;
  subject: string;
  /** Changed by somebody in Outlook, apart from the series. */
  changed: boolean;
}

/** Where the meeting can be opened; null where Outlook gives none. */
export interface MeetingLinks {
  webLink: string | null;
  joinUrl: string | null;
  iCalUId: string | null;
}

/** Why Outlook does not take a meeting as it is: it is sent again once the meeting was changed. */
export type CalendarRefusal =
  /** Outlook takes 500. */
  | 'too_many_invitees'
  /** The mailbox, or what the desk may do in it. */
  | 'access'
  | 'other';

/** What has become of a meeting in Outlook. After a crash the same may be told again. */
export type CalendarNews = { meeting: string } & (
  | ({ kind: 'linked' } & MeetingLinks)
  /**
   * Changed in Outlook and not here: `to` holds the fields that changed, `from` what they were here. To be kept only if they
   * still are; the instant is Outlook's own of the change.
   */
  | { kind: 'changed'; from: Partial<MeetingFields>; to: Partial<MeetingFields>; at: string | null }
  /** All of the answers, each time one changes. */
  | { kind: 'answers'; answers: readonly Answer[] }
  /** Changed here and there to different values: neither is overwritten until `Calendar.settle`. Replaces an earlier one of the field. */
  | { kind: 'disputed'; field: MeetingField; here: MeetingFields; there: MeetingFields }
  /** Changed on one side meanwhile, so that there is no longer anything to decide. */
  | { kind: 'undisputed'; field: MeetingField }
  /** Changed in Outlook though the field is the desk's: put back there to what it is here. */
  | { kind: 'put_back'; field: MeetingField; there: MeetingFields }
  /** Deleted in Outlook, not changed here: a person decides, by `Calendar.makeAgain` or by cancelling it here. */
  | { kind: 'deleted'; at: string | null }
  /** It is there again after all: nobody need decide. */
  | { kind: 'restored' }
  | { kind: 'occurrences'; occurrences: readonly Occurrence[] }
  /** `code` is Graph's own word for it. */
  | { kind: 'refused'; why: CalendarRefusal; code: string }
);

/** Why nothing is sent or changed any more until a person has looked. */
export type CalendarTrouble =
  /** Most of the meetings have gone from the calendar at once. */
  | { kind: 'vanished'; gone: number; of: number }
  /** Graph refuses the desk: an expired secret, a policy, a mailbox that is not there. */
  | { kind: 'refused'; code: string; text: string }
  /** Not reached, or too busy, for a while; it is tried again by itself. */
  | { kind: 'unreachable'; text: string };

/** What the meetings feature offers to the calendar. */
export interface MeetingBook {
  /** Every meeting that should stand in Outlook. */
  planned(): Promise<readonly PlannedMeeting[]>;
  /** Keeps the news, in one transaction; `stale`: the field was changed here meanwhile, so nothing of it was kept. */
  hear(news: CalendarNews): Promise<'kept' | 'stale'>;
  /** Something is wrong with the calendar as a whole; null when it is well again. Told once for each change. */
  trouble(trouble: CalendarTrouble | null): Promise<void>;
}

/** The calendar in Outlook, as features see it; there is none where Outlook is not set up, and then `.ics` files serve. */
export interface Calendar {
  /** Has the two sides compared soon: after a meeting was kept, changed or cancelled. */
  poke(): void;
  /** A person has chosen for a field in dispute; `over`: the two values are no longer those that were shown. */
  settle(meeting: string, field: MeetingField, keep: 'here' | 'there'): Promise<'settled' | 'over'>;
  /** A person wants a meeting deleted in Outlook to be made there again; `over`: it is there, or was never there. */
  makeAgain(meeting: string): Promise<'settled' | 'over'>;
  /** A person has looked after `vanished`: what is gone is gone, and is asked about meeting by meeting. */
  goOn(): Promise<void>;
}
