import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/main.ts';
import type { openDatabase } from '../../src/db/open.ts';
import { run } from '../setup/command-line.ts';

const VERBS = ['ask', 'deadlines', 'state', 'migrate', 'doctor'];
/** A folder that nothing may be opened in. */
const NOWHERE = { variables: { ACTION5_DATA: '/dev/null/nowhere' } };

describe('the command line', () => {
  it('lists every verb with what it is for', async () => {
    for (const argv of [['--help'], ['-h'], ['help']]) {
      const ran = await run(argv, NOWHERE);
      expect(ran).toMatchObject({ code: 0, err: '' });
      for (const verb of VERBS) expect(ran.out.some((line) => line.startsWith(`  ${verb}`))).toBe(true);
    }
  });

  it.each(VERBS)('explains %s and each of its options, and opens nothing', async (verb) => {
    const ran = await run([verb, '--help'], NOWHERE);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out[0]).toMatch(new RegExp(`^Usage: action5 ${verb}`));
    const named = [...(ran.out[0] ?? '').matchAll(/--[a-z-]+/g)].map(([option]) => option);
    for (const option of [...named, '--data'])
      expect(ran.out.some((line) => new RegExp(`^ {2}${option} .*\\w`).test(line))).toBe(true);
    expect(await run(['help', verb], NOWHERE)).toEqual(ran);
  });

  it('names in its usage every option of the design', async () => {
    const usage = async (verb: string): Promise<string> => (await run([verb, '--help'], NOWHERE)).out[0] ?? '';
    expect(await usage('ask')).toBe('Usage: action5 ask [--as-of D] [--batch FILE|-] [--json] "question"');
    expect(await usage('deadlines')).toBe(
      'Usage: action5 deadlines [--as-of D] [--until D] [--article 3|4|7] [--state X] [--json]',
    );
    expect(await usage('state')).toBe('Usage: action5 state X [--as-of D] [--json]');
  });

  it.each([
    [[], 'Usage: action5 VERB'],
    [['lookup'], 'There is no verb "lookup"'],
    [['toString'], 'There is no verb "toString"'],
    [['migrate', 'now'], '"now" is too much'],
    [['doctor', '--as-of', '2019-11-18'], '--as-of'],
    [['doctor', '--data='], '--data'],
    [['doctor', '--data'], '--data'],
    [['doctor', '--json=yes'], '--json'],
  ])('ends with 2 and says what is wrong with %j', async (argv, words) => {
    const ran = await run(argv, NOWHERE);
    expect(ran.code).toBe(2);
    expect([...ran.out, ran.err].join('\n')).toContain(words);
  });

  it('ends with 2 when a variable cannot be used, and names it, its value never', async () => {
    const ran = await run(['doctor'], { variables: { SLACK_BOT_TOKEN: 'xoxb-secret' } });
    expect(ran).toMatchObject({ code: 2, out: [] });
    expect(ran.err).toContain('SLACK_APP_TOKEN is missing');
    expect(ran.err).not.toContain('secret');
  });

  it('may be asked as of any instant beside the tokens of the real desk', async () => {
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const ran = await run(['state', 'Lebanon'], { variables: { ...tokens, ...NOWHERE.variables } });
    expect(ran.err).toContain('cannot be used');
    expect(ran.err).not.toContain('ACTION5_NOW');
  });

  it('throws only what is a fault of its own', async () => {
    const terminal = { out: () => undefined, err: () => undefined, input: process.stdin };
    const open: typeof openDatabase = async () => {
      throw new Error('a fault');
    };
    await expect(runCommandLine(['doctor'], { terminal, open, environment: {} })).rejects.toThrow('a fault');
  });
});
