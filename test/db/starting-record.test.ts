import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../src/db/client.ts';
import type { Database } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { readCoordinators } from '../../src/db/read/coordinators.ts';
import { readHistory } from '../../src/db/read/history.ts';
import { readNeeds } from '../../src/db/read/needs.ts';
import { readStatedFigures } from '../../src/db/read/stated-figures.ts';
import { readStates } from '../../src/db/read/states.ts';
import { readWorkPlan } from '../../src/db/read/work-plan.ts';
import { loadStartingRecord } from '../../src/db/starting-record/load.ts';
import { readStartingRecord } from '../../src/db/starting-record/read.ts';
import { freshDatabase } from '../setup/database.ts';
import { emptyDatabase } from '../setup/empty-database.ts';
import { clockAt } from '../setup/instants.ts';
import { rowsOf } from '../setup/record-files.ts';

const RECORD = 'prisma/record';
const FIRST_DAY = '2019-11-18T08:00:00+01:00';
const later = clockAt('2019-12-24T12:00:00Z');
const NOTE = 'concept note of the Coordinators on International Cooperation and Assistance, as of 18 November 2019';

/** Every row of every table, as the database writes it. */
async function everything(db: Db): Promise<Record<string, unknown[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`;
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables)
    all[name] = await db.$queryRawUnsafe<unknown[]>(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY t::text`);
  return all;
}

describe('the starting record', () => {
  let database: Database;
  let db: Db;
  beforeAll(async () => {
    database = await freshDatabase();
    db = database.db;
  });
  afterAll(() => database.close());

  test('holds all States, by their standing', async () => {
    expect(await db.state.count()).toBe(113 + 12 + 72);
    expect(await db.state.count({ where: { NOT: { deposited: null } } })).toBe(113);
    expect(await db.state.count({ where: { deposited: null, NOT: { signed: null } } })).toBe(12);
    expect(await db.state.count({ where: { deposited: null, signed: null } })).toBe(72);
    expect(await db.state.findMany({ where: { NOT: { withdrawn: null } }, select: { iso3: true } })).toEqual([
      { iso3: 'LTU' },
    ]);
  });

  test('holds as many facts as its files', async () => {
    expect({
      aliases: await db.stateAlias.count(),
      events: await db.obligationEvent.count(),
      hidden: await db.obligationEvent.count({ where: { show: false } }),
      reports: await db.article7Report.count(),
      figures: await db.statedFigure.count(),
      meetings: await db.conventionMeeting.count(),
      coordinators: await db.coordinatorTerm.count(),
      headings: await db.actionPlanHeading.count(),
      forms: await db.article7Form.count(),
      sources: await db.source.count(),
      needs: await db.assistanceRequest.count(),
    }).toEqual({
      aliases: 1_039,
      events: 92,
      hidden: rowsOf('obligation-events').filter(({ show }) => show === 'no').length,
      reports: 16,
      figures: 7,
      meetings: 27,
      coordinators: 28,
      headings: 30,
      forms: 14,
      sources: 1,
      needs: 22,
    });
  });

  test('numbers the 22 needs of the 2018 reports in the order of their file: published, logged, nobody’s yet', async () => {
    const needs = await readNeeds(db);
    expect(needs.map(({ reference, state, theme }) => `${reference} ${state} ${theme}`)).toEqual(
      rowsOf('needs-2018').map(({ iso3, theme }, at) => `AR-2018-${String(at + 1).padStart(3, '0')} ${iso3} ${theme}`),
    );
    for (const need of needs)
      expect(need, need.reference).toMatchObject({
        status: 'logged',
        sharing: 'published',
        sharingBasis: 'published in the 2018 report',
        reportingYear: 2018,
        requestedOn: null,
        asOf: '2019-11-18',
        closedOn: null,
        owner: null,
        sources: [{ title: "coordinators' concept note, Nov 2019", confidence: 'high' }],
      });
    expect(needs.at(-1)).toMatchObject({
      reference: 'AR-2018-022',
      state: 'MOZ',
      description: 'destruction of munitions not covered by the Convention: obsolete aerial bombs',
    });
    expect(needs.filter(({ description }) => description !== '')).toHaveLength(1);
  });

  test('leaves the three needs of Montenegro, which coordinates, to the Netherlands', async () => {
    const handled = (await readNeeds(db)).filter(({ handledBy }) => handledBy !== null);
    expect(handled.map(({ state, handledBy }) => [state, handledBy])).toEqual(Array(3).fill(['MNE', 'NLD']));
    expect(await readNeeds(db, { states: ['MNE'] })).toHaveLength(3);
  });

  test('counts on after the last reference, and says in the history where each need comes from', async () => {
    expect(await db.requestCounter.findMany()).toEqual([{ year: 2018, last: 22 }]);
    expect(await readHistory(db, 'AR-2018-005')).toMatchObject([
      { by: 'starting record', through: 'starting record', what: 'logged', before: null, after: 'logged', why: NOTE },
    ]);
    expect(await db.requestHistory.count()).toBe(22);
  });

  test('has the names of the States, the figures, the coordinators and the work plan of its files', async () => {
    const names = (await readStates(db)).flatMap(({ iso3, aliases }) =>
      aliases.map(({ text, language }) => `${iso3} ${language} ${text}`),
    );
    expect(names.toSorted()).toEqual(
      rowsOf('aliases')
        .map(({ iso3, lang, alias }) => `${iso3} ${lang} ${alias}`)
        .toSorted(),
    );
    const figures = await readStatedFigures(db);
    expect(
      figures.map(({ stated, named, names: listed }) => [String(stated), String(named ?? ''), listed.join(' ')]),
    ).toEqual(rowsOf('stated-figures').map(({ stated, named, names: listed }) => [stated, named, listed]));
    const terms = await readCoordinators(db);
    expect(terms.map(({ period, theme, states }) => [period, theme, states.join('; ')])).toEqual(
      rowsOf('coordinators').map(({ period, theme, states }) => [period, theme, states]),
    );
    const plan = await readWorkPlan(db);
    const line = (row: { [name: string]: unknown }) =>
      [row['kind'], row['position'], row['when'] ?? '', row['until'] ?? '', row['short'], row['text']].join('|');
    expect(plan.map((row) => line({ ...row })).toSorted()).toEqual(rowsOf('work-plan').map(line).toSorted());
  });

  test('holds the timeline of the concept note in its order', async () => {
    const timeline = (await readWorkPlan(db)).filter(({ kind }) => kind === 'timeline');
    expect(timeline.map(({ when, short }) => `${when} ${short}`)).toEqual(
      rowsOf('work-plan')
        .filter(({ kind }) => kind === 'timeline')
        .map(({ when, short }) => `${when} ${short}`),
    );
    expect(timeline[0]).toMatchObject({ position: 1, source: NOTE });
  });

  test('names a source for every fact, but for the one that was not found', async () => {
    const sourced = await db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'source' ORDER BY 1`;
    expect(sourced.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'State',
        'StateAlias',
        'ObligationEvent',
        'Article7Report',
        'StatedFigure',
        'WorkPlanItem',
      ]),
    );
    for (const { name } of sourced) {
      const without = await db.$queryRawUnsafe<object[]>(
        `SELECT * FROM "${name}" WHERE coalesce(btrim(source), '') = ''`,
      );
      expect(without, name).toEqual(
        name === 'CoordinatorTerm' ? [expect.objectContaining({ confidence: 'none', states: ['(not found)'] })] : [],
      );
    }
    expect(await db.assistanceRequest.count({ where: { sources: { none: {} } } })).toBe(0);
  });

  test('was recorded at the moment of loading, by the clock of the desk', async () => {
    const recorded = await db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'recordedAt'`;
    for (const { name } of recorded)
      expect(
        await db.$queryRawUnsafe(`SELECT 1 FROM "${name}" WHERE "recordedAt" <> '${FIRST_DAY}'::timestamptz`),
        name,
      ).toEqual([]);
  });

  test('is loaded once: a second time nothing changes, not a single row', async () => {
    const before = await everything(db);
    expect(await loadStartingRecord(db, later)).toEqual({ ok: true, loaded: false });
    expect(await prepareRecord(database, later, true)).toEqual({ ok: true, loaded: false });
    expect(await everything(db)).toEqual(before);
  });

  test('is refused, and nothing changed, when the database holds a later one', async () => {
    await db.recordLoad.create({ data: { digest: 'of later', version: 2, loadedAt: new Date(FIRST_DAY) } });
    const before = await everything(db);
    expect(await loadStartingRecord(db, later)).toEqual({
      ok: false,
      problem:
        'The database holds starting record 2; this version of Action5 knows 1. Update the desk; nothing was changed.',
    });
    expect(await everything(db)).toEqual(before);
  });
});

describe('a starting record that is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'action5-record-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Writes the record into `folder` with `from` in one file reading `to`. */
  function withChange(file: string, from: string | RegExp, to: string): void {
    cpSync(RECORD, folder, { recursive: true });
    const text = readFileSync(join(RECORD, file), 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} does not hold ${from}.`);
    writeFileSync(join(folder, file), changed);
  }

  const lineOf = (file: string, start: string): number =>
    readFileSync(join(RECORD, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.startsWith(start)) + 1;

  const events = 'obligation-events.csv';
  const states = 'states-parties.csv';
  const needs = 'needs-2018.csv';

  test.each<[what: string, file: string, from: string | RegExp, to: string, line: number, reason: string]>([
    [
      'a date that does not exist',
      states,
      'AF,AFG,Afghanistan,Afghanistan,2008-12-03,2011-09-08',
      'AF,AFG,Afghanistan,Afghanistan,2008-12-03,2011-02-30',
      2,
      'ratification_date is not a date that exists (YYYY-MM-DD)',
    ],
    [
      'a day that is written as a month is',
      events,
      'LBN,4,obligation,2011-05-01,day',
      'LBN,4,obligation,2011-05,day',
      lineOf(events, 'LBN,4,obligation,'),
      'date is not as exact as its precision says',
    ],
    [
      'an entry into force that Article 17 does not give',
      states,
      'AL,ALB,Albania,Albania,2008-12-03,2009-06-16,ratification,2010-08-01',
      'AL,ALB,Albania,Albania,2008-12-03,2009-06-16,ratification,2009-12-01',
      3,
      'the entry into force for ALB is 2009-12-01; Article 17 gives 2010-08-01 for its deposit',
    ],
    [
      'a clearance deadline that Article 4.1(a) does not give',
      events,
      'LBN,4,obligation,2011-05-01,day,2021-05-01',
      'LBN,4,obligation,2011-05-01,day,2021-05-02',
      lineOf(events, 'LBN,4,obligation,'),
      'the deadline of LBN under Article 4 is 2021-05-02; Article 4.1(a) gives 2021-05-01',
    ],
    [
      'a destruction deadline that Article 3.2 gives and that is missing',
      events,
      'PER,3,obligation,2013-03-01,day,2021-03-01',
      'PER,3,obligation,2013-03-01,day,',
      lineOf(events, 'PER,3,obligation,'),
      'the deadline of PER under Article 3 is missing; Article 3.2 gives 2021-03-01',
    ],
    [
      'an obligation of a State that is no party',
      events,
      'LBN,4,obligation,',
      'USA,4,obligation,',
      lineOf(events, 'LBN,4,obligation,'),
      'USA has an obligation and is no State Party',
    ],
    [
      'a State that the record does not know',
      'aliases.csv',
      'AFG,Afganistán',
      'XKX,Afganistán',
      2,
      'XKX is no State of the record',
    ],
    [
      'a State that stands in two files',
      'states-not-party.csv',
      'AE,ARE,',
      'AF,AFG,',
      2,
      'AFG stands there, and once more before',
    ],
    [
      'a need that stands twice',
      needs,
      'TCD,SURVEY_AND_CLEARANCE,2018',
      'AFG,SURVEY_AND_CLEARANCE,2018',
      4,
      'AFG SURVEY_AND_CLEARANCE 2018 stands there, and once more before',
    ],
    [
      'a meeting that the record does not know',
      events,
      'AFG,4,extension_requested,2021-08,month,,2RC-P2',
      'AFG,4,extension_requested,2021-08,month,,9RC',
      3,
      '9RC is no meeting of the record',
    ],
    [
      'a fact without a source',
      events,
      /^(AFG,4,obligation,2012-03-01,day,2022-03-01,,high,yes),"[^"]*"/m,
      '$1,',
      2,
      'source is empty',
    ],
    [
      'a need from a source that is not listed',
      needs,
      /as of 18 November 2019/,
      'as of 2020',
      2,
      'is not in sources.csv',
    ],
    ['a theme that there is not', needs, 'PER,STOCKPILE_DESTRUCTION', 'PER,STOCKPILES', 2, 'theme Invalid option'],
    [
      'a coordinator that is no State',
      'coordinators.csv',
      'Montenegro; Netherlands,concept note',
      'Montenegro; Holand,concept note',
      lineOf('coordinators.csv', '2019-2020,International'),
      'Holand is the name of no State of the record',
    ],
    [
      'a figure that names others than it says',
      'stated-figures.csv',
      'SURVEY_AND_CLEARANCE,2018,7,6',
      'SURVEY_AND_CLEARANCE,2018,7,7',
      lineOf('stated-figures.csv', '2019-11-18,requested assistance,SURVEY'),
      'it says that 7 are named, and names 6',
    ],
    [
      'a column that is missing',
      needs,
      'iso3,theme,reporting_year',
      'iso3,subject,reporting_year',
      1,
      'there is no column "theme"',
    ],
  ])('is refused for %s, with file, line and reason', (_, file, from, to, line, reason) => {
    withChange(file, from, to);
    const read = readStartingRecord(folder);
    expect(read).toMatchObject({ ok: false });
    const problem = read.ok ? '' : read.problem;
    expect(problem).toContain(`${file}, line ${line}: `);
    expect(problem).toContain(reason);
    expect(problem).toMatch(/\. Nothing was loaded\.$/);
  });

  test('is refused for a row with a cell too few, and for a file that is not there', () => {
    withChange(needs, ',published', '');
    expect(readStartingRecord(folder)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^needs-2018\.csv: .*line 2.*Nothing was loaded\.$/),
    });
    rmSync(join(folder, needs));
    expect(readStartingRecord(folder)).toMatchObject({ ok: false, problem: expect.stringContaining(needs) });
  });

  test('is told by its line also below a cell that runs over several lines', () => {
    withChange(
      'action-plans.csv',
      'Strengthen partnerships at all levels',
      '"Strengthen\npartnerships\nat all levels"',
    );
    const text = readFileSync(join(folder, 'action-plans.csv'), 'utf8');
    writeFileSync(join(folder, 'action-plans.csv'), text.replace('Dubrovnik Action Plan,5.2', ',5.2'));
    expect(readStartingRecord(folder)).toMatchObject({
      ok: false,
      problem: 'action-plans.csv, line 5: plan is empty. Nothing was loaded.',
    });
  });

  test('may grant an extension to any day', () => {
    withChange(
      events,
      'DEU,4,extension_granted,2019-09-04,day,2025-08-01',
      'DEU,4,extension_granted,2019-09-04,day,2026-01-01',
    );
    expect(readStartingRecord(folder)).toMatchObject({ ok: true });
  });

  test('leaves nothing in the database, whether it is refused before the first row or by the last; then the right one loads', async () => {
    const database = await emptyDatabase();
    const { db } = database;
    expect(await prepareRecord(database, later, false)).toEqual({ ok: true });
    const empty = await everything(db);
    expect(await db.state.count()).toBe(0);

    withChange(needs, 'PER,STOCKPILE_DESTRUCTION', 'PER,STOCKPILES');
    expect(await loadStartingRecord(db, later, folder)).toMatchObject({ ok: false });
    expect(await everything(db)).toEqual(empty);

    await db.requestCounter.create({ data: { year: 2018, last: 5 } });
    await expect(loadStartingRecord(db, later, RECORD)).rejects.toThrow();
    expect(await db.state.count()).toBe(0);
    await db.requestCounter.deleteMany();
    expect(await everything(db)).toEqual(empty);

    expect(await loadStartingRecord(db, later, RECORD)).toEqual({ ok: true, loaded: true });
    expect(await db.state.count()).toBe(197);
    await database.close();
  });
});
