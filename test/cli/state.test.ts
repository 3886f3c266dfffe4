import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open.ts';
import { json, type Ran, run } from '../setup/command-line.ts';
import { freshDatabase } from '../setup/database.ts';

let database: Database;
const state = (...args: readonly string[]): Promise<Ran> => run(['state', ...args], { database });

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe('action5 state', () => {
  it('prints one JSON object with the stable fields and no others', async () => {
    const ran = await state('Lebanon', '--json');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toHaveLength(1);
    const [lebanon = {}] = json(ran);
    expect(lebanon).toEqual({
      state: 'LBN',
      name: 'Lebanon',
      standing: 'state_party',
      signed: '2008-12-03',
      deposited: '2010-11-05',
      inForce: '2011-05-01',
      withdrawn: null,
      asOf: '2019-11-18',
      deadlines: expect.any(Array),
      requests: [
        { reference: 'AR-2018-005', theme: 'SURVEY_AND_CLEARANCE', year: 2018, status: 'logged' },
        { reference: 'AR-2018-010', theme: 'RISK_REDUCTION_EDUCATION', year: 2018, status: 'logged' },
        { reference: 'AR-2018-018', theme: 'VICTIM_ASSISTANCE', year: 2018, status: 'logged' },
      ],
      sources: expect.arrayContaining(["coordinators' concept note, Nov 2019"]),
    });
    expect(lebanon['deadlines']).toEqual(json(await run(['deadlines', '--json', '--state', 'LBN'], { database })));
  });

  it.each([
    ['Democratic Republic of the Congo', [], { state: 'COD', standing: 'signatory', deposited: null, inForce: null }],
    ['USA', [], { state: 'USA', standing: 'not_party', signed: null, deadlines: [], requests: [] }],
    ['Lithuania', ['--as-of', '2025-03-05'], { standing: 'state_party', withdrawn: null }],
    ['Lithuania', ['--as-of', '2025-03-06'], { standing: 'withdrawn', withdrawn: '2025-03-06', deadlines: [] }],
    ['Maldives', ['--as-of', '2019-09-26'], { standing: 'not_party', deposited: null, inForce: null }],
    ['Maldives', [], { deposited: '2019-09-27', inForce: '2020-03-01' }],
    ['Lao', ['PDR'], { state: 'LAO', name: "Lao People's Democratic Republic" }],
    ['LB', [], { state: 'LBN' }],
    ['Palestine', [], { state: 'PSE' }],
    ['Lebannon', [], { state: 'LBN' }],
  ])('knows %s %j by what is on record then', async (name, rest, expected) => {
    const ran = await state('--json', name, ...rest);
    expect(ran.code).toBe(0);
    expect(json(ran)).toMatchObject([expected]);
  });

  it('shows no request before it was made', async () => {
    const [before = {}] = json(await state('Lebanon', '--json', '--as-of', '2018-12-31'));
    expect(before['requests']).toEqual([]);
  });

  it('says the same in words, with its sources', async () => {
    const ran = await state('Lebanon');
    expect(ran.out[0]).toBe(
      'Lebanon is a State Party: signed 3 December 2008, ratified 5 November 2010, in force 1 May 2011. As of 18 November 2019.',
    );
    expect(ran.out).toContain('AR-2018-018 · victim assistance · 2018 report · logged');
    expect(ran.out).toContain('Source: UN Treaty Collection');
    expect(ran.out).toContain(
      'Source: ISU page, 4 Apr 2019: https://ccm3.pronk.se/2019/04/04/isu-directors-visit-to-lebanon/',
    );
    expect(ran.out.join('\n')).not.toMatch(/GitHub|data\/raw|\.csv|entry_into_force/);
  });
});

describe('action5 state, used wrongly', () => {
  it.each([
    [[], 'Give a State'],
    [['Congo'], 'may be'],
    [['Lebanonish'], 'The nearest: Lebanon (LBN)'],
    [['🙂'], 'There is no State'],
    [['Lebanon', '--as-of', '2019-13-01'], '2019-13-01'],
    [['Lebanon', '--as-of', '9999-12-31'], '1 January 2008 to 31 December 2099'],
    [['Lebanon', '--until', '2020-01-01'], '--until'],
  ])('ends with 2 and says why: %j', async (args, words) => {
    const ran = await state(...args);
    expect(ran.err).toContain(words);
    expect(ran).toMatchObject({ code: 2, out: [] });
  });
});
