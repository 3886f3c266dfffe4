import { describe, expect, it } from 'vitest';
import { readDeadline, readVagueDate } from '../../src/desk/typed-date.ts';
import { day } from '../../src/treaty/day.ts';

const today = day('2019-11-19');
const when = (typed: string) => {
  const read = readVagueDate(typed, today);
  return read.ok ? `${read.value.text} ${read.value.precision}` : read.problem;
};
const until = (typed: string) => {
  const read = readDeadline(typed, today);
  return read.ok ? read.value : read.problem;
};

describe('a date as exact as its source', () => {
  it.each([
    ['4 Sep 2019', '2019-09-04 day'],
    ['2019-09-04', '2019-09-04 day'],
    [' 4 September 2019. ', '2019-09-04 day'],
    ['18 Nov', '2019-11-18 day'],
    ['today', '2019-11-19 day'],
    ['Sep 2019', '2019-09 month'],
    ['2019-09', '2019-09 month'],
    ['2018', '2018 year'],
    ['by Aug 2019', '2019-08 by'],
    ['By 5 September 2018', '2018-09-05 by'],
    ['on or before 2016', '2016 by'],
  ])('%s', (typed, read) => {
    expect(when(typed)).toBe(read);
  });

  it.each([
    ['', 'Please say when, as exactly as the source has it; a year is enough.'],
    ['the spring', '“the spring” cannot be read as a date. For example: 4 Sep 2019, Sep 2019, 2019, by Aug 2019.'],
    [
      '4 Sep 2019 or so',
      '“4 Sep 2019 or so” cannot be read as a date. For example: 4 Sep 2019, Sep 2019, 2019, by Aug 2019.',
    ],
    ['31 June 2019', 'There is no 31 June 2019 in the calendar.'],
    ['20 Nov 2019', 'That has not come yet: today is 19 November 2019.'],
    ['2020', 'That has not come yet: today is 19 November 2019.'],
  ])('is told what is wrong with “%s”', (typed, problem) => {
    expect(when(typed)).toBe(problem);
  });

  it('may be a month or year that has begun', () => {
    expect(when('Nov 2019')).toBe('2019-11 month');
    expect(when('2019')).toBe('2019 year');
  });
});

describe('a deadline', () => {
  it('is a day, ahead or gone by, or nothing', () => {
    expect(until('1 October 2020')).toBe('2020-10-01');
    expect(until('until 1 Oct 2020')).toBe('2020-10-01');
    expect(until('1 Apr 2016')).toBe('2016-04-01');
    expect(until('  ')).toBeNull();
  });

  it('is never vague and never made up', () => {
    expect(until('October 2020')).toBe('A deadline is a day: please give it in full, as 1 October 2020.');
    expect(until('31 Sep 2020')).toBe('There is no 31 Sep 2020 in the calendar.');
    expect(until('soon')).toBe('“soon” cannot be read as a date. For example: 1 October 2020.');
  });
});
