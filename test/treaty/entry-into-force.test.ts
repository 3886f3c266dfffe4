import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day } from '../../src/treaty/day.ts';
import { entryIntoForce } from '../../src/treaty/entry-into-force.ts';
import { rowsOf } from '../setup/record-files.ts';
import { depositDay } from './days.ts';

describe('entry into force (Art. 17)', () => {
  it.each([
    ['Palau', '2016-04-19', '2016-10-01'],
    ['Slovakia', '2015-07-24', '2016-01-01'],
    ['Niue', '2020-08-06', '2021-02-01'],
    ['Saint Lucia', '2020-09-15', '2021-03-01'],
    ['Peru', '2012-09-26', '2013-03-01'],
    ['Bulgaria', '2011-04-06', '2011-10-01'],
    ['Sri Lanka, which deposited on the first of a month', '2018-03-01', '2018-09-01'],
    ['Mauritania, which did so too', '2012-02-01', '2012-08-01'],
    ['a State that deposits on the last day of August', '2019-08-31', '2020-02-01'],
    ['a State that deposits on the last day of a year', '2019-12-31', '2020-06-01'],
    ['a State that deposits on 29 February', '2020-02-29', '2020-08-01'],
  ])('of %s, published: deposit %s, in force %s', (_, deposited, inForce) => {
    expect(entryIntoForce(day(deposited))).toBe(inForce);
  });

  it('is 1 August 2010 for all that had deposited by the thirtieth instrument, and later for the next', () => {
    expect(entryIntoForce(day('2010-02-16'))).toBe('2010-08-01');
    for (const deposited of ['2008-12-03', '2009-11-01', '2010-02-15', '2010-02-16'])
      expect(entryIntoForce(day(deposited))).toBe('2010-08-01');
    expect(entryIntoForce(day('2010-03-01'))).toBe('2010-09-01');
  });

  it('is what the record says of every State Party, and thirty of them make the Convention', () => {
    const parties = rowsOf('states-parties');
    expect(parties).toHaveLength(113);
    for (const row of parties)
      expect(`${row['iso3']} ${entryIntoForce(day(row['ratification_date'] ?? ''))}`).toBe(
        `${row['iso3']} ${row['entry_into_force']}`,
      );
    const first = parties.map((row) => row['ratification_date'] ?? '').toSorted()[29] ?? '';
    expect(first).toBe('2010-02-16');
    expect(`${addMonths(day(first), 6).slice(0, 7)}-01`).toBe('2010-08-01');
  });

  it('is always the first of a month, more than five and at most six months after the deposit', () => {
    fc.assert(
      fc.property(depositDay, (deposited) => {
        const inForce = entryIntoForce(deposited);
        expect(inForce.slice(8)).toBe('01');
        expect(inForce > addMonths(deposited, 5)).toBe(true);
        expect(inForce <= addMonths(deposited, 6)).toBe(true);
      }),
    );
  });

  it('never comes earlier for a State that deposits later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6_000 }), fc.integer({ min: 0, max: 800 }), (at, later) => {
        const deposited = addDays(day('2008-12-03'), at);
        expect(entryIntoForce(deposited) <= entryIntoForce(addDays(deposited, later))).toBe(true);
      }),
    );
  });
});
