import { type Clock, clockFrom, DESK_SPAN, deskToday, isDeskDay, machineClock } from '../desk/time.ts';
import type { Env } from '../env.ts';
import { type Day, parseDay } from '../treaty/day.ts';
import type { Given, Taken } from './verb.ts';

/** The clock of the command line: the machine's, or ACTION5_NOW's. */
export const clockOf = ({ now, frozen }: Env): Clock => (now ? clockFrom(now, frozen) : machineClock);

/** The day given with `--option`, null when none is given, or what is wrong with it. */
export function dayGiven(option: string, { options }: Given): Taken<Day | null> {
  const text = options[option];
  if (typeof text !== 'string') return { ok: true, value: null };
  const found = parseDay(text);
  if (found === null)
    return { ok: false, problem: `--${option}: "${text}" is not a date that exists; write it as 2019-11-18.` };
  return isDeskDay(found)
    ? { ok: true, value: found }
    : { ok: false, problem: `--${option}: ${text} lies outside of what the desk knows: ${DESK_SPAN}.` };
}

/** The day of `--as-of`, the desk's today when none is given. */
export function asOfGiven(given: Given): Taken<Day> {
  const taken = dayGiven('as-of', given);
  if (!taken.ok) return taken;
  return { ok: true, value: taken.value ?? deskToday(clockOf(given.env)) };
}
