import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/treaty/day.ts';
import { entryIntoForce } from '../../src/treaty/entry-into-force.ts';
import { countParties, standingOn } from '../../src/treaty/standing.ts';
import { recordFromFiles } from '../setup/record-files.ts';
import { recordDay } from './days.ts';

const { states } = recordFromFiles();
const standing = (iso3: string, asOf: string) => {
  const state = states.find((each) => each.iso3 === iso3);
  return state && standingOn(state, day(asOf));
};

describe('the standing of a State', () => {
  it('moves with its signature, its deposit, entry into force and withdrawal, on the day itself', () => {
    const dates = { signed: day('2008-12-03'), deposited: day('2011-03-24'), withdrawn: day('2025-03-06') };
    const on = (asOf: string) => standingOn(dates, day(asOf));
    expect(on('2008-12-02')).toBe('not_party');
    expect(on('2008-12-03')).toBe('signatory');
    expect(on('2011-03-23')).toBe('signatory');
    expect(on('2011-03-24')).toBe('deposited');
    expect(on('2011-08-31')).toBe('deposited');
    expect(on('2011-09-01')).toBe('state_party');
    expect(on('2025-03-05')).toBe('state_party');
    expect(on('2025-03-06')).toBe('withdrawn');
  });

  it.each([
    ['COG', '2019-11-18', 'state_party'],
    ['COD', '2019-11-18', 'signatory'],
    ['NER', '2019-11-18', 'state_party'],
    ['NGA', '2019-11-18', 'signatory'],
    ['NGA', '2023-03-01', 'deposited'],
    ['MDV', '2019-11-18', 'deposited'],
    ['GIN', '2019-11-18', 'state_party'],
    ['GNB', '2019-11-18', 'state_party'],
    ['GNQ', '2019-11-18', 'not_party'],
    ['DOM', '2019-11-18', 'state_party'],
    ['DMA', '2019-11-18', 'not_party'],
    ['STP', '2019-11-18', 'signatory'],
    ['LTU', '2026-01-01', 'withdrawn'],
  ])('of %s on %s is %s', (iso3, asOf, expected) => {
    expect(standing(iso3, asOf)).toBe(expected);
  });

  it.each([
    ['2019-11-18', { deposited: 107, inForce: 106 }],
    ['2020-09-04', { deposited: 109, inForce: 108 }],
  ])('makes two counts of States Parties on %s', (asOf, counts) => {
    expect(countParties(states, day(asOf))).toEqual(counts);
  });

  it.each([
    ['2019-07-31', 106],
    ['2020-09-23', 110],
    ['2026-02-03', 112],
  ])('gives on %s the published number of deposits, %i', (asOf, deposited) => {
    expect(countParties(states, day(asOf)).deposited).toBe(deposited);
  });

  it('is in force for nobody before the Convention, and for no more than have deposited', () => {
    fc.assert(
      fc.property(recordDay, (asOf) => {
        const { deposited, inForce } = countParties(states, asOf);
        expect(inForce).toBeLessThanOrEqual(deposited);
        if (asOf < '2010-08-01') expect(inForce).toBe(0);
        for (const state of states)
          if (standingOn(state, asOf) === 'state_party')
            expect(state.deposited !== null && entryIntoForce(state.deposited) <= asOf).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
