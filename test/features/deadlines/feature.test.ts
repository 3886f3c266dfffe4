import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/blocks/message.ts';
import { deadlinesFeature } from '../../../src/features/deadlines/feature.ts';
import { type CountedDatabase, countedDatabase } from '../../setup/counted-database.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { montenegro } from '../people.ts';
import { readable } from '../words.ts';

const AT = '2019-11-18T09:00:00+01:00';

let database: CountedDatabase;
beforeAll(async () => {
  database = await countedDatabase();
});
afterAll(() => database.close());

const feature = () =>
  deadlinesFeature({ db: database.db, clock: clockAt(AT), files: { share: async () => ({ ok: true }) } });

async function asked(text: string, isPublic = false): Promise<Message> {
  const place = { kind: 'channel' as const, channel: 'C1', thread: isPublic ? '1.2' : null, public: isPublic };
  const reply = await feature().commands?.[0]?.run({ actor: montenegro, text, place, at: instant(AT) });
  if (reply?.kind !== 'say') throw new Error('The dates are said.');
  return reply.message;
}

describe('/ccm deadlines', () => {
  it('answers from the record in its first line', async () => {
    expect((await asked('')).text.split('\n')[0]).toBe('Next: Gambia, initial report (Art. 7), Thu 28 Nov, 10 days.');
  });

  it.each([
    ['2021 clearance', 'clearance (Article 4) · from 1 January 2021 until 31 December 2021'],
    ['Côte d’Ivoire', "dates under Articles 3, 4 and 7 · Côte d'Ivoire · all that lies ahead, and what has passed"],
    [
      'clearance extension requests Gambia and Middle East',
      'extension requests for clearance (Article 4) · the Gambia and States in Western Asia (UN M49) · all that lies ahead, and what has passed',
    ],
    [
      'annual reports for 2019 and stockpiles',
      'stockpile destruction (Article 3) and annual reports for 2019 (Article 7) · all that lies ahead, and what has passed',
    ],
    ['reports initial not on record', 'initial reports (Article 7) · not on record · whenever due'],
    [
      'RRE and reports until 2021',
      'reports (Article 7) · what has passed, and until 31 December 2021 · no date in the Convention for risk reduction education (Article 4.2(e))',
    ],
    ['from 2022', 'dates under Articles 3, 4 and 7 · from 1 January 2022 on'],
    ['due on 28 Nov', 'dates under Articles 3, 4 and 7 · on 28 November 2019'],
  ])('shows back what it understood of "%s"', async (text, understood) => {
    expect(readable((await asked(text)).blocks)).toContain(`Understood: ${understood} · as of 18 November 2019`);
  });

  it.each(['', 'all', 'reports not on record', 'Lebanon Chad Africa as of 4 Sep 2020', 'Atlantis'])(
    'asks the database twice, however much there is to say: "%s"',
    async (text) => {
      const sent = await database.sentBy(() => asked(text));
      expect(sent.length).toBeLessThanOrEqual(2);
      expect(sent.length).toBeGreaterThan(0);
    },
  );

  it('asks no more often of a record that is ten times as long', async () => {
    const rows = await database.db.obligationEvent.findMany();
    await database.db.obligationEvent.createMany({
      data: Array.from({ length: 10 }, (_, copy) =>
        rows.map((row) => ({ ...row, id: `${row.id} ${copy}`, position: row.position + 1_000 * (copy + 1) })),
      ).flat(),
    });
    expect(await database.db.obligationEvent.count()).toBe(rows.length * 11);
    for (const text of ['all', 'Lebanon']) expect((await database.sentBy(() => asked(text))).length).toBe(2);
  });

  it('says once what has passed where nothing else falls within the time asked for', async () => {
    const { text, blocks } = await asked('next 0 days');
    expect(text.match(/Passed, no outcome on record/g)).toHaveLength(1);
    expect(readable(blocks).match(/Passed, no outcome on record/g)).toHaveLength(1);
    expect(readable(blocks)).toContain('• *Guinea-Bissau* · stockpiles (Art. 3) · 1 May 2019, 201 days ago');
  });

  it('understands an alias and never prints it', async () => {
    const text = readable((await asked('Ivory Coast')).blocks);
    expect(text).toContain("Côte d'Ivoire");
    expect(text).not.toContain('Ivory');
  });

  it('answers a mention with its public half', async () => {
    const types = (await asked('Lebanon', true)).blocks.map(({ type }) => type);
    expect(types).toEqual(['section', 'context', 'actions']);
  });

  it('says what it could not read, with what works', async () => {
    const examples =
      'For example: /ccm deadlines 2021 clearance · /ccm deadlines Lebanon · /ccm deadlines Africa next 12 months · /ccm deadlines reports not on record';
    expect((await asked('31 June 2020')).text).toBe(
      `There is no 31 June 2020 in the calendar. Please give a date that exists. ${examples}`,
    );
    expect((await asked('2021 Congo as of 2020')).text).toBe(
      `“Congo” names several States: Congo (Republic of the) and DR Congo. Please say which: /ccm deadlines Congo (Republic of the) 2021 as of 2020-12-31 or /ccm deadlines DR Congo 2021 as of 2020-12-31. ${examples}`,
    );
    expect((await asked('from 2022 until 2020')).text).toBe(
      `This window ends before it begins: from 1 January 2022 until 31 December 2020. Please give the earlier date first. ${examples}`,
    );
    expect((await asked('victim assistance')).text).toBe(
      `The Convention sets no date for victim assistance (Article 5). Dates run under Article 3 (stockpiles), Article 4 (clearance) and Article 7 (reports). ${examples}`,
    );
    expect((await asked('Repulic of Atlantis clearance')).text).toContain('Not understood: “Repulic” and “Atlantis”.');
    expect((await asked('repotr Lebanon')).text).toBe(
      `Not understood: “repotr”. Near to it: report, reports and Lesotho. Without it: /ccm deadlines Lebanon. ${examples}`,
    );
    const hostile = await asked(`<!channel> ${'z'.repeat(9_000)}`);
    expect(JSON.stringify(hostile.blocks)).not.toContain('<!channel>');
    expect(hostile.text).toMatch(/^Not understood/);
    expect(hostile.text.length).toBeLessThan(1_000);
  });

  it('opens all dates from a button', async () => {
    const press = {
      actor: montenegro,
      value: '',
      place: { kind: 'home' as const, channel: '', thread: null, public: false },
      at: instant(AT),
      message: null,
      view: null,
    };
    const reply = await feature()
      .actions?.find(({ id }) => id === 'deadlines:all')
      ?.run(press);
    expect(reply?.kind === 'say' && reply.message.withoutTable !== undefined).toBe(true);
  });
});
