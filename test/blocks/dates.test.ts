import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateSeenFrom, daysSeenFrom, fullDate, longDate, shortDate, span } from '../../src/blocks/dates.ts';
import { addDays, day } from '../../src/treaty/day.ts';

const today = day('2019-11-18');

describe('dates as people read them', () => {
  it.each([
    ['2019-11-28', 'Thu 28 Nov'],
    ['2020-02-23', 'Sun 23 Feb 2020'],
    ['2020-11-18', 'Wed 18 Nov 2020'],
    ['2021-03-01', '1 Mar 2021'],
    ['2019-05-01', '1 May 2019'],
  ])('shows %s from 18 November 2019 as "%s"', (date, shown) => {
    expect(dateSeenFrom(today, day(date))).toBe(shown);
  });

  it.each([
    ['2019-11-18', 'today'],
    ['2019-11-19', '1 day'],
    ['2019-05-01', '201 days ago'],
    ['2020-02-23', '97 days'],
  ])('counts to %s as "%s"', (date, counted) => {
    expect(daysSeenFrom(today, day(date))).toBe(counted);
  });

  it('writes a date long, short and full', () => {
    expect([longDate(today), shortDate(today), fullDate(today)]).toEqual([
      '18 November 2019',
      '18 Nov 2019',
      'Monday 18 November 2019',
    ]);
  });

  it.each([
    ['2020-11-23', '2020-11-27', '23–27 Nov 2020'],
    ['2020-06-08', '2020-06-08', '8 Jun 2020'],
    ['2020-06-08', null, '8 Jun 2020'],
    ['2020-02', '2020-02', 'Feb 2020'],
    ['2026', null, '2026'],
    ['2022-08-30', '2022-09-02', '30 Aug – 2 Sep 2022'],
  ])('writes %s to %s as "%s"', (start, end, written) => {
    expect(span(start, end)).toBe(written);
  });

  it('names the weekday of every day within a year ahead and of no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const shown = dateSeenFrom(today, addDays(today, days));
        expect(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) /.test(shown)).toBe(days >= 0 && days <= 366);
      }),
    );
  });
});
