import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWanted } from '../../../src/features/deadlines/parse.ts';
import { ALL_DATES, type Wanted } from '../../../src/features/deadlines/wanted.ts';
import { findState, nameBook } from '../../../src/questions/names.ts';
import { addDays, day } from '../../../src/treaty/day.ts';
import { recordFromFiles } from '../../setup/record-files.ts';

const TODAY = day('2019-11-18');
const states = recordFromFiles().states.map((state) => ({ ...state, aliases: [{ text: state.unName }] }));
const book = nameBook(states);
const parse = (text: string) => parseWanted(text, TODAY, (name) => findState(book, name));
const wanted = (change: Partial<Wanted>) => ({ kind: 'wanted', wanted: { ...ALL_DATES, ...change } });

describe('the words after /ccm deadlines', () => {
  it.each<[string, Partial<Wanted>]>([
    ['', {}],
    ['clearance', { kinds: ['clearance', 'extension_request'], article: 4 }],
    ['Stockpiles', { kinds: ['stockpile', 'extension_request'], article: 3 }],
    ['reports', { kinds: ['initial_report', 'annual_report'], article: 7 }],
    ['initial reports', { kinds: ['initial_report'] }],
    ['article 4', { article: 4 }],
    ['art. 3', { article: 3 }],
    ['Article 4.1(a)', { article: 4 }],
    ['extension requests', { kinds: ['extension_request'] }],
    ['2021', { from: day('2021-01-01'), until: day('2021-12-31') }],
    ['until 2021', { until: day('2021-12-31') }],
    ['before 1 May 2021', { until: day('2021-04-30') }],
    ['by March 2021', { until: day('2021-03-31') }],
    ['next 12 months', { from: TODAY, until: day('2020-11-18') }],
    ['in the next 30 days', { from: TODAY, until: day('2019-12-18') }],
    ['Lebanon', { state: 'LBN' }],
    ['for Lebanon in 2021', { state: 'LBN', from: day('2021-01-01'), until: day('2021-12-31') }],
    [
      '2021 clearance',
      { kinds: ['clearance', 'extension_request'], article: 4, from: day('2021-01-01'), until: day('2021-12-31') },
    ],
    ['Bosnia and Herzegovina clearance', { state: 'BIH', kinds: ['clearance', 'extension_request'], article: 4 }],
    ['State of Palestine', { state: 'PSE' }],
    ['as of 4 Sep 2020', { asOf: day('2020-09-04') }],
    ['Peru as of 2020', { state: 'PER', asOf: day('2020-12-31') }],
    ['as of 18 Nov', { asOf: TODAY }],
    ['all', { everything: true }],
  ])('reads "%s"', (text, change) => {
    expect(parse(text)).toEqual(wanted(change));
  });

  it('counts a window from the day it is asked for, when that is another', () => {
    expect(parse('next 12 months as of 4 Sep 2020')).toEqual(
      wanted({ asOf: day('2020-09-04'), from: day('2020-09-04'), until: day('2021-09-04') }),
    );
  });

  it.each(['31 June 2020', 'until 30 February 2021', 'as of 2019-02-29', 'in 2020-13-01'])(
    'says that "%s" does not exist',
    (text) => {
      expect(parse(text).kind).toBe('no_such_day');
    },
  );

  it('says which words it could not read, with the nearest States', () => {
    expect(parse('Atlantis 2021')).toMatchObject({ kind: 'not_understood', words: 'Atlantis' });
    expect(parse('Lebanonia')).toMatchObject({ kind: 'wanted', wanted: { state: 'LBN' } });
  });

  it('asks which Congo is meant', () => {
    expect(parse('Congo clearance')).toEqual({ kind: 'several_states', words: 'Congo', states: ['COG', 'COD'] });
  });

  it('reads every State by its UN name, before and after a year', () => {
    const year = { from: day('2021-01-01'), until: day('2021-12-31') };
    for (const { iso3, unName } of states.filter((state) => state.unName !== 'Congo')) {
      expect(parse(`${unName} 2021`)).toEqual(wanted({ state: iso3, ...year }));
      expect(parse(`2021 ${unName}`)).toEqual(wanted({ state: iso3, ...year }));
    }
  });

  it('comes to an end for any text, and keeps what it could not read', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), fc.integer({ min: 0, max: 4000 }), (text, days) => {
        const parsed = parseWanted(text, addDays(TODAY, days), () => ({ kind: 'unknown', nearest: [] }));
        if (parsed.kind === 'not_understood') expect(parsed.words).not.toBe('');
      }),
    );
  });
});
