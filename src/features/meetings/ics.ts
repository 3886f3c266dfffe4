import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { InviteeRow, MeetingRow } from '../../db/read/meetings.ts';
import type { MeetingTime, Repetition } from '../../desk/calendar.ts';
import { addDays, type Day } from '../../treaty/day.ts';

/** Whom answers go to where no address is known: `.invalid` is reserved for what can never be written to. */
const NO_ADDRESS = 'desk@action5.invalid';

const ANSWERS: Readonly<Record<InviteeRow['answer'], ICalAttendeeStatus>> = {
  none: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  tentative: ICalAttendeeStatus.TENTATIVE,
  declined: ICalAttendeeStatus.DECLINED,
};

const EVERY: Readonly<Record<Repetition['every'], ICalEventRepeatingFreq>> = {
  day: ICalEventRepeatingFreq.DAILY,
  week: ICalEventRepeatingFreq.WEEKLY,
  month: ICalEventRepeatingFreq.MONTHLY,
};

/** The generator writes what a date says in UTC: of whole days their midnight, of wall times the time on the wall. */
const utcOf = (wall: Temporal.PlainDateTime): Date => new Date(wall.toZonedDateTime('UTC').epochMilliseconds);
const midnight = (on: Day): Date => utcOf(Temporal.PlainDate.from(on).toPlainDateTime());
const inZone = (text: string, zone: string): Date =>
  utcOf(Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime());

function spanOf(when: MeetingTime, zone: string | null): { start: Date; end: Date; allDay: boolean } {
  if (when.kind === 'days') return { start: midnight(when.first), end: midnight(addDays(when.last, 1)), allDay: true };
  const dated = (text: string): Date => inZone(text, zone ?? 'UTC');
  return { start: dated(when.start), end: dated(when.end), allDay: false };
}

/** The last instant of a day in a zone. */
const endOf = (until: Day, zone: string): Date => {
  const next = Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(zone);
  return new Date(next.epochMilliseconds - 1000);
};

/**
 * A meeting as a calendar file: an invitation, with a higher number each time something is changed, or its cancellation; the
 * same meeting in every calendar. Null of a month alone, which no calendar can hold.
 */
export function invitationFile(row: MeetingRow, organiserAddress: string | null, at: Temporal.Instant): string | null {
  const { when, zone, status, repeats } = row;
  if (when.kind === 'month') return null;
  const cancelled = status === 'cancelled';
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Action5', product: 'desk', language: 'EN' },
  });
  // One that is repeated keeps its time on the wall when the clocks are changed: it is written in its own zone.
  const walls = repeats !== null && when.kind === 'timed' && zone !== 'UTC' ? zone : null;
  const event = calendar.createEvent({
    id: `${row.id}@action5`,
    sequence: row.sequence,
    stamp: new Date(at.epochMilliseconds),
    ...spanOf(when, walls),
    timezone: 'UTC',
    summary: row.title,
    ...(row.place === '' ? {} : { location: row.place }),
    ...(row.agenda === '' ? {} : { description: row.agenda }),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: row.organiser.name, email: organiserAddress ?? NO_ADDRESS },
    ...(repeats === null
      ? {}
      : { repeating: { freq: EVERY[repeats.every], interval: repeats.interval, until: endOf(repeats.until, zone) } }),
  });
  for (const { address, name, optional, answer } of row.invitees)
    if (address !== '')
      event.createAttendee({
        email: address,
        // No calendar file has a way to write these in a name.
        name: name.replaceAll('"', '’'),
        role: optional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
        status: ANSWERS[answer],
        rsvp: true,
      });
  return finished(calendar.toString(), walls);
}

/** The rules of a zone, as calendars want them beside times that are written in it. */
const rulesOf = (zone: string): string =>
  ([tzlib_get_ical_block(zone)].flat()[0] ?? '').trim().replace(/\r?\n/g, '\r\n');

/**
 * The generator reads wall times by the machine's own zone: they are written as if of UTC, and given theirs here with its rules;
 * and it leaves out the last end of a line.
 */
function finished(text: string, walls: string | null): string {
  const zoned =
    walls === null
      ? text
      : text
          .replace(/^(DTSTART|DTEND):(\d{8}T\d{6})Z(?=\r?$)/gm, `$1;TZID=${walls}:$2`)
          .replace('BEGIN:VEVENT', () => `${rulesOf(walls)}\r\nBEGIN:VEVENT`);
  return zoned.endsWith('\r\n') ? zoned : `${zoned}\r\n`;
}
