import { Temporal } from 'temporal-polyfill';
import { type Clock, DESK_ZONE, isDeskTime } from '../desk/time.ts';
import { type Machine, realMachine } from './machine.ts';
import type { ClockMove } from './protocol.ts';

/** The desk's clock as the sandbox keeps it: it can be set, stopped and let run on with the machine. */
export interface MovableClock extends Clock {
  frozen(): boolean;
  /** How often it has been set. */
  moves(): number;
  /** Sets it; it goes on running, or standing still, unless `frozen` says otherwise. */
  set(to: Temporal.Instant, frozen?: boolean): void;
  /** Calls `listener` each time it was set. */
  onMove(listener: () => void): void;
}

/** Monday 18 November 2019, 09:00 in Geneva: where the sandbox opens. */
export const SANDBOX_OPENS = Temporal.Instant.from('2019-11-18T09:00:00+01:00');

export function movableClock(
  start: Temporal.Instant = SANDBOX_OPENS,
  frozen = false,
  machine: Machine = realMachine,
): MovableClock {
  let from = start;
  let since = machine.now();
  let stands = frozen;
  let moves = 0;
  const listeners: (() => void)[] = [];
  const now = (): Temporal.Instant =>
    stands ? from : from.add({ milliseconds: Math.max(0, Math.floor(machine.now() - since)) });
  return {
    now,
    frozen: () => stands,
    moves: () => moves,
    set(to, still = stands) {
      from = to;
      since = machine.now();
      stands = still;
      moves += 1;
      for (const listener of listeners) listener();
    },
    onMove: (listener) => void listeners.push(listener),
  };
}

function nextMonday(now: Temporal.Instant): Temporal.Instant {
  const here = now.toZonedDateTimeISO(DESK_ZONE);
  const days = 8 - here.dayOfWeek;
  return here.add({ days }).withPlainTime('08:00').toInstant();
}

/** The instant that `move` asks for; a day is a calendar day in Geneva, next Monday is at 08:00 there. `outside` of what the desk knows it never stands. */
export function movedTo(now: Temporal.Instant, move: ClockMove): Temporal.Instant | 'unreadable' | 'outside' {
  const to = 'now' in move ? instantIn(move.now) : advanced(now, move.advance);
  if (to === null) return 'unreadable';
  return isDeskTime(to) ? to : 'outside';
}

function advanced(now: Temporal.Instant, by: 'hour' | 'day' | 'next-monday'): Temporal.Instant {
  switch (by) {
    case 'hour':
      return now.add({ hours: 1 });
    case 'day':
      return now.toZonedDateTimeISO(DESK_ZONE).add({ days: 1 }).toInstant();
    case 'next-monday':
      return nextMonday(now);
  }
}

/** The instant written in ISO 8601 with its zone or offset; null when there is none. */
export function instantIn(text: string): Temporal.Instant | null {
  try {
    return text.includes('[') ? Temporal.ZonedDateTime.from(text).toInstant() : Temporal.Instant.from(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
