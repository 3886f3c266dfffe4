import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { json, run } from '../setup/command-line.ts';
import { freshDatabase } from '../setup/database.ts';
import { emptyDatabase } from '../setup/empty-database.ts';
import { emptyFolder } from '../setup/folder.ts';

describe('the record of the command line', () => {
  it('is made and loaded first where the folder is empty, and found there by the next verb', async () => {
    const folder = join(emptyFolder(), 'deep', 'down');
    const first = await run(['state', 'Chad', '--json', '--data', folder], { variables: {} });
    expect(first).toMatchObject({ code: 0, err: `There was no record in ${folder}: a new one was begun there.` });
    expect(json(first)).toMatchObject([{ state: 'TCD' }]);
    const second = await run(['state', 'Chad', '--json', '--data', folder], { variables: {} });
    expect(second).toEqual({ ...first, err: '' });
    const migrated = await run(['migrate'], { variables: { ACTION5_DATA: folder } });
    expect(migrated).toEqual({
      code: 0,
      out: ['The database is up to date.', 'The record was left as it is.'],
      err: '',
    });
  });

  it('is refused, exit 2, while a running desk holds the folder: it says who', async () => {
    const folder = emptyFolder();
    const desk = await openDatabase({ folder, address: () => 'http://127.0.0.1:4310' });
    if (!desk.ok) throw new Error(desk.problem);
    const ran = await run(['deadlines', '--json'], { variables: { ACTION5_DATA: folder } });
    const doctor = await run(['doctor'], { variables: { ACTION5_DATA: folder } });
    const migrate = await run(['migrate'], { variables: { ACTION5_DATA: folder } });
    await desk.database.close();
    for (const refused of [ran, doctor, migrate]) {
      expect(refused).toMatchObject({ code: 2, out: [] });
      expect(refused.err).toContain(`in use by process ${process.pid}, http://127.0.0.1:4310`);
    }
  });

  it('is never strewn among the files of somebody else', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'letter.txt'), 'Dear colleagues');
    const ran = await run(['doctor', '--data', folder], { variables: {} });
    expect(ran).toMatchObject({ code: 2, out: [] });
    expect(ran.err).toContain('holds other files and no record');
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('is refused, exit 2, where the folder cannot be made', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');
    const ran = await run(['doctor', '--data', file], { variables: {} });
    expect(ran).toMatchObject({ code: 2, out: [] });
    expect(ran.err).toContain('cannot be used (ENOTDIR)');
  });

  it('is refused, exit 2, where no PostgreSQL answers, without the password', async () => {
    const variables = { DATABASE_URL: 'postgresql://action5:a-secret@127.0.0.1:1/action5' };
    const ran = await run(['migrate'], { variables });
    expect(ran).toEqual({
      code: 2,
      out: [],
      err: 'The PostgreSQL of DATABASE_URL (127.0.0.1:1) cannot be used: nothing answers there. See that it runs and that DATABASE_URL is right.',
    });
  });

  it('is migrated by migrate and, with RECORD=none, left without the starting record', async () => {
    const database = await emptyDatabase();
    const open = { database };
    const first = await run(['migrate'], open, '', { RECORD: 'none' });
    expect(first.code).toBe(0);
    expect(first.out[0]).toMatch(/^Applied: \d+_/);
    expect(first.out[1]).toBe('The record was left as it is.');
    expect(await run(['deadlines'], open, '', { RECORD: 'none' })).toMatchObject({ code: 0, out: [] });
    const second = await run(['migrate'], open);
    expect(second.out).toEqual(['The database is up to date.', 'The starting record was loaded.']);
    await database.close();
  });
});

describe('action5 doctor', () => {
  it('looks at everything, one line a check, and ends with 1 when something is to be looked at', async () => {
    const database = await freshDatabase();
    const ran = await run(['doctor', '--json'], { database });
    expect(ran).toMatchObject({ code: 1, err: '' });
    const checks = json(ran);
    expect(checks.map(({ check, ok }) => [check, ok])).toEqual([
      ['Node', true],
      ['database', true],
      ['record', true],
      ['facts to confirm', false],
      ['Slack tokens', false],
      ['admins', false],
      ['register channel', false],
      ['taken and not finished', true],
      ['ended in a fault', true],
      ['cards not posted', true],
      ['Outlook', true],
    ]);
    expect(checks.find(({ check }) => check === 'record')).toMatchObject({
      found: '197 States, 92 events, 22 requests',
    });
    expect(checks.find(({ check }) => check === 'facts to confirm')).toMatchObject({ found: '8 as of 2019-11-18' });
    const inWords = await run(['doctor'], { database });
    expect(inWords.out).toContain('look at  register channel: none chosen: /ccm settings');
    expect(inWords.out).toHaveLength(checks.length);
    await database.close();
  });

  it('ends with 0 when there is nothing to look at', async () => {
    const database = await emptyDatabase();
    await run(['migrate'], { database }, '', { RECORD: 'none' });
    await database.db.state.create({
      data: {
        iso3: 'XXA',
        iso2: 'XA',
        unName: 'Practice State',
        shortName: 'Practice State',
        region: 'None',
        source: 'a test',
        recordedAt: new Date(0),
      },
    });
    await database.db.setting.create({
      data: { key: 'register_channel', value: 'C0REGISTER', changedAt: new Date(0), changedBy: 'a test' },
    });
    const ran = await run(['doctor'], { database }, '', {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      ACTION5_ADMINS: 'U012ABCDEF',
      RECORD: 'none',
    });
    await database.close();
    expect(ran.out.join('\n')).not.toMatch(/xoxb|xapp|look at/);
    expect(ran).toMatchObject({ code: 0, err: '' });
  });
});
