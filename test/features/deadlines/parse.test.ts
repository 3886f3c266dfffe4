import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWanted } from '../../../src/features/deadlines/parse.ts';
import { questionOf } from '../../../src/features/deadlines/question.ts';
import { ALL_DATES, type Wanted } from '../../../src/features/deadlines/wanted.ts';
import { addDays, day } from '../../../src/treaty/day.ts';
import { READ_STATUSES } from '../../../src/treaty/read-status.ts';
import { REGIONS, SUBREGION_NAMES } from '../../../src/treaty/regions.ts';
import { recordFromFiles } from '../../setup/record-files.ts';
import { recordDay } from '../../treaty/days.ts';
import { bookFromFiles } from './book.ts';

const TODAY = day('2019-11-18');
const { states } = recordFromFiles();
const book = bookFromFiles();
const parse = (text: string) => parseWanted(text, TODAY, book);
const wanted = (change: Partial<Wanted>) =>
  expect.objectContaining({ kind: 'wanted', wanted: { ...ALL_DATES, ...change } });
const window = (from: string, until: string) => ({ from: day(from), until: day(until) });
const YEAR_2021 = window('2021-01-01', '2021-12-31');

describe('the words after /ccm deadlines', () => {
  it.each<[string, Partial<Wanted>]>([
    ['', {}],
    ['clearance', { articles: [4] }],
    ['Stockpiles', { articles: [3] }],
    ['reports', { articles: [7] }],
    ['initial reports', { kinds: ['initial_report'] }],
    ['initial and annual reports', { kinds: ['initial_report', 'annual_report'] }],
    ['annual reports for 2019', { kinds: ['annual_report'], reportYear: 2019 }],
    ['annual reports in 2020', { kinds: ['annual_report'], ...window('2020-01-01', '2020-12-31') }],
    ['article 4', { articles: [4] }],
    ['art. 3', { articles: [3] }],
    ['Articles 3 and 4', { articles: [3, 4] }],
    ['Art.3, 4 & 7', { articles: [3, 4, 7] }],
    ['Article 4.1(a)', { articles: [4] }],
    ['clearance and stockpiles', { articles: [4, 3] }],
    ['extension requests', { kinds: ['extension_request'] }],
    ['clearance extension requests', { articles: [4], kinds: ['extension_request'] }],
    ['dépollution', { articles: [4] }],
    ['destrucción de existencias', { articles: [3] }],
    ['clearance, and victim assistance', { articles: [4], undated: ['victim assistance (Article 5)'] }],
    ['all', { everything: true }],
  ])('reads the subject of "%s"', (text, change) => {
    expect(parse(text)).toEqual(wanted(change));
  });

  it.each<[string, Partial<Wanted>]>([
    ['2021', YEAR_2021],
    ['until 2021', { until: day('2021-12-31') }],
    ['before 1 May 2021', { until: day('2021-04-30') }],
    ['after 2021', { from: day('2022-01-01'), everything: true }],
    ['since May 2019', { from: day('2019-05-01'), everything: true }],
    ['by March 2021', { until: day('2021-03-31') }],
    ['from 2020 until 2022', window('2020-01-01', '2022-12-31')],
    ['2020 to 2022', window('2020-01-01', '2022-12-31')],
    ['2020-2022', window('2020-01-01', '2022-12-31')],
    ['between March 2020 and 1 May 2021', window('2020-03-01', '2021-05-01')],
    ['2020 and 2021', window('2020-01-01', '2021-12-31')],
    ['next 12 months', { from: TODAY, until: day('2020-11-18') }],
    ['in the next 30 days', { from: TODAY, until: day('2019-12-18') }],
    ['within 2 weeks', { from: TODAY, until: day('2019-12-02') }],
    ['next week', window('2019-11-25', '2019-12-01')],
    ['in the coming month', window('2019-11-18', '2019-12-18')],
    ['next quarter', window('2020-01-01', '2020-03-31')],
    ['next year', window('2020-01-01', '2020-12-31')],
    ['today', window('2019-11-18', '2019-11-18')],
    ['due tomorrow', window('2019-11-19', '2019-11-19')],
    ['yesterday', window('2019-11-17', '2019-11-17')],
    ['last year', window('2018-01-01', '2018-12-31')],
    ['in the last year', { from: day('2018-11-18'), until: TODAY }],
    ['last 3 months', { from: day('2019-08-18'), until: TODAY }],
    ['previous month', window('2019-10-01', '2019-10-31')],
    ['this week', window('2019-11-18', '2019-11-24')],
    ['this month', window('2019-11-01', '2019-11-30')],
    ['this quarter', window('2019-10-01', '2019-12-31')],
    ['due on 28 Nov', window('2019-11-28', '2019-11-28')],
  ])('reads the window of "%s"', (text, change) => {
    expect(parse(text)).toEqual(wanted(change));
  });

  it.each<[string, Partial<Wanted>]>([
    ['Lebanon', { states: ['LBN'] }],
    ['PER', { states: ['PER'] }],
    ['Ivory Coast', { states: ['CIV'] }],
    ['the Lao People’s Democratic Republic', { states: ['LAO'] }],
    ['Chad 2021 Lebanon', { states: ['TCD', 'LBN'], ...YEAR_2021 }],
    ['for Lebanon in 2021', { states: ['LBN'], ...YEAR_2021 }],
    ['Bosnia and Herzegovina clearance', { states: ['BIH'], articles: [4] }],
    ['Antigua and Barbuda and Bosnia and Herzegovina', { states: ['ATG', 'BIH'] }],
    ['State of Palestine', { states: ['PSE'] }],
    ['Congo (Republic of the)', { states: ['COG'] }],
    ['Guinea, Guinea-Bissau; Equatorial Guinea', { states: ['GIN', 'GNB', 'GNQ'] }],
    ['Lebannon', { states: ['LBN'] }],
    ['Africa', { regions: ['Africa'] }],
    ['South Africa', { states: ['ZAF'] }],
    ['southern Africa', { regions: ['Southern Africa'] }],
    ['Central African Republic', { states: ['CAF'] }],
    ['the Middle East', { regions: ['Western Asia'] }],
    ['Latin America and the Caribbean', { regions: ['Latin America and the Caribbean'] }],
    ['Pacific', { regions: ['Oceania'] }],
    ['south-east Asia', { regions: ['South-eastern Asia'] }],
    ['Afrique de l’Ouest', { regions: ['Western Africa'] }],
    ['African States and Peru', { regions: ['Africa'], states: ['PER'] }],
  ])('reads whose in "%s"', (text, change) => {
    expect(parse(text)).toEqual(wanted(change));
  });

  it.each<[string, Partial<Wanted>]>([
    ['passed', { statuses: ['passed'] }],
    ['overdue', { statuses: ['passed'] }],
    ['to be confirmed', { statuses: ['to be confirmed'] }],
    ['completed', { statuses: ['completed'] }],
    ['extended or open', { statuses: ['extended', 'open'] }],
    ['show not on record', { statuses: ['not on record'] }],
    ['show: "not on record"', { statuses: ['not on record'] }],
    ['extended clearance', { statuses: ['extended'], articles: [4] }],
  ])('reads how it stands in "%s"', (text, change) => {
    expect(parse(text)).toEqual(wanted(change));
  });

  it.each<[string, Partial<Wanted>]>([
    ['as of 4 Sep 2020', { asOf: day('2020-09-04') }],
    ['Peru as of 2020', { states: ['PER'], asOf: day('2020-12-31') }],
    ['as of 18 Nov', { asOf: TODAY }],
    ['as of 4 Sep 2020 next 12 months', { asOf: day('2020-09-04'), ...window('2020-09-04', '2021-09-04') }],
  ])('reads the day of "%s"', (text, change) => {
    expect(parse(text)).toEqual(wanted(change));
  });

  it('means the same in any order of words', () => {
    const parts = ['clearance', 'Africa', 'until 2023', 'open', 'as of 4 Sep 2020'];
    const same = wanted({
      asOf: day('2020-09-04'),
      until: day('2023-12-31'),
      articles: [4],
      regions: ['Africa'],
      statuses: ['open'],
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(parts, { minLength: parts.length }),
        fc.constantFrom(' ', ', ', ' and '),
        (mixed, between) => {
          expect(parse(mixed.join(between))).toEqual(same);
        },
      ),
    );
  });

  it('reads every region, sub-region and status by its name', () => {
    for (const region of [...REGIONS, ...SUBREGION_NAMES].filter((name) => name !== 'Micronesia'))
      expect(parse(`${region} 2021`)).toEqual(wanted({ regions: [region], ...YEAR_2021 }));
    for (const status of READ_STATUSES)
      expect(parse(`2021 ${status}`)).toEqual(wanted({ statuses: [status], ...YEAR_2021 }));
  });

  it('reads every State by its UN name and short name, before and after a year', () => {
    for (const { iso3, unName, shortName } of states) {
      for (const name of [unName, shortName].filter((each) => each !== 'Congo')) {
        expect(parse(`${name} 2021`)).toEqual(wanted({ states: [iso3], ...YEAR_2021 }));
        expect(parse(`2021 ${name}`)).toEqual(wanted({ states: [iso3], ...YEAR_2021 }));
      }
    }
  });
});

describe('a question in the words of the desk', () => {
  const some = <T>(of: readonly T[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 2 });
  const anyWindow = fc.oneof(
    fc.constant<Partial<Wanted>>({}),
    fc.constant<Partial<Wanted>>({ everything: true }),
    fc
      .tuple(recordDay, fc.integer({ min: 0, max: 2_000 }))
      .map(([from, days]) => ({ from, until: addDays(from, days) })),
    recordDay.map((from) => ({ from, everything: true })),
    recordDay.map((until) => ({ until })),
    fc.constantFrom(2019, 2021).map((year) => window(`${year}-01-01`, `${year + 1}-12-31`)),
  );

  it('asks for exactly what was understood', () => {
    const anything: fc.Arbitrary<Wanted> = fc
      .record({
        window: anyWindow,
        asOf: fc.option(recordDay),
        articles: some([3, 4, 7] as const),
        kinds: some(['initial_report', 'annual_report', 'extension_request'] as const),
        states: some(states.map(({ iso3 }) => iso3)),
        regions: some([...REGIONS, 'sub-Saharan Africa', 'Western Asia', 'the Caribbean'] as const),
        statuses: some(READ_STATUSES),
      })
      .map(({ window: stretch, ...rest }) => ({ ...ALL_DATES, ...rest, ...stretch }));
    fc.assert(
      fc.property(anything, (asked) => {
        const words = questionOf(asked, (iso3) => book.shortName(iso3));
        expect(parse(words), words).toEqual({ kind: 'wanted', wanted: asked });
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing that the desk would not say itself', () => {
    const parsed = parse('overdue demining Ivory Coast, Cape Verde annual reports for 2019');
    if (parsed.kind !== 'wanted') throw new Error('It can be read.');
    expect(questionOf(parsed.wanted, (iso3) => book.shortName(iso3))).toBe(
      "clearance annual reports for 2019 Côte d'Ivoire Cabo Verde passed",
    );
  });
});

describe('what cannot be read after /ccm deadlines', () => {
  it.each([
    '31 June 2020',
    'until 30 February 2021',
    'as of 2019-02-29',
    'in 2020-13-01',
    'between 2020 and 31 June 2021',
  ])('says that "%s" does not exist', (text) => {
    expect(parse(text).kind).toBe('no_such_day');
  });

  it('names the words it could not read, what comes near, and what the rest asks', () => {
    expect(parse('Atlantis 2021 clearance')).toEqual({
      kind: 'not_understood',
      words: ['Atlantis'],
      nearest: [],
      wanted: { ...ALL_DATES, articles: [4], ...YEAR_2021 },
    });
    expect(parse('Africa stokpyles foo as of 2019-11-18')).toMatchObject({
      kind: 'not_understood',
      words: ['foo'],
      wanted: { regions: ['Africa'], articles: [3], asOf: TODAY },
    });
    expect(parse('Nigerya')).toMatchObject({ kind: 'wanted', wanted: { states: ['NGA'] } });
    expect(parse('Guinee Bisau')).toMatchObject({ kind: 'wanted', wanted: { states: ['GNB'] } });
    expect(parse('Sahel')).toMatchObject({ kind: 'not_understood', words: ['Sahel'] });
    expect(parse('repotr')).toMatchObject({ kind: 'not_understood', nearest: ['report', 'reports', 'Lesotho'] });
  });

  it('asks which Congo is meant, and keeps the rest of the question', () => {
    expect(parse('2021 Congo clearance')).toEqual({
      kind: 'several_states',
      words: 'Congo',
      states: ['COG', 'COD'],
      wanted: { ...ALL_DATES, articles: [4], ...YEAR_2021 },
    });
  });

  it('says that a window ends before it begins', () => {
    expect(parse('from 2022 until 2020')).toEqual({ kind: 'backwards', ...window('2022-01-01', '2020-12-31') });
  });

  it('says for which articles the Convention sets no date', () => {
    expect(parse('victim assistance')).toEqual({ kind: 'no_clock', subject: 'victim assistance (Article 5)' });
    expect(parse('Lebanon article 9')).toEqual({ kind: 'no_clock', subject: 'national implementation (Article 9)' });
  });

  it('takes three letters for a State only where they are written as a code', () => {
    expect(parse('per 2021')).toEqual(wanted(YEAR_2021));
    expect(parse('can')).toEqual(wanted({}));
    expect(parse('CHL')).toEqual(wanted({ states: ['CHL'] }));
    expect(parse('chl')).toMatchObject({ kind: 'not_understood', words: ['chl'] });
  });

  it('comes to an end for any text, and passes no word over', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), fc.integer({ min: 0, max: 4000 }), (text, days) => {
        const parsed = parseWanted(text, addDays(TODAY, days), book);
        if (parsed.kind === 'not_understood') expect(parsed.words.every((word) => word !== '')).toBe(true);
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{3}q[xz]{2}[a-z]{3}$/),
        fc.constantFrom('2021', 'Lebanon', 'Africa open'),
        (word, rest) => {
          for (const text of [`${word} ${rest}`, `${rest} ${word}`])
            expect(parse(text)).toMatchObject({ kind: 'not_understood', words: [word] });
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([501, 40_000])(
    'gives a text of %i characters back unread: reading it would keep everybody waiting',
    (length) => {
      const text = `${'é'.repeat(10)}${' x'.repeat(length)}`.slice(0, length);
      expect(parse(text)).toMatchObject({ kind: 'not_understood', words: [text] });
    },
  );

  it('reads a text of 500 characters', () => {
    const parsed = parse(`2021${' x'.repeat(248)}`);
    expect(parsed.kind === 'not_understood' && parsed.words).toHaveLength(248);
  });
});
