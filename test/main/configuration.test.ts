import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../setup/folder.ts';
import { startDesk } from '../setup/process.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-a-secret' };
const APP = { SLACK_APP_TOKEN: 'xapp-a-secret' };

describe('npm start, half configured', () => {
  it.each([
    ['SLACK_APP_TOKEN is missing', 'App-Level Tokens', BOT],
    ['SLACK_BOT_TOKEN is missing', 'OAuth & Permissions', APP],
    ['SLACK_BOT_TOKEN does not begin with xoxb-', 'OAuth & Permissions', { SLACK_BOT_TOKEN: 'a-secret', ...APP }],
    ['SLACK_API_URL is given without', 'SLACK_BOT_TOKEN', { SLACK_API_URL: 'http://a-secret.example.org/api/' }],
    ['DATABASE_URL cannot be read', 'postgresql://', { DATABASE_URL: 'mysql://desk:a-secret@127.0.0.1/desk' }],
    ['ACTION5_NOW is refused in production', 'Remove it', { ...BOT, ...APP, ACTION5_NOW: '2019-11-18T09:00Z' }],
    ['PORT cannot be read', '4310', { PORT: 'a-secret' }],
  ])('says “%s”, where the right value is found (%s), and ends with 2', async (problem, where, variables) => {
    const folder = join(emptyFolder(), 'data');
    const { code, out, err } = await startDesk({ ACTION5_DATA: folder, ...variables }).ended;
    expect(err).toContain(problem);
    expect(err).toContain(where);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(`${out}${err}`).not.toContain('a-secret');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('reads .env where it is started, and says there too what is wrong', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '.env'), 'SLACK_BOT_TOKEN=xoxb-a-secret\n');
    const { code, err } = await startDesk({}, folder).ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('SLACK_APP_TOKEN is missing') });
  });
});

describe('npm start, where something is in the way', () => {
  it.each([
    ['nothing answers there', { DATABASE_URL: 'postgresql://desk:a-secret@127.0.0.1:1/desk' }],
    ['cannot be used (ENOTDIR)', { ACTION5_DATA: join('package.json', 'data') }],
  ])('says “%s” in one line and ends with 2', async (problem, variables) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'package.json'), '{}');
    const { code, out, err } = await startDesk({ ACTION5_DATA: join(folder, 'data'), ...variables }, folder).ended;
    expect(err).toContain(problem);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toContain('a-secret');
    expect({ code, out }).toEqual({ code: 2, out: 'Starting the desk; it takes a few seconds.\n' });
  });

  it.runIf(existsSync('/proc/self'))('tries not for ever to make a folder where the system takes none', async () => {
    const { code, err } = await startDesk({ ACTION5_DATA: '/proc/desk/data' }).ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('cannot be used (ENOENT)') });
  });

  it('says that Slack does not answer where it does not, and blames no token', async () => {
    const variables = { ...BOT, ...APP, SLACK_API_URL: 'http://127.0.0.1:1/api/', RECORD: 'none' };
    const { code, err } = await startDesk({ ...variables, ACTION5_DATA: join(emptyFolder(), 'data') }).ended;
    expect(err).toContain('Slack does not answer');
    expect(err).not.toMatch(/a-secret|SLACK_BOT_TOKEN|\n\s+at /);
    expect(code).toBe(2);
  });
});
