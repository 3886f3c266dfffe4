import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  day,
  daysBetween,
  endOfMonth,
  lastWorkingDay,
  mondayOf,
  parseDay,
  weekday,
} from '../../src/treaty/day.ts';
import { anyDay } from './days.ts';

describe('calendar days', () => {
  it('are only what the calendar has', () => {
    expect(parseDay('2020-02-29')).toBe('2020-02-29');
    for (const text of [
      '2019-02-29',
      '2020-02-30',
      '2020-13-01',
      '2020-00-10',
      '2020-1-1',
      '2020-01-01T00:00',
      '',
      'x',
    ])
      expect(parseDay(text)).toBeNull();
    expect(() => day('2019-02-29')).toThrow(RangeError);
  });

  it('take the last day of a month that lacks theirs', () => {
    expect(addMonths(day('2022-08-31'), -6)).toBe('2022-02-28');
    expect(addMonths(day('2024-11-30'), -9)).toBe('2024-02-29');
    expect(addYears(day('2012-02-29'), 8)).toBe('2020-02-29');
    expect(addYears(day('2012-02-29'), 10)).toBe('2022-02-28');
    expect(endOfMonth(day('2024-02-10'))).toBe('2024-02-29');
    expect(endOfMonth(day('2023-02-10'))).toBe('2023-02-28');
  });

  it('compare as text as they follow each other in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });

  it('do not slip by a day where a zone changes its clocks or a year has a 29 February', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4_000, max: 4_000 }), (d, days) => {
        expect(daysBetween(d, addDays(d, days))).toBe(days);
        expect(Date.parse(addDays(d, days)) - Date.parse(d)).toBe(days * 86_400_000);
      }),
    );
  });

  it('move by months into the month counted, never past its end', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (d, months) => {
        const moved = addMonths(d, months);
        const monthsOf = (each: string): number => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
        expect(monthsOf(moved) - monthsOf(d)).toBe(months);
        expect(moved === endOfMonth(moved) || moved.slice(8) === d.slice(8)).toBe(true);
      }),
    );
  });

  it('count as Temporal counts, over all years of four digits', () => {
    const wide = fc.integer({ min: -719_528, max: 2_932_896 });
    const plain = (d: string): Temporal.PlainDate => Temporal.PlainDate.from(d);
    const epoch = plain('1970-01-01');
    fc.assert(
      fc.property(wide, wide, fc.integer({ min: -300, max: 300 }), (at, other, step) => {
        const [d, to] = [addDays(day('1970-01-01'), at), addDays(day('1970-01-01'), other)];
        expect(d).toBe(epoch.add({ days: at }).toString());
        expect(daysBetween(d, to)).toBe(plain(d).until(plain(to), { largestUnit: 'days' }).days);
        expect(weekday(d)).toBe(plain(d).dayOfWeek);
        expect(endOfMonth(d)).toBe(plain(d).with({ day: 31 }).toString());
        const [months, years] = [plain(d).add({ months: step }), plain(d).add({ years: step })];
        if (months.year >= 0 && months.year <= 9999) expect(addMonths(d, step)).toBe(months.toString());
        if (years.year >= 0 && years.year <= 9999) expect(addYears(d, step)).toBe(years.toString());
      }),
      { numRuns: 2_000 },
    );
  });

  it('stop at the ends of four digits instead of turning into another text', () => {
    expect(addDays(day('9999-12-31'), 1)).toBe('9999-12-31');
    expect(addYears(day('9999-06-01'), 10)).toBe('9999-12-01');
    expect(addDays(day('0000-01-01'), -1)).toBe('0000-01-01');
  });

  it('exist for every text that Temporal takes, and for no other', () => {
    const digits = (size: number, max: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(size, '0'));
    fc.assert(
      fc.property(digits(4, 9999), digits(2, 14), digits(2, 33), (year, month, number) => {
        const text = `${year}-${month}-${number}`;
        let exists = true;
        try {
          Temporal.PlainDate.from(text, { overflow: 'reject' });
        } catch {
          exists = false;
        }
        expect(parseDay(text)).toBe(exists ? text : null);
      }),
      { numRuns: 2_000 },
    );
  });

  it('know their week: Monday first, and the Friday before a weekend', () => {
    expect(weekday(day('2019-11-18'))).toBe(1);
    expect(lastWorkingDay(day('2020-02-23'))).toBe('2020-02-21');
    expect(lastWorkingDay(day('2020-02-22'))).toBe('2020-02-21');
    expect(lastWorkingDay(day('2020-02-24'))).toBe('2020-02-24');
    fc.assert(
      fc.property(anyDay, (d) => {
        const monday = mondayOf(d);
        expect(weekday(monday)).toBe(1);
        expect(daysBetween(monday, d)).toBe(weekday(d) - 1);
        expect(weekday(lastWorkingDay(d))).toBeLessThan(6);
        expect(daysBetween(lastWorkingDay(d), d)).toBeLessThan(3);
      }),
    );
  });
});
