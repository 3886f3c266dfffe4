import type { MeetingKind } from '../../treaty/meeting-kind.ts';
import type { TypedWhen } from './when-input.ts';

/** A State by its code and the name it is shown under. */
export interface Choice {
  iso3: string;
  name: string;
}

/** How often a meeting is repeated, as the form offers it. */
export const REPEATS = {
  no: 'Once',
  day: 'Every day',
  week: 'Every week',
  fortnight: 'Every second week',
  month: 'Every month',
} as const;
type Repeats = keyof typeof REPEATS;

/** What stands in the form, typed or filled in for the person. */
export interface Draft {
  title: string;
  kind: MeetingKind;
  typed: TypedWhen;
  place: string;
  agenda: string;
  online: boolean;
  states: readonly Choice[];
  /** The code of the Convention's meeting in whose margins it is. */
  margins: string | null;
  /** Members of the workspace. */
  people: readonly string[];
  repeats: Repeats;
  /** The Convention's own meeting that it is: its title and dates stand as on record. */
  convention: string | null;
  /** Of the message it was begun from. */
  link: string | null;
  followUp: string | null;
  through: string;
  /** What could not be filled in. */
  remark: string | null;
  /** Whether the form shows all its fields. */
  details: boolean;
}

export const emptyDraft = (zone: string): Draft => ({
  title: '',
  kind: 'informal',
  typed: { day: '', from: '', until: '', lastDay: '', zone },
  place: '',
  agenda: '',
  online: false,
  states: [],
  margins: null,
  people: [],
  repeats: 'no',
  convention: null,
  link: null,
  followUp: null,
  through: '/ccm meet',
  remark: null,
  details: false,
});
