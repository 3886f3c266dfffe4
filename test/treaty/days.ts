import fc from 'fast-check';
import { addDays, type Day, day } from '../../src/treaty/day.ts';

/** Any day of a century and a half around the Convention. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 54_000 })
  .map((days) => addDays(day('1950-01-01'), days));

/** Any day on which a State may have deposited its instrument after the thirtieth. */
export const depositDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 36_500 })
  .map((days) => addDays(day('2010-02-17'), days));

/** Any day of the Convention's life that the record reaches, and some years beyond it. */
export const recordDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 7_000 })
  .map((days) => addDays(day('2008-12-01'), days));
