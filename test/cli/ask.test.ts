import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open.ts';
import { json, type Ran, run } from '../setup/command-line.ts';
import { freshDatabase } from '../setup/database.ts';
import { emptyFolder } from '../setup/folder.ts';

const NINE = ['AFG', 'ALB', 'IRQ', 'LAO', 'LBN', 'MNE', 'PSE', 'SOM', 'TCD'];
let database: Database;
const ask = (args: readonly string[], input?: string | Uint8Array): Promise<Ran> =>
  run(['ask', ...args], { database }, input);

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe('action5 ask', () => {
  it('prints one JSON object with the stable fields and nothing else', async () => {
    const ran = await ask(['--json', 'which states need victim assistance?']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toHaveLength(1);
    const [answer = {}] = json(ran);
    expect(answer).toEqual({
      question: 'which states need victim assistance?',
      outcome: 'answered',
      understood: 'States with a request for victim assistance · 2018 reports · as of 18 November 2019',
      asOf: '2019-11-18',
      states: NINE,
      themes: ['VICTIM_ASSISTANCE'],
      count: 9,
      dates: [],
      uncertain: [],
      text: expect.stringContaining(
        'Afghanistan, Albania, Chad, Iraq, Lao PDR, Lebanon, Montenegro, Somalia, State of Palestine',
      ),
      sources: ["coordinators' concept note, Nov 2019"],
      suggestions: [],
      language: 'en',
    });
  });

  it('says the same in words, with what was understood', async () => {
    const ran = await ask(['which', 'states', 'need', 'victim', 'assistance?']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out[0]).toBe(
      'Nine States Parties asked for help with victim assistance in their 2018 Article 7 reports:',
    );
    expect(ran.out.at(-1)).toBe(
      'Understood: States with a request for victim assistance · 2018 reports · as of 18 November 2019',
    );
  });

  it.each([
    ['which states need gold?', 'not_understood'],
    ['is Congo a State Party?', 'ambiguous'],
    ['how many casualties in Lebanon?', 'no_data'],
    ['what does the Mine Ban Convention say about Peru?', 'out_of_scope'],
  ])('is done, exit 0, whatever the outcome says: %s', async (question, outcome) => {
    const ran = await ask(['--json', question]);
    expect(json(ran)).toMatchObject([{ question, outcome, states: [], count: null }]);
    expect(ran).toMatchObject({ code: 0, err: '' });
  });

  it('offers what may be asked instead, in words too', async () => {
    const ran = await ask(['is Congo a State Party?']);
    expect(ran.out.at(-1)).toMatch(/^Try: .*Congo \(Republic of the\).* · .*DR Congo/);
  });

  it('answers as known on the day of --as-of, and a day in the question itself goes before it', async () => {
    const [early = {}] = json(await ask(['--json', '--as-of', '2015-01-01', 'how many States Parties?']));
    expect(early).toMatchObject({ asOf: '2015-01-01' });
    const [named = {}] = json(
      await ask(['--json', '--as-of', '2015-01-01', 'how many States Parties as of 18 November 2019?']),
    );
    expect(named).toMatchObject({ asOf: '2019-11-18' });
    expect(Number(named['count'])).toBeGreaterThan(Number(early['count']));
  });
});

describe('action5 ask --batch', () => {
  const QUESTIONS = ['which states need victim assistance?', '', 'and for RRE?', 'is Chad a State Party?'];

  const outcomes = (ran: Ran) => json(ran).map(({ question, outcome }) => [question, outcome]);

  it('gives one answer to each line of standard input, blank lines too, none leaning on the one before', async () => {
    const ran = await ask(['--json', '--batch', '-'], `${QUESTIONS.join('\n')}\n`);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const read = outcomes(ran);
    expect(read.map(([question]) => question)).toEqual(QUESTIONS);
    expect(read.map(([, outcome]) => outcome)).toEqual(['answered', 'not_understood', expect.any(String), 'answered']);
    const alone = await ask(['--json', 'and for RRE?']);
    expect(json(ran)[2]).toEqual(json(alone)[0]);
  });

  it('reads a file with a byte order mark, CRLF and no last line break as it reads the plain one', async () => {
    const file = join(emptyFolder(), 'questions.txt');
    writeFileSync(file, `\uFEFF${QUESTIONS.join('\r\n')}`);
    const ran = await ask(['--json', '--batch', file]);
    expect(ran.code).toBe(0);
    expect(outcomes(ran).map(([question]) => question)).toEqual(QUESTIONS);
  });

  it('keeps to one line for each answer in words too', async () => {
    const ran = await ask(['--batch', '-'], QUESTIONS.join('\n'));
    expect(ran.code).toBe(0);
    expect(ran.out).toHaveLength(QUESTIONS.length);
    expect(ran.out[0]).toContain('Lebanon');
    expect(ran.out[1]).toContain('did not understand');
  });

  it.each([
    ['', 0],
    ['\n', 1],
    ['\n\n', 2],
  ])('answers %j with %i answers', async (input, answers) => {
    const ran = await ask(['--json', '--batch', '-'], input);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toHaveLength(answers);
  });
});

describe('action5 ask, used wrongly', () => {
  it.each([
    [['--json'], 'Give a question'],
    [['  '], 'Give a question'],
    [['--batch', '-', 'is Chad a State Party?'], 'not both'],
    [['--batch', join('no', 'such', 'file.txt')], 'cannot be read'],
    [['--as-of', '2019-02-30', 'is Chad a State Party?'], '2019-02-30'],
    [['--as-of', 'yesterday', 'is Chad a State Party?'], 'yesterday'],
    [['--as-off', '2019-11-18', 'is Chad a State Party?'], '--as-off'],
  ])('ends with 2 and says why: %j', async (args, words) => {
    const ran = await ask(args);
    expect(ran.err).toContain(words);
    expect(ran).toMatchObject({ code: 2, out: [] });
  });
});
