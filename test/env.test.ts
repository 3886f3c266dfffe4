import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEnv, VARIABLES } from '../src/env.ts';

const problemsOf = (source: Record<string, string>): readonly string[] => {
  const read = readEnv(source);
  return read.ok ? [] : read.problems;
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
