import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../src/env.ts';
import { VARIABLES } from '../src/env-variables.ts';
import { emptyFolder } from './setup/folder.ts';

const problemsOf = (source: Record<string, string>): readonly string[] => {
  const read = readEnv(source);
  return read.ok ? [] : read.problems;
};

const OUTLOOK = {
  GRAPH_TENANT_ID: 'contoso.example',
  GRAPH_CLIENT_ID: 'an-app',
  GRAPH_CLIENT_SECRET: 'a-secret',
  GRAPH_MAILBOX: 'desk@example.org',
};

describe('the environment', () => {
  it('starts the sandbox on the embedded database when nothing is given', () => {
    const read = readEnv({});
    expect(read).toMatchObject({ ok: true, env: { slack: null, databaseUrl: null, frozen: false, loadRecord: true } });
  });

  it('starts the real desk with the two tokens alone', () => {
    const read = readEnv({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect(read).toMatchObject({ ok: true, env: { slack: { botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: null } } });
  });

  it('takes blank variables as absent', () => {
    expect(readEnv({ SLACK_BOT_TOKEN: ' ', DATABASE_URL: '', PORT: '' })).toMatchObject({ ok: true });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN is missing', 'App-Level Tokens'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing', 'OAuth & Permissions'],
    [
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN does not begin with xoxb-',
      'OAuth & Permissions',
    ],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL cannot be read', 'postgresql://'],
    [{ PORT: '70000' }, 'PORT cannot be read', '4310'],
    [{ ACTION5_NOW: '2019-02-30T09:00+01:00' }, 'ACTION5_NOW is not an instant', '2019-11-18'],
    [{ ACTION5_NOW: '2019-11-18' }, 'ACTION5_NOW is not an instant', '2019-11-18'],
    [{ SLACK_API_URL: 'http://127.0.0.1:1/api/' }, 'SLACK_API_URL is given without', 'SLACK_BOT_TOKEN'],
  ])('says of %o what is wrong and where the right value is found', (source, wrong, where) => {
    const [problem = ''] = problemsOf(source);
    expect(problem).toContain(wrong);
    expect(problem).toContain(where);
  });

  it('takes Outlook with four values, with a certificate in place of the secret, and for tests with another address', () => {
    expect(readEnv({})).toMatchObject({ ok: true, env: { graph: null, graphRecord: null } });
    expect(readEnv(OUTLOOK)).toMatchObject({
      ok: true,
      env: {
        graph: {
          registration: { tenant: 'contoso.example', client: 'an-app', proof: { secret: 'a-secret' } },
          mailbox: 'desk@example.org',
          baseUrl: 'https://graph.microsoft.com',
          ca: null,
        },
      },
    });
    const { GRAPH_CLIENT_SECRET: _, ...others } = OUTLOOK;
    expect(readEnv({ ...others, GRAPH_CLIENT_CERTIFICATE: 'package.json' })).toMatchObject({
      env: { graph: { registration: { proof: { certificateFile: 'package.json' } } } },
    });
    const file = join(emptyFolder(), 'ca.pem');
    writeFileSync(file, 'a certificate');
    const elsewhere = { GRAPH_BASE_URL: 'https://127.0.0.1:1', GRAPH_CA_FILE: file, GRAPH_MAILBOX: 'desk@example.org' };
    expect(readEnv(elsewhere)).toMatchObject({ env: { graph: { registration: null, ca: 'a certificate' } } });
  });

  it.each([
    ['GRAPH_TENANT_ID', 'GRAPH_TENANT_ID is missing', 'Directory (tenant) ID'],
    ['GRAPH_CLIENT_ID', 'GRAPH_CLIENT_ID is missing', 'Application (client) ID'],
    ['GRAPH_CLIENT_SECRET', 'GRAPH_CLIENT_SECRET is missing, or GRAPH_CLIENT_CERTIFICATE', 'Client secrets > Value'],
    ['GRAPH_MAILBOX', 'GRAPH_MAILBOX is missing', 'Shared mailboxes'],
  ])('says that of Outlook %s is missing, and where it is found', (name, wrong, where) => {
    const problems = problemsOf({ ...OUTLOOK, [name]: '' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(wrong);
    expect(problems[0]).toContain(where);
  });

  it.each([
    [{ GRAPH_CLIENT_SECRET: '12345678-90ab-cdef-1234-567890abcdef' }, 'looks like the ID of a secret'],
    [{ GRAPH_CLIENT_CERTIFICATE: 'package.json' }, 'Remove one of them'],
    [{ GRAPH_CLIENT_SECRET: '', GRAPH_CLIENT_CERTIFICATE: 'none.pem' }, 'GRAPH_CLIENT_CERTIFICATE names a file'],
    [{ GRAPH_CA_FILE: 'package.json' }, 'GRAPH_CA_FILE is given without GRAPH_BASE_URL'],
    [{ GRAPH_BASE_URL: 'https://127.0.0.1:1', GRAPH_CA_FILE: 'none.pem' }, 'GRAPH_CA_FILE names a file'],
    [{ GRAPH_BASE_URL: 'http://127.0.0.1:1' }, 'GRAPH_BASE_URL cannot be read'],
    [{ GRAPH_MAILBOX: 'the secretariat' }, 'GRAPH_MAILBOX cannot be read'],
  ])('says of Outlook with %o what is wrong', (more, wrong) => {
    const problems = problemsOf({ ...OUTLOOK, ...more });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(wrong);
    expect(problems[0]).not.toContain('12345678');
  });

  it('never repeats a value in a problem, since it may be a secret', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'secret-word',
      SLACK_APP_TOKEN: 'other-word',
      DATABASE_URL: 'ftp://user:pass@host',
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join(' ')).not.toMatch(/secret-word|other-word|pass/);
  });

  it.each(['ACTION5_NOW', 'ACTION5_CLOCK'])('refuses %s in production and allows it beside a stand-in', (name) => {
    const value = name === 'ACTION5_NOW' ? '2019-11-18T09:00+01:00' : 'frozen';
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', [name]: value };
    expect(problemsOf(tokens)[0]).toContain(`${name} is refused in production`);
    expect(problemsOf({ ...tokens, SLACK_API_URL: 'http://127.0.0.1:1/api/' })).toEqual([]);
  });

  it.each(['+275760-09-13T00:00Z', '9999-12-31T00:00Z', '2007-12-31T00:00Z'])(
    'refuses to stand at %s, and says how far the clock goes',
    (ACTION5_NOW) => {
      expect(problemsOf({ ACTION5_NOW })).toEqual([
        'ACTION5_NOW lies outside of what the desk knows: 1 January 2008 to 31 December 2099.',
      ]);
    },
  );

  it('is described variable by variable in .env.example', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const named = lines.flatMap((line) => /^# ([A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
    expect(named).toEqual(VARIABLES.map((variable) => variable.name));
    for (const { about, where } of VARIABLES) {
      expect(lines).toContain(`# ${about}`);
      if (where !== '-') expect(lines).toContain(`# Where: ${where}`);
    }
  });

  it('is read nowhere else', () => {
    const readers = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated'))
      .filter((file) => readFileSync(`src/${file}`, 'utf8').includes('process.env'));
    expect(readers).toEqual(['env.ts']);
  });
});
