import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStates } from '../../src/db/read/states.ts';
import { readTreatyRecord } from '../../src/db/read/treaty-record.ts';
import { type CountedDatabase, countedDatabase } from '../setup/counted-database.ts';
import { recordFromFiles, rowsOf } from '../setup/record-files.ts';

const files = recordFromFiles();
const byCode = <T extends { iso3: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (a.iso3 < b.iso3 ? -1 : 1));

let database: CountedDatabase;
beforeAll(async () => {
  database = await countedDatabase();
});
afterAll(() => database.close());

describe('the facts of the record as the rules read them', () => {
  it('are those of its files, field by field', async () => {
    const record = await readTreatyRecord(database.db);
    expect(record.states).toEqual(byCode(files.states));
    expect(record.events).toEqual(files.events.map((event) => ({ ...event, corrects: null })));
    expect(record.meetings).toEqual(files.meetings);
    const reports = files.reports.map((report) => ({ ...report, corrects: null }));
    expect(record.reports.toSorted(byId)).toEqual(reports.toSorted(byId));
    expect(record.needs.map(({ source, ...need }) => need)).toEqual(files.needs.map(({ source, ...need }) => need));
    expect(new Set(record.needs.map(({ source }) => source)).size).toBe(1);
  });

  it('come in one query, and so do the names of the States', async () => {
    expect(await database.sentBy(() => readTreatyRecord(database.db))).toHaveLength(1);
    expect(await database.sentBy(() => readStates(database.db))).toHaveLength(1);
  });

  it('are empty lists, not nothing, where nothing is on record, also inside a transaction', async () => {
    const before = Temporal.Instant.from('2019-11-18T07:59:59+01:00');
    const nothing = {
      states: [],
      events: [],
      meetings: [],
      reports: [],
      years: [],
      needs: [],
      begun: null,
      confirmed: [],
    };
    expect(await readTreatyRecord(database.db, before)).toEqual(nothing);
    await database.db.$transaction(async (tx) => expect(await readTreatyRecord(tx, before)).toEqual(nothing));
    const undone = new Error('undone');
    const unnamed = database.db.$transaction(async (tx) => {
      await tx.$executeRaw`DELETE FROM "StateAlias" WHERE iso3 = 'LBN'`;
      expect((await readStates(tx)).find(({ iso3 }) => iso3 === 'LBN')?.aliases).toEqual([]);
      throw undone;
    });
    await expect(unnamed).rejects.toBe(undone);
  });

  it('are as they were known at an instant, and nothing before the desk kept any', async () => {
    const loaded = Temporal.Instant.from('2019-11-18T08:00:00+01:00');
    expect((await readTreatyRecord(database.db, loaded.subtract({ milliseconds: 1 }))).events).toEqual([]);
    expect(await readTreatyRecord(database.db, loaded)).toEqual(await readTreatyRecord(database.db));
    expect((await readTreatyRecord(database.db, loaded)).begun).toBe('2019-11-18');
  });

  it('include every name of every State', async () => {
    const states = await readStates(database.db);
    expect(states.map(({ iso3 }) => iso3)).toEqual(byCode(files.states).map(({ iso3 }) => iso3));
    const lebanon = states.find(({ iso3 }) => iso3 === 'LBN');
    expect(lebanon).toMatchObject({ unName: 'Lebanon', shortName: 'Lebanon', region: 'Asia' });
    expect(lebanon?.aliases).toContainEqual({ text: 'Liban', language: 'fr' });
    const aliases = new Set(rowsOf('aliases').map(({ iso3, alias, lang }) => `${iso3} ${alias} ${lang}`));
    expect(states.flatMap(({ aliases: own }) => own)).toHaveLength(aliases.size);
  });
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
