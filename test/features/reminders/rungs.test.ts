import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedAbout, FOLLOW_UP_LADDER, rungDue, TREATY_LADDER } from '../../../src/features/reminders/rungs.ts';
import { addDays, day, weekday } from '../../../src/treaty/day.ts';
import { instant } from '../../setup/instants.ts';

const zone = 'Europe/Podgorica';
const LONG_AGO = instant('2019-01-01T00:00:00Z');
const DUE = day('2020-02-23');

describe('the rung that is told', () => {
  it.each([
    ['2019-11-25', 90],
    ['2020-01-24', 30],
    ['2020-02-14', 7],
    ['2020-02-21', 1],
  ])('on %s towards Sunday 23 February 2020 is that of %i days, on a working day', (on, days) => {
    const after = addDays(day(on), -1);
    expect(rungDue(DUE, TREATY_LADDER, { after, on: day(on), zone }, LONG_AGO)).toEqual({ days, day: on });
    expect(rungDue(DUE, TREATY_LADDER, { after: day(on), on: addDays(day(on), 1), zone }, LONG_AGO)).toBeNull();
  });

  it('is after a year away the last alone', () => {
    const missed = { after: day('2019-06-03'), on: day('2020-02-20'), zone };
    expect(rungDue(DUE, TREATY_LADDER, missed, LONG_AGO)).toEqual({ days: 7, day: '2020-02-14' });
  });

  it('is none that lay before the State was followed, nor for a clock that was put back', () => {
    const on = { after: null, on: day('2019-11-25'), zone };
    expect(rungDue(DUE, TREATY_LADDER, on, instant('2019-11-25T09:00:01+01:00'))).toBeNull();
    expect(rungDue(DUE, TREATY_LADDER, on, instant('2019-11-25T08:59:59+01:00'))).toEqual({
      days: 90,
      day: '2019-11-25',
    });
    expect(
      rungDue(DUE, TREATY_LADDER, { ...on, after: day('2019-11-25'), on: day('2019-11-18') }, LONG_AGO),
    ).toBeNull();
  });

  it('comes each once and never on a weekend, however the days are cut', () => {
    const dues = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day('2020-01-01'), days));
    fc.assert(
      fc.property(dues, fc.constantFrom(TREATY_LADDER, FOLLOW_UP_LADDER), (due, ladder) => {
        const told: number[] = [];
        let after = addDays(due, -120);
        for (let on = after; on <= addDays(due, 3); on = addDays(on, 1)) {
          if (weekday(on) > 5) continue;
          const rung = rungDue(due, ladder, { after, on, zone }, LONG_AGO);
          if (rung !== null) {
            expect(weekday(rung.day)).toBeLessThanOrEqual(5);
            expect(rung.day <= addDays(due, -rung.days)).toBe(true);
            told.push(rung.days);
          }
          after = on;
        }
        // Two rungs that a weekend puts on one Friday are told as one.
        expect(new Set(told).size).toBe(told.length);
        expect(told.at(-1)).toBe(ladder.at(-1));
        expect(ladder.length - told.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a relayed request comes every two weeks', () => {
    const relayed = day('2019-11-22');
    expect([13, 14, 27, 28].map((days) => askedAbout(relayed, addDays(relayed, days)))).toEqual([
      null,
      '2019-12-06',
      '2019-12-06',
      '2019-12-20',
    ]);
  });
});
