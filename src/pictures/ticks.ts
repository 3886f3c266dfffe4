import { addMonths, type Day, day, daysBetween, yearOf } from '../treaty/day.ts';

/** One step of the axis: months up to a year, then years. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 1_200];

/** The days that the axis names, at least `apart` pixels from each other: first days of months, aligned to the year. */
export function ticksOf(from: Day, until: Day, pixels: number, apart = 64): readonly Day[] {
  const perMonth = (pixels / Math.max(1, daysBetween(from, until))) * 30.4;
  const step = STEPS.find((months) => months * perMonth >= apart) ?? 1_200;
  const years = Math.max(1, step / 12);
  const first = day(`${String(Math.floor(yearOf(from) / years) * years).padStart(4, '0')}-01-01`);
  const ticks: Day[] = [];
  for (let tick = first; tick <= until; tick = addMonths(tick, step)) if (tick > from) ticks.push(tick);
  return ticks;
}
