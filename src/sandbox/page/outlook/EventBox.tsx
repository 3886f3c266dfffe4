import type { SeenEvent } from '../../outlook-protocol.ts';
import { type Shift, useDrag } from './use-drag.ts';
import { moveOf, type Placed, wallOf, whenWords } from './week.ts';

/** Pixels of an hour. */
export const HOUR = 44;
const LEAST = 22;

interface BoxProps {
  event: SeenEvent;
  open(): void;
  move(shift: Shift): void;
}

/** What there is no room for, to be heard. */
const about = (event: SeenEvent): string => {
  const answered = event.attendees.filter(({ response }) => response !== 'none').length;
  const people = event.attendees.length === 0 ? '' : `, ${answered} of ${event.attendees.length} have answered`;
  return `, ${whenWords(event)}${people}`;
};

/** An event on its day: pressed it opens, dragged it moves. */
export function EventBox({ of, open, move }: Omit<BoxProps, 'event'> & { of: Placed }) {
  const { event, day, from, until, lane, lanes } = of;
  const { shift, held, on } = useDrag({ hour: HOUR, moved: move, opened: open });
  const going = held && (shift.days !== 0 || shift.minutes !== 0);
  const changed = going ? moveOf(event, shift.days, shift.minutes) : null;
  const start = changed !== null && 'start' in changed ? changed.start.dateTime : null;
  const edited = changed?.act === 'edit' ? (changed.changes.start?.dateTime ?? null) : start;
  const time = (edited ?? wallOf(event.start)).slice(11, 16);
  return (
    <button
      type="button"
      class={going ? 'event event-held' : 'event'}
      data-event={event.id}
      aria-keyshortcuts="Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight"
      style={{
        top: `${((from + shift.minutes) / 60) * HOUR}px`,
        height: `${Math.max(LEAST, ((until - from) / 60) * HOUR - 2)}px`,
        left: `calc(${(lane / lanes + shift.days) * 100}% + 1px)`,
        width: `calc(${100 / lanes}% - 3px)`,
      }}
      key={`${event.id} ${event.on} ${day}`}
      {...on}
    >
      <span class="event-time">{time}</span> <bdi class="event-subject">{event.subject}</bdi>
      {event.place !== '' && <bdi class="event-place">{event.place}</bdi>}
      <span class="unseen">{about(event)}</span>
    </button>
  );
}

/** Whole days, above the hours. */
export function WholeDays({ event, first, last, open, move }: BoxProps & { first: number; last: number }) {
  const { shift, on } = useDrag({ hour: 0, moved: move, opened: open });
  return (
    <button
      type="button"
      class="event event-days"
      data-event={event.id}
      aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
      style={{ gridColumn: `${Math.max(1, first + 1 + shift.days)} / span ${last - first + 1}` }}
      {...on}
    >
      <bdi class="event-subject">{event.subject}</bdi>
      <span class="unseen">{about(event)}</span>
    </button>
  );
}
