import { isDeepStrictEqual } from 'node:util';
import type { MeetingRow } from '../../db/read/meetings.ts';
import type { MeetingField, MeetingFields, PlannedMeeting } from '../../desk/calendar.ts';

/** In the order in which they are told. */
export const FIELDS: readonly MeetingField[] = ['subject', 'when', 'place', 'agenda', 'invitees'];

/** Whether it should stand in a calendar: one that is cancelled, or of which only the month is known, should not. */
export const isSent = ({ status, when }: Pick<MeetingRow, 'status' | 'when'>): boolean =>
  status !== 'cancelled' && when.kind !== 'month';

/** What stands in the desk and in Outlook alike; null while only the month is known. */
export function fieldsOf({ title, when, place, agenda, invitees }: MeetingRow): MeetingFields | null {
  if (when.kind === 'month') return null;
  const addressed = invitees.filter(({ address }) => address !== '');
  return {
    subject: title,
    when,
    place,
    agenda,
    invitees: addressed.map(({ address, name, optional }) => ({ address, name, optional })),
  };
}

/** The meeting as the calendar is to have it; null where it should not stand there. */
export function plannedOf(row: MeetingRow): PlannedMeeting | null {
  const fields = fieldsOf(row);
  if (fields === null || !isSent(row)) return null;
  const { id, convention, zone, online, repeats } = row;
  return { id, convention: convention !== null, fields, zone, online, repeats };
}

/** Whether each of the fields in `from` is what it is in the desk now. */
export function unchangedSince(now: MeetingFields, from: Partial<MeetingFields>): boolean {
  return FIELDS.every((field) => !(field in from) || isDeepStrictEqual(now[field], from[field]));
}
