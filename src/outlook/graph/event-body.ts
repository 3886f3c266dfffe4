import { Temporal } from 'temporal-polyfill';
import type { Invitee, MeetingFields, MeetingTime, PlannedMeeting, Repetition } from '../../desk/calendar.ts';
import { isZone } from '../../desk/schedule.ts';
import { addDays, type Day } from '../../treaty/day.ts';

/** Under which Outlook keeps the name that an event was made with, so that it can be searched for. */
export const TAG = 'String {6d2f9a54-8f0c-4a7e-9b33-1c5e0a5d4f11} Name action5Meeting';

interface GraphTime {
  dateTime: string;
  timeZone: string;
}

/** The wall time in the zone of the meeting; in UTC where the clocks are put back over it, so that it is never the wrong one of two. */
function wallTime(at: string, zone: string): GraphTime {
  const instant = Temporal.Instant.from(at);
  const inUtc = { dateTime: instant.toZonedDateTimeISO('UTC').toPlainDateTime().toString(), timeZone: 'UTC' };
  if (!isZone(zone)) return inUtc;
  const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  return first !== undefined && second !== undefined && first.equals(second)
    ? { dateTime: wall.toString(), timeZone: zone }
    : inUtc;
}

const midnight = (on: Day, timeZone: string): GraphTime => ({ dateTime: `${on}T00:00:00`, timeZone });

const timesOf = (when: MeetingTime, zone: string) =>
  when.kind === 'days'
    ? { isAllDay: true, start: midnight(when.first, zone), end: midnight(addDays(when.last, 1), zone) }
    : { isAllDay: false, start: wallTime(when.start, zone), end: wallTime(when.end, zone) };

const attendee = ({ address, name, optional }: Invitee) => ({
  emailAddress: { address, ...(name === '' ? {} : { name }) },
  type: optional ? 'optional' : 'required',
});

/** Fields in Graph's words; only those that are given. */
export function bodyOf(fields: Partial<MeetingFields>, zone: string) {
  const { subject, when, place, agenda, invitees } = fields;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(when === undefined ? {} : timesOf(when, zone)),
    ...(place === undefined ? {} : { location: { displayName: place } }),
    ...(agenda === undefined ? {} : { body: { contentType: 'text', content: agenda } }),
    ...(invitees === undefined ? {} : { attendees: invitees.map(attendee) }),
  };
}

function recurrence({ every, interval, until }: Repetition, when: MeetingTime, zone: string) {
  const first = when.kind === 'days' ? Temporal.PlainDate.from(when.first) : firstDay(when.start, zone);
  const weekday = first.toLocaleString('en', { weekday: 'long' }).toLowerCase();
  const pattern = {
    day: { type: 'daily', interval },
    week: { type: 'weekly', interval, daysOfWeek: [weekday] },
    month: { type: 'absoluteMonthly', interval, dayOfMonth: first.day },
  }[every];
  return { pattern, range: { type: 'endDate', startDate: first.toString(), endDate: until, recurrenceTimeZone: zone } };
}

const firstDay = (start: string, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDate();

/** A new event, with its name twice: as Graph's guard against doubles, and to be found by. */
export const creationOf = (
  { zone, online, repeats }: PlannedMeeting,
  fields: MeetingFields,
  transactionId: string,
) => ({
  ...bodyOf(fields, zone),
  ...(online ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
  ...(repeats === null ? {} : { recurrence: recurrence(repeats, fields.when, zone) }),
  transactionId,
  singleValueExtendedProperties: [{ id: TAG, value: transactionId }],
});
