import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockpileDeadline } from '../../src/treaty/article-3.ts';
import { clearanceDeadline } from '../../src/treaty/article-4.ts';
import { annualReportDue, initialReportDue, latestYearDue, reportsOn } from '../../src/treaty/article-7.ts';
import { addDays, day, daysBetween, yearOf } from '../../src/treaty/day.ts';
import { entryIntoForce } from '../../src/treaty/entry-into-force.ts';
import { anyDay, depositDay } from './days.ts';

describe('the deadline for stockpiles (Art. 3.2)', () => {
  it.each([
    ['Guinea-Bissau', '2011-05-01', '2019-05-01'],
    ['Bulgaria', '2011-10-01', '2019-10-01'],
    ['Peru', '2013-03-01', '2021-03-01'],
    ['Slovakia', '2016-01-01', '2024-01-01'],
    ['South Africa', '2015-11-01', '2023-11-01'],
  ])('of %s, in force %s: %s', (_, inForce, due) => {
    expect(stockpileDeadline(day(inForce))).toBe(due);
  });
});

describe('the deadline for clearance (Art. 4.1(a))', () => {
  it.each([
    ['the first thirty', '2010-08-01', '2020-08-01'],
    ['Lebanon', '2011-05-01', '2021-05-01'],
    ['Chile', '2011-06-01', '2021-06-01'],
    ['Chad', '2013-09-01', '2023-09-01'],
    ['Somalia', '2016-03-01', '2026-03-01'],
  ])('of %s, in force %s: %s', (_, inForce, due) => {
    expect(clearanceDeadline(day(inForce))).toBe(due);
  });

  it('comes two years after the one for stockpiles, on the first of the same month', () => {
    fc.assert(
      fc.property(depositDay, (deposited) => {
        const inForce = entryIntoForce(deposited);
        expect(stockpileDeadline(inForce).slice(4)).toBe(inForce.slice(4));
        expect(clearanceDeadline(inForce).slice(4)).toBe(inForce.slice(4));
        expect(yearOf(stockpileDeadline(inForce)) - yearOf(inForce)).toBe(8);
        expect(yearOf(clearanceDeadline(inForce)) - yearOf(inForce)).toBe(10);
      }),
    );
  });
});

describe('the initial report (Art. 7.1)', () => {
  it.each([
    ['the first thirty', '2010-08-01', '2011-01-28'],
    ['Guinea-Bissau', '2011-05-01', '2011-10-28'],
    ['Chile', '2011-06-01', '2011-11-28'],
    ['Chad', '2013-09-01', '2014-02-28'],
    ['Gambia', '2019-06-01', '2019-11-28'],
    ['Philippines', '2019-07-01', '2019-12-28'],
    ['Maldives', '2020-03-01', '2020-08-28'],
    ['Sao Tome and Principe', '2020-07-01', '2020-12-28'],
    ['a State with a 29 February in between', '2019-09-01', '2020-02-28'],
    ['a State with none', '2020-09-01', '2021-02-28'],
  ])('of %s, in force %s, is due on %s', (_, inForce, due) => {
    expect(initialReportDue(day(inForce))).toBe(due);
  });

  it('is due after 180 days, not after six months', () => {
    fc.assert(
      fc.property(anyDay, (inForce) => {
        expect(daysBetween(inForce, initialReportDue(inForce))).toBe(180);
      }),
    );
  });
});

describe('the annual report (Art. 7.2)', () => {
  it('covers a calendar year and is due on 30 April of the next', () => {
    expect(annualReportDue(2018)).toBe('2019-04-30');
    expect(annualReportDue(2019)).toBe('2020-04-30');
  });

  it('is owed by a State in force on 31 December of the year', () => {
    expect(reportsOn(day('2019-12-31'), 2019)).toBe(true);
    expect(reportsOn(day('2020-01-01'), 2019)).toBe(false);
    expect(reportsOn(day('2010-08-01'), 2010)).toBe(true);
  });

  it('is not past due on 30 April itself', () => {
    expect(latestYearDue(day('2020-04-29'))).toBe(2018);
    expect(latestYearDue(day('2020-04-30'))).toBe(2018);
    expect(latestYearDue(day('2020-05-01'))).toBe(2019);
    expect(latestYearDue(day('2019-11-18'))).toBe(2018);
    expect(latestYearDue(day('2020-01-01'))).toBe(2018);
  });

  it('has on every day one latest year that is due, and the next that is not', () => {
    fc.assert(
      fc.property(anyDay, (asOf) => {
        const year = latestYearDue(asOf);
        expect(annualReportDue(year) < asOf).toBe(true);
        expect(annualReportDue(year + 1) >= asOf).toBe(true);
        expect(latestYearDue(addDays(asOf, 1)) - year).toBeLessThanOrEqual(1);
      }),
    );
  });
});
