import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TypedWords } from '../../src/desk/typed-words.ts';
import { emptyFolder, recordFolder } from '../setup/folder.ts';
import { type Running, start, startDesk } from '../setup/process.ts';

const STARTING = 'Starting the desk; it takes a few seconds.\n';

describe('npm start without tokens', () => {
  let folder: string;
  let desk: Running;
  let address: URL;

  beforeAll(async () => {
    folder = recordFolder();
    desk = startDesk({ ACTION5_DATA: folder });
    address = new URL((await desk.said(/^Open (\S+) /m))[1] ?? '');
  }, 180_000);
  afterAll(() => desk.signal('SIGKILL'));

  it('prints one address on this machine alone, and opens the page only to who has it', async () => {
    expect(address.hostname).toBe('127.0.0.1');
    expect(desk.out()).toContain(
      ' · you are the coordinator of Montenegro · 18 Nov 2019 · nothing leaves this computer\n',
    );
    expect(desk.out().startsWith(STARTING)).toBe(true);
    expect(desk.out().match(/https?:/g)).toHaveLength(1);
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(new URL('/', address))).status).toBe(403);
    expect(desk.err()).toBe('');
  });

  it('tells the page what each person may type after /ccm, and somebody of another workspace nothing', async () => {
    const headers = { 'x-sandbox-token': address.searchParams.get('token') ?? '' };
    const wordsOf = async (person: string): Promise<TypedWords> =>
      (await fetch(`${address.origin}/sandbox/words?as=${person}`, { headers })).json() as Promise<TypedWords>;
    const verbsOf = async (person: string) => (await wordsOf(person)).verbs.map(({ verb }) => verb);
    expect(await verbsOf('U0MONTENEGRO')).toEqual(expect.arrayContaining(['ask', 'log', 'state', 'digest']));
    // The ISU is the admin of the sandbox: whoever may not do something is told whom to ask.
    expect(await verbsOf('U0ISU')).toEqual(expect.arrayContaining(['people', 'settings', 'status']));
    expect(await verbsOf('U0MONTENEGRO')).not.toContain('settings');
    expect(await verbsOf('U0OBSERVER')).toContain('state');
    expect(await verbsOf('U0OBSERVER')).not.toContain('log');
    expect((await wordsOf('U0OBSERVER')).states).toEqual(expect.arrayContaining(['Lao PDR', 'Lebanon']));
    expect(await wordsOf('U0MINISTRY')).toEqual({ verbs: [], states: [] });
  });

  it('refuses a second process on its folder, and says who holds it', async () => {
    const { code, out, err } = await startDesk({ ACTION5_DATA: folder }).ended;
    expect(err).toContain(`in use by process ${desk.pid}, ${address.origin}`);
    expect({ code, out }).toEqual({ code: 2, out: STARTING });
  });

  it('refuses a port that is in use, and says how to choose another', async () => {
    const { code, out, err } = await startDesk({ ACTION5_DATA: emptyFolder(), PORT: address.port }).ended;
    expect(err).toContain(`Port ${address.port} is in use`);
    expect(err).toContain('PORT=0');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: STARTING });
  });

  it('keeps its folder from the command line too', async () => {
    const { code, out, err } = await start('action5.mjs', ['state', 'Chad', '--json', '--data', folder], {}).ended;
    expect(err).toContain(`in use by process ${desk.pid}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('ends with 0 when it is asked to, before it would be cut off', async () => {
    desk.signal('SIGTERM');
    const { code, err } = await desk.ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('leaves a folder that the desk on the real Slack refuses, practice people and all', async () => {
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const { code, out, err } = await startDesk({ ACTION5_DATA: folder, ...tokens }).ended;
    expect(err).toContain('This record was begun in the sandbox');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
