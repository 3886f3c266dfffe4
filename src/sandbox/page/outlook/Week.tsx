import { useEffect, useRef } from 'preact/hooks';
import type { SeenEvent } from '../../outlook-protocol.ts';
import { EventBox, HOUR, WholeDays } from './EventBox.tsx';
import type { Shift } from './use-drag.ts';
import { dayAfter, dayWords, placedIn, wholeDaysIn } from './week.ts';

interface WeekProps {
  monday: string;
  today: string;
  events: readonly SeenEvent[];
  open(event: SeenEvent): void;
  move(event: SeenEvent, shift: Shift): void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const FIRST_SHOWN = 7.5;

/** The week by hours, from Monday. */
export function Week({ monday, today, events, open, move }: WeekProps) {
  const hours = useRef<HTMLElement>(null);
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => dayAfter(monday, at));
  const whole = wholeDaysIn(monday, events);
  const placed = placedIn(monday, events);
  useEffect(() => {
    if (hours.current) hours.current.scrollTop = FIRST_SHOWN * HOUR;
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard, also where it is empty.
    <section class="week" ref={hours} tabIndex={0} aria-label="Hours of the week">
      <div class="week-head">
        <span class="week-gutter" />
        {days.map((day) => (
          <span key={day} class={day === today ? 'week-day week-today' : 'week-day'}>
            {dayWords(day)}
            {day === today && <span class="unseen">, today</span>}
          </span>
        ))}
        {whole.length > 0 && (
          <div class="week-whole">
            {whole.map(({ event, first, last }) => (
              <WholeDays
                key={`${event.id} ${event.on}`}
                event={event}
                first={first}
                last={last}
                open={() => open(event)}
                move={(shift) => move(event, shift)}
              />
            ))}
          </div>
        )}
      </div>
      <div class="week-body" style={{ height: `${24 * HOUR}px` }}>
        <div class="week-hours" aria-hidden="true">
          {HOURS.map((hour) => (
            <span key={hour} style={{ top: `${hour * HOUR}px` }}>
              {hour === 0 ? '' : `${String(hour).padStart(2, '0')}:00`}
            </span>
          ))}
        </div>
        {days.map((day, at) => (
          <div key={day} class="week-column" data-day={day}>
            {placed
              .filter((each) => each.day === at)
              .map((each) => (
                <EventBox
                  key={`${each.event.id} ${each.event.on}`}
                  of={each}
                  open={() => open(each.event)}
                  move={(shift) => move(each.event, shift)}
                />
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}
