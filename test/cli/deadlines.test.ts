import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open.ts';
import { FORBIDDEN } from '../features/words.ts';
import { json, type Ran, run } from '../setup/command-line.ts';
import { freshDatabase } from '../setup/database.ts';

let database: Database;
const deadlines = (...args: readonly string[]): Promise<Ran> => run(['deadlines', ...args], { database });
const lines = async (...args: readonly string[]) => json(await deadlines('--json', ...args));

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe('action5 deadlines', () => {
  it('prints one JSON object a line, each with the stable fields and no others, and nothing else', async () => {
    const ran = await deadlines('--json', '--state', 'Lebanon', '--article', '4');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const [request, clearance] = json(ran);
    expect(request).toEqual({
      state: 'LBN',
      article: 4,
      kind: 'extension_request',
      due: '2020-02-23',
      originalDue: '2020-02-23',
      status: 'open',
      basis: 'Art. 4.6: nine months before 2RC, planned from 2020-11-23; deadline 2021-05-01',
      sources: expect.arrayContaining([expect.stringContaining('second-review-conference')]),
    });
    expect(clearance).toMatchObject({ article: 4, kind: 'clearance', due: '2021-05-01', status: 'open' });
    expect(ran.out).toHaveLength(2);
  });

  it('is ordered by due date, State, article and kind, all States and kinds together', async () => {
    const all = await lines();
    const key = ({ due, state, article, kind }: Record<string, unknown>) => `${due} ${state} ${article} ${kind}`;
    expect(all.length).toBeGreaterThan(300);
    expect(all.map(key)).toEqual(all.map(key).toSorted());
    expect(new Set(all.map(({ kind }) => kind))).toEqual(
      new Set(['clearance', 'stockpile', 'initial_report', 'annual_report', 'extension_request']),
    );
    expect(new Set(all.map(({ article }) => article))).toEqual(new Set([3, 4, 7]));
    expect(new Set(all.map(({ status }) => status))).toEqual(
      new Set(['completed', 'uncertain', 'overdue', 'extended', 'open']),
    );
  });

  it.each([
    ['LAO', 4, 'clearance', { due: '2025-08-01', originalDue: '2020-08-01', status: 'extended' }],
    ['BGR', 3, 'stockpile', { due: '2021-04-01', originalDue: '2019-10-01', status: 'extended' }],
    ['GNB', 3, 'stockpile', { due: '2019-05-01', originalDue: '2019-05-01', status: 'overdue' }],
    ['PSE', 4, 'clearance', { status: 'uncertain' }],
    ['ALB', 7, 'annual_report', { due: '2019-04-30', status: 'completed' }],
    ['GMB', 7, 'initial_report', { due: '2019-11-28', status: 'open' }],
    ['PER', 3, 'extension_request', { due: '2020-02-23', status: 'open' }],
  ])('says of %s under article %i, %s, what the record holds', async (state, article, kind, expected) => {
    const found = (await lines('--state', state, '--article', String(article))).filter((line) => line['kind'] === kind);
    expect(found[0]).toMatchObject({ state, article, kind, ...expected });
  });

  it('takes a date on its own day for not yet past', async () => {
    const stockpiles = async (asOf: string) =>
      (await lines('--state', 'GNB', '--article', '3', '--as-of', asOf)).find(({ kind }) => kind === 'stockpile');
    expect(await stockpiles('2019-05-01')).toMatchObject({ status: 'open' });
    expect(await stockpiles('2019-05-02')).toMatchObject({ status: 'overdue' });
  });

  it('keeps what has passed and leaves out what is completed once a last day is given', async () => {
    const all = await lines();
    const until = await lines('--until', '2020-02-23');
    const kept = all.filter(({ due, status }) => String(due) <= '2020-02-23' && status !== 'completed');
    expect(until).toEqual(kept);
    expect(until.some(({ status }) => status === 'overdue')).toBe(true);
    expect(until.some(({ status }) => status === 'uncertain')).toBe(true);
    expect(until.at(-1)).toMatchObject({ due: '2020-02-23' });
    expect(all.some(({ status }) => status === 'completed')).toBe(true);
  });

  it('answers as known on the day asked about: nothing before there was a treaty', async () => {
    expect(await lines('--as-of', '2008-12-02')).toEqual([]);
    expect(await lines('--as-of', '2025-03-05', '--state', 'LTU')).not.toEqual([]);
    expect(await lines('--as-of', '2025-03-06', '--state', 'LTU')).toEqual([]);
  });

  it('holds an extension request only where the deciding meeting is known', async () => {
    const asked = (await lines('--until', '2026-12-31')).filter(
      ({ kind, due }) => kind === 'extension_request' && String(due) > '2019-11-18',
    );
    expect(asked.map(({ state }) => state)).toEqual(['BGR', 'BIH', 'CHL', 'LBN', 'PER']);
  });

  it('says the same in words, a line for each', async () => {
    const ran = await deadlines('--state', 'Lebanon', '--article', '4');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toEqual([
      'Lebanon · extension request (Art. 4) · Sun 23 Feb 2020 (last working day Fri 21 Feb 2020) · if more time is needed · Art. 4.6: nine months before 2RC, planned from 23 Nov 2020; deadline 1 May 2021',
      'Lebanon · clearance (Art. 4) · 1 May 2021 · open · Art. 4.1(a): entry into force 1 May 2011 + 10 years',
    ]);
  });

  it.each([
    [['--state', 'GNB', '--article', '3'], '1 May 2019 · passed, no outcome on record'],
    [['--state', 'Togo', '--article', '7'], 'not yet received, according to one source'],
    [['--state', 'Austria', '--article', '7'], '28 January 2011 · receipt not on record'],
    [['--state', 'Bulgaria', '--article', '3'], '1 April 2021 · extended, to be confirmed'],
    [['--state', 'Albania', '--article', '7'], 'received'],
    [['--state', 'Palestine', '--article', '4'], 'to be confirmed'],
  ])('writes for people as the desk does: %j', async (args, words) => {
    expect((await deadlines(...args)).out.join('\n')).toContain(words);
  });

  it('never says of a State what the desk does not say', async () => {
    const said = (await deadlines()).out.join('\n');
    expect(said).not.toMatch(FORBIDDEN);
    expect(said).not.toMatch(/initial_report|extension_request|uncertain|\b(?!PDR)[A-Z]{3}\b/);
  });

  it.each(['Ivory Coast', "Côte d'Ivoire", 'cote d’ivoire', 'CIV', 'civ', 'CI', 'Costa de Marfil'])(
    'knows a State as %s',
    async (name) => {
      const states = (await lines('--state', name)).map(({ state }) => state);
      expect(new Set(states)).toEqual(new Set(['CIV']));
    },
  );
});

describe('action5 deadlines, used wrongly', () => {
  it.each([
    [['--state', 'Congo'], 'Congo (Republic of the) (COG) or DR Congo (COD)'],
    [['--state', 'Lebanonish'], 'The nearest: Lebanon (LBN)'],
    [['--state', 'Atlantis'], 'There is no State "Atlantis"'],
    [['--state', ''], 'There is no State ""'],
    [['--article', '5'], '3, 4 or 7'],
    [['--article', 'constructor'], '3, 4 or 7'],
    [['--as-of', '2019-02-30'], '2019-02-30'],
    [['--until', '31/12/2020'], '31/12/2020'],
    [['--as-of', '9999-12-31'], '--as-of: 9999-12-31 lies outside of what the desk knows: 1 January 2008 to'],
    [['--as-of', '2007-12-31'], '2007-12-31 lies outside'],
    [['--until', '9999-12-31'], '--until: 9999-12-31 lies outside'],
    [['--until', '--json'], '--until'],
    [['Lebanon'], '"Lebanon" is too much'],
    [['--format', 'csv'], '--format'],
  ])('ends with 2 and says why: %j', async (args, words) => {
    const ran = await deadlines(...args);
    expect(ran.err).toContain(words);
    expect(ran).toMatchObject({ code: 2, out: [] });
  });
});
