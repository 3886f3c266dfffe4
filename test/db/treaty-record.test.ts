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
    expect(record.events).toEqual(files.events);
    expect(record.meetings).toEqual(files.meetings);
    expect(record.reports.toSorted(inOrder)).toEqual(files.reports.toSorted(inOrder));
    expect(record.needs.map(({ source, ...need }) => need)).toEqual(files.needs.map(({ source, ...need }) => need));
    expect(new Set(record.needs.map(({ source }) => source)).size).toBe(1);
  });

  it('come in one query, and so do the names of the States', async () => {
    expect(await database.sentBy(() => readTreatyRecord(database.db))).toHaveLength(1);
    expect(await database.sentBy(() => readStates(database.db))).toHaveLength(1);
  });

  it('are empty lists, not nothing, where nothing is on record, also inside a transaction', async () => {
    const undone = new Error('undone');
    const emptied = database.db.$transaction(async (tx) => {
      await tx.$executeRaw`DELETE FROM "ObligationEvent"`;
      await tx.$executeRaw`DELETE FROM "ConventionMeeting"`;
      await tx.$executeRaw`DELETE FROM "Article7Report"`;
      await tx.$executeRaw`DELETE FROM "StateAlias" WHERE iso3 = 'LBN'`;
      expect(await readTreatyRecord(tx)).toMatchObject({ events: [], meetings: [], reports: [] });
      expect((await readStates(tx)).find(({ iso3 }) => iso3 === 'LBN')?.aliases).toEqual([]);
      throw undone;
    });
    await expect(emptied).rejects.toBe(undone);
    expect((await readTreatyRecord(database.db)).events).toHaveLength(92);
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

const inOrder = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
