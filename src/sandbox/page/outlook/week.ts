import { Temporal } from 'temporal-polyfill';
import type { OutlookAct, SeenEvent } from '../../outlook-protocol.ts';
import { fieldIn } from '../text/zoned.ts';

/** The secretariat's: its calendar is shown in Geneva's time. */
export const ZONE = 'Europe/Zurich';
const DAY_MINUTES = 24 * 60;

/** A part of an event that lies on one day of the week. */
export interface Placed {
  event: SeenEvent;
  /** 0 is Monday. */
  day: number;
  /** Minutes after midnight by the wall. */
  from: number;
  until: number;
  /** Beside how many others it stands, and where. */
  lane: number;
  lanes: number;
}

const plain = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string =>
  plain(day)
    .subtract({ days: plain(day).dayOfWeek - 1 })
    .toString();

/** The day `days` later, or earlier. */
export const dayAfter = (day: string, days: number): string => plain(day).add({ days }).toString();

/** "2019-11-21T10:00" by Geneva's wall, of an instant. */
export const wallOf = (instant: string): string => fieldIn(ZONE, Date.parse(instant));

const dayIn = (monday: string, day: string): number => plain(monday).until(plain(day)).days;
const minutesOf = (wall: string): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

/** The events with a time, each on the days of the week on which it is; those at the same time stand side by side. */
export function placedIn(monday: string, events: readonly SeenEvent[]): Placed[] {
  const parts = events
    .filter(({ allDay }) => !allDay)
    .flatMap((event) => {
      const [start, end] = [wallOf(event.start), wallOf(event.end)];
      const [first, last] = [dayIn(monday, start.slice(0, 10)), dayIn(monday, end.slice(0, 10))];
      return [0, 1, 2, 3, 4, 5, 6]
        .filter((day) => day >= first && day <= last)
        .map((day) => ({
          event,
          day,
          from: day === first ? minutesOf(start) : 0,
          until: day === last ? minutesOf(end) : DAY_MINUTES,
        }))
        .filter(({ from, until, day }) => until > from || day === first);
    });
  return [0, 1, 2, 3, 4, 5, 6].flatMap((day) => sideBySide(parts.filter((part) => part.day === day)));
}

function sideBySide(parts: readonly Omit<Placed, 'lane' | 'lanes'>[]): Placed[] {
  const placed: Placed[] = [];
  let group: Placed[] = [];
  let ends = 0;
  for (const part of parts.toSorted((a, b) => a.from - b.from || a.until - b.until)) {
    if (part.from >= ends) group = [];
    const taken = new Set(group.filter(({ until }) => until > part.from).map(({ lane }) => lane));
    const lane = [...group.keys(), group.length].find((at) => !taken.has(at)) ?? group.length;
    const next = { ...part, lane, lanes: 1 };
    group.push(next);
    placed.push(next);
    ends = Math.max(part.from >= ends ? 0 : ends, part.until);
    const lanes = Math.max(...group.map((each) => each.lane)) + 1;
    for (const each of group) each.lanes = lanes;
  }
  return placed;
}

/** Whole days within the week, with their first and last day in it. */
export const wholeDaysIn = (monday: string, events: readonly SeenEvent[]) =>
  events
    .filter(({ allDay }) => allDay)
    .map((event) => ({
      event,
      first: Math.max(0, dayIn(monday, event.start)),
      last: Math.min(6, dayIn(monday, event.end)),
    }));

const time = (dateTime: string) => ({ dateTime, timeZone: ZONE });

/** What moves an event by so many days and minutes; as long as it was, by the wall. */
export function moveOf(event: SeenEvent, days: number, minutes: number): OutlookAct {
  const { id, on, allDay } = event;
  const shifted = (wall: string): string => Temporal.PlainDateTime.from(wall).add({ days, minutes }).toString();
  const [start, end] = allDay
    ? [shifted(`${event.start}T00:00`), shifted(`${dayAfter(event.end, 1)}T00:00`)]
    : [shifted(wallOf(event.start)), shifted(wallOf(event.end))];
  return on === null
    ? { act: 'edit', id, changes: { start: time(start), end: time(end) } }
    : { act: 'move_occurrence', id, on, start: time(start), end: time(end) };
}

const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "Mon 18 Nov". */
export const dayWords = (day: string): string => dayName.format(Date.parse(`${day}T00:00Z`)).replace(',', '');

/** "Thu 21 Nov, 10:00–11:00"; whole days "Mon 18 Nov", with the last one where there are several. */
export function whenWords({ allDay, start, end }: Pick<SeenEvent, 'allDay' | 'start' | 'end'>): string {
  if (allDay) return start === end ? dayWords(start) : `${dayWords(start)} – ${dayWords(end)}`;
  const [from, until] = [wallOf(start), wallOf(end)];
  const sameDay = from.slice(0, 10) === until.slice(0, 10);
  return `${dayWords(from.slice(0, 10))}, ${from.slice(11)}–${sameDay ? '' : `${dayWords(until.slice(0, 10))}, `}${until.slice(11)}`;
}
