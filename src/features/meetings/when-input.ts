import { Temporal } from 'temporal-polyfill';
import { longDate } from '../../blocks/dates.ts';
import type { MeetingWhen } from '../../db/read/meetings.ts';
import { firstDayOf, lastDayOf, townOfZone } from '../../desk/meeting-words.ts';
import { DESK_SPAN, isDeskDay, timeIn } from '../../desk/time.ts';
import { dateAtStart } from '../../questions/written-date.ts';
import type { Day } from '../../treaty/day.ts';

/** The time of a meeting as it stands in the form, word for word. */
export interface TypedWhen {
  /** A day, or a month alone. */
  day: string;
  /** "10:00"; empty for whole days. */
  from: string;
  until: string;
  /** The last day of a meeting that takes several; empty for one. */
  lastDay: string;
  zone: string;
}

type WhenField = keyof TypedWhen;
export type ReadWhen = { ok: true; when: MeetingWhen } | { ok: false; field: WhenField; problem: string };

const wrong = (field: WhenField, problem: string): ReadWhen => ({ ok: false, field, problem });

/** What stands in the form for a time. */
export function typedOf(when: MeetingWhen, zone: string): TypedWhen {
  if (when.kind === 'month') return { day: when.month, from: '', until: '', lastDay: '', zone };
  const [first, last] = [firstDayOf(when, zone), lastDayOf(when, zone)];
  const timed = when.kind === 'timed';
  const end = timed ? Temporal.Instant.from(when.end) : null;
  const endsOn = end === null ? last : (end.toZonedDateTimeISO(zone).toPlainDate().toString() as Day);
  return {
    day: first,
    from: timed ? timeIn(zone, Temporal.Instant.from(when.start)) : '',
    until: end === null ? '' : timeIn(zone, end),
    lastDay: endsOn === first ? '' : endsOn,
    zone,
  };
}

type ReadDay = { kind: 'day'; day: Day } | { kind: 'month'; month: string } | { kind: 'none'; problem: string };

function readDay(typed: string, today: Day): ReadDay {
  const text = typed
    .trim()
    .replace(/^(?:on\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+/i, '');
  const found = dateAtStart(text, today, 'ahead');
  if (found === null || found.rest.replace(/[.\s]+$/, '') !== '')
    return {
      kind: 'none',
      problem: `“${typed.trim()}” cannot be read as a day. For example: 21 Nov 2019, or Feb 2020 for a month alone.`,
    };
  const { date } = found;
  if (date.kind === 'no_such_day') return { kind: 'none', problem: `There is no ${date.text} in the calendar.` };
  if (date.kind === 'day') return { kind: 'day', day: date.day };
  return date.from.slice(0, 7) === date.until.slice(0, 7)
    ? { kind: 'month', month: date.from.slice(0, 7) }
    : {
        kind: 'none',
        problem: 'A year alone is too vague for a meeting: please give at least its month, as Feb 2020.',
      };
}

/** The instant of a wall time; null where the clocks are put forward over it. Where they are put back it is the first of the two. */
function instantOf(date: Day, time: string, zone: string): Temporal.Instant | null {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const zoned = wall.toZonedDateTime(zone);
  return zoned.toPlainDateTime().equals(wall) ? zoned.toInstant() : null;
}

const tooFar = (day: Day): string =>
  `The desk plans meetings from ${DESK_SPAN}; this one would be on ${longDate(day)}.`;

/** Reads the time of a meeting out of the form; what is wrong is named at its field, and nothing is guessed. */
export function readWhen(typed: TypedWhen, today: Day): ReadWhen {
  const { from, until, zone } = typed;
  if (typed.day.trim() === '') return wrong('day', 'Please say when: a day, or a month alone.');
  const first = readDay(typed.day, today);
  if (first.kind === 'none') return wrong('day', first.problem);
  if (first.kind === 'month') return readMonth(first.month, typed);
  if (!isDeskDay(first.day)) return wrong('day', tooFar(first.day));
  const last = typed.lastDay.trim() === '' ? first : readDay(typed.lastDay, today);
  if (last.kind === 'none') return wrong('lastDay', last.problem);
  if (last.kind === 'month') return wrong('lastDay', 'Please give the last day in full.');
  if (!isDeskDay(last.day)) return wrong('lastDay', tooFar(last.day));
  if (last.day < first.day) return wrong('lastDay', 'The last day lies before the first.');
  if (from === '' && until === '') return { ok: true, when: { kind: 'days', first: first.day, last: last.day } };
  if (from === '')
    return wrong('from', 'It has an end and no beginning: please give both, or neither for a whole day.');
  if (until === '')
    return wrong('until', 'It has a beginning and no end: please give both, or neither for a whole day.');
  return readTimes({ day: first.day, time: from }, { day: last.day, time: until }, zone, typed.lastDay.trim() !== '');
}

function readMonth(month: string, { from, until, lastDay }: TypedWhen): ReadWhen {
  const first = `${month}-01` as Day;
  if (!isDeskDay(first)) return wrong('day', tooFar(first));
  if (from !== '')
    return wrong('from', 'Of a month alone no time can be kept: please give the day, or leave the times empty.');
  if (until !== '')
    return wrong('until', 'Of a month alone no time can be kept: please give the day, or leave the times empty.');
  if (lastDay.trim() !== '')
    return wrong('lastDay', 'Of a month alone no last day can be kept: please give the first day, too.');
  return { ok: true, when: { kind: 'month', month } };
}

interface Wall {
  day: Day;
  time: string;
}

function readTimes(from: Wall, until: Wall, zone: string, severalDays: boolean): ReadWhen {
  const [start, end] = [instantOf(from.day, from.time, zone), instantOf(until.day, until.time, zone)];
  const skipped = (time: string): string =>
    `There is no ${time} on that day in ${townOfZone(zone)}: the clocks are put forward over it.`;
  if (start === null) return wrong('from', skipped(from.time));
  if (end === null) return wrong('until', skipped(until.time));
  if (Temporal.Instant.compare(end, start) <= 0)
    return wrong(
      'until',
      severalDays
        ? 'The end lies before the beginning.'
        : 'The end lies before the beginning. For a meeting past midnight please give the last day, too.',
    );
  return { ok: true, when: { kind: 'timed', start: start.toString(), end: end.toString() } };
}

/** Whether it is over at `at`; a month alone is over with its last day. */
export function isOver(when: MeetingWhen, zone: string, at: Temporal.Instant): boolean {
  if (when.kind === 'timed') return Temporal.Instant.compare(Temporal.Instant.from(when.end), at) <= 0;
  return lastDayOf(when, zone) < (at.toZonedDateTimeISO(zone).toPlainDate().toString() as Day);
}
