import { Temporal } from 'temporal-polyfill';
import type { Invitee, MeetingFields, MeetingTime, PlannedMeeting, Repetition } from '../../desk/calendar.ts';
import { isZone } from '../../desk/schedule.ts';
import { ianaZone } from '../../desk/zones.ts';
import { addDays, type Day } from '../../treaty/day.ts';

/** Under which Outlook keeps the name that an event was made with, so that it can be searched for. */
export const TAG = 'String {6d2f9a54-8f0c-4a7e-9b33-1c5e0a5d4f11} Name action5Meeting';

interface GraphTime {
  dateTime: string;
  timeZone: string;
}

/** How a zone is called in what is sent: by its name in IANA, or in Windows; null where it has none. */
export type ZoneName = (zone: string) => string | null;

/** The wall time in the zone of the meeting; in UTC where the clocks are put back over it, or the name may mean another time. */
function wallTime(at: string, zone: string, name: ZoneName): GraphTime {
  const instant = Temporal.Instant.from(at);
  const inUtc = { dateTime: instant.toZonedDateTimeISO('UTC').toPlainDateTime().toString(), timeZone: 'UTC' };
  if (!isZone(zone)) return inUtc;
  const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  const timeZone = name(zone);
  const means = (as: string, disambiguation: 'earlier' | 'later'): boolean =>
    isZone(as) && wall.toZonedDateTime(as, { disambiguation }).toInstant().equals(instant);
  const sure =
    timeZone !== null && [zone, ianaZone(timeZone)].every((as) => means(as, 'earlier') && means(as, 'later'));
  return sure ? { dateTime: wall.toString(), timeZone } : inUtc;
}

const midnight = (on: Day, timeZone: string | null): GraphTime => ({
  dateTime: `${on}T00:00:00`,
  timeZone: timeZone ?? 'UTC',
});

const timesOf = (when: MeetingTime, zone: string, name: ZoneName) =>
  when.kind === 'days'
    ? { isAllDay: true, start: midnight(when.first, name(zone)), end: midnight(addDays(when.last, 1), name(zone)) }
    : { isAllDay: false, start: wallTime(when.start, zone, name), end: wallTime(when.end, zone, name) };

const attendee = ({ address, name, optional }: Invitee) => ({
  emailAddress: { address, ...(name === '' ? {} : { name }) },
  type: optional ? 'optional' : 'required',
});

/** Fields in Graph's words; only those that are given. */
export function bodyOf(fields: Partial<MeetingFields>, zone: string, name: ZoneName) {
  const { subject, when, place, agenda, invitees } = fields;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(when === undefined ? {} : timesOf(when, zone, name)),
    ...(place === undefined ? {} : { location: { displayName: place } }),
    ...(agenda === undefined ? {} : { body: { contentType: 'text', content: agenda } }),
    ...(invitees === undefined ? {} : { attendees: invitees.map(attendee) }),
  };
}

function recurrence({ every, interval, until }: Repetition, when: MeetingTime, zone: string, name: ZoneName) {
  const first = when.kind === 'days' ? Temporal.PlainDate.from(when.first) : firstDay(when.start, zone);
  const weekday = first.toLocaleString('en', { weekday: 'long' }).toLowerCase();
  const pattern = {
    day: { type: 'daily', interval },
    week: { type: 'weekly', interval, daysOfWeek: [weekday] },
    month: { type: 'absoluteMonthly', interval, dayOfMonth: first.day },
  }[every];
  return {
    pattern,
    range: { type: 'endDate', startDate: first.toString(), endDate: until, recurrenceTimeZone: name(zone) ?? 'UTC' },
  };
}

const firstDay = (start: string, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDate();

/** A new event, with its name twice: as Graph's guard against doubles, and to be found by. */
export const creationOf = (
  { zone, online, repeats }: PlannedMeeting,
  fields: MeetingFields,
  transactionId: string,
  name: ZoneName,
) => ({
  ...bodyOf(fields, zone, name),
  ...(online ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
  ...(repeats === null ? {} : { recurrence: recurrence(repeats, fields.when, zone, name) }),
  transactionId,
  singleValueExtendedProperties: [{ id: TAG, value: transactionId }],
});
