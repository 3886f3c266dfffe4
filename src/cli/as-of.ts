import { type Clock, clockFrom, deskToday, machineClock } from '../desk/time.ts';
import type { Env } from '../env.ts';
import { type Day, parseDay } from '../treaty/day.ts';

/** The clock of the command line: the machine's, or ACTION5_NOW's. */
export const clockOf = ({ now, frozen }: Env): Clock => (now ? clockFrom(now, frozen) : machineClock);

/** The day given in `text`, the desk's today when none is given, or what is wrong with it. */
export function dayOf(
  option: string,
  text: string | boolean | undefined,
  clock: Clock,
): { ok: true; day: Day } | { ok: false; problem: string } {
  if (typeof text !== 'string') return { ok: true, day: deskToday(clock) };
  const found = parseDay(text);
  return found
    ? { ok: true, day: found }
    : { ok: false, problem: `--${option}: "${text}" is not a date that exists; write it as 2019-11-18.` };
}
