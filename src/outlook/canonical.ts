import { Temporal } from 'temporal-polyfill';
import type { Invitee, MeetingField, MeetingFields, MeetingTime } from '../desk/calendar.ts';

/** In the order in which they are compared and told. */
export const FIELDS: readonly MeetingField[] = ['subject', 'when', 'place', 'agenda', 'invitees'];

/** Outlook keeps no more of a subject or place. */
export const LONGEST_LINE = 255;

const words = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
const line = (text: string): string => words(words(text).slice(0, LONGEST_LINE));
const lines = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gmu, '')
    .trim();

const time = (when: MeetingTime): string =>
  when.kind === 'days'
    ? `${when.first}/${when.last}`
    : `${Temporal.Instant.from(when.start).epochMilliseconds}/${Temporal.Instant.from(when.end).epochMilliseconds}`;

/** By what invitees are told apart, whatever capitals the directory writes. */
export const addressOf = ({ address }: Pick<Invitee, 'address'>): string => address.trim().toLowerCase();

const people = (invitees: readonly Invitee[]): string =>
  [
    ...new Map(
      invitees.map((each) => [addressOf(each), `${addressOf(each)} ${each.optional ? 'optional' : 'required'}`]),
    ),
  ]
    .map(([, text]) => text)
    .sort()
    .join('\n');

type Form = (field: MeetingField, fields: MeetingFields) => string;

/** One text for every way in which Outlook may write the same: line ends, blanks, capitals of addresses, order. */
export const loosely: Form = (field, fields) => {
  if (field === 'when') return time(fields.when);
  if (field === 'invitees') return people(fields.invitees);
  return field === 'agenda' ? words(fields.agenda) : line(fields[field]);
};

const closely: Form = (field, fields) => (field === 'agenda' ? lines(fields.agenda) : loosely(field, fields));

/** Whether the two sides say the same in this field. */
export const alike = (field: MeetingField, here: MeetingFields, there: MeetingFields): boolean =>
  loosely(field, here) === loosely(field, there);

/** Whether a person has changed this field in the desk; a new line of the agenda counts. */
export const changedHere = (field: MeetingField, now: MeetingFields, then: MeetingFields): boolean =>
  closely(field, now) !== closely(field, then);

/** Whether somebody has changed this field in Outlook; what Outlook itself rewrites does not count. */
export const changedThere = (field: MeetingField, now: MeetingFields, then: MeetingFields): boolean =>
  !alike(field, now, then);

/** Whether nothing at all was changed in the desk. */
export const sameHere = (now: MeetingFields, then: MeetingFields): boolean =>
  !FIELDS.some((field) => changedHere(field, now, then));
