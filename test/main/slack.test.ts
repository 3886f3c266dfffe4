import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { type RunningSandbox, startSandboxServer } from '../../src/sandbox/server.ts';
import { recordFolder } from '../setup/folder.ts';
import { type Running, startDesk } from '../setup/process.ts';

const ME = 'U0MONTENEGRO';
const ROOM = 'C0COORDINATION';

/** A port on which nobody listens. */
const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

describe('npm start with the tokens of Slack, which a stand-in plays', () => {
  let slack: RunningSandbox;
  let desk: Running;
  let folder: string;
  let port: number;
  let variables: Record<string, string>;

  beforeAll(async () => {
    const manifest: unknown = JSON.parse(readFileSync('manifests/socket-mode.json', 'utf8'));
    [slack, folder, port] = await Promise.all([
      startSandboxServer({ port: 0, app: appOf(manifest), pageFolder: null }),
      recordFolder(),
      freePort(),
    ]);
    const { botToken, appToken, apiUrl } = slack;
    variables = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl, ACTION5_DATA: folder };
    desk = startDesk({ ...variables, PORT: String(port) });
    await desk.said(/^The desk is connected/m);
  }, 180_000);
  afterAll(() => slack.close());

  it('says to which workspace it is connected, and nothing that is secret', () => {
    expect(desk.out()).toBe('The desk is connected to Sandbox of the desk.\n');
    expect(`${desk.out()}${desk.err()}`).not.toMatch(/xoxb|xapp/);
  });

  it('answers in Slack, over two sockets', async () => {
    expect(slack.seenBy(ME).connected).toBe(2);
    const text = 'which states need victim assistance?';
    await slack.act({ act: 'command', as: ME, channel: ROOM, command: '/ccm', text });
    const answer = () => slack.seenBy(ME).messages[ROOM]?.find((message) => message.ephemeral);
    await expect.poll(() => answer()?.text, { timeout: 20_000 }).toContain('Nine States Parties asked for help');
  });

  it('serves no port at all', async () => {
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  });

  it('ends with 0 when it is asked to, before it would be cut off', async () => {
    desk.signal('SIGTERM');
    const { code, err } = await desk.ended;
    // On a busy machine Slack's client may have had to wait for an answer to its ping.
    const other = err.split('\n').filter((line) => line !== '' && !line.includes("A pong wasn't received"));
    expect({ code, other }).toEqual({ code: 0, other: [] });
  });

  it('serves the calendar of a member under a secret address where PUBLIC_URL is set, until it is ended', async () => {
    const ADMIN = 'U0ISU';
    const outside = 'https://desk.example.org/ccm/';
    const more = { ACTION5_ADMINS: ADMIN, PUBLIC_URL: outside, PORT: String(port) };
    const served = startDesk({ ...variables, ...more });
    await served.said(/^The desk is connected/m);
    const said = () => (slack.seenBy(ADMIN).messages[ROOM] ?? []).filter(({ ephemeral }) => ephemeral);
    await slack.act({ act: 'command', as: ADMIN, channel: ROOM, command: '/ccm', text: 'calendar' });
    await expect.poll(() => said().length).toBe(1);
    const press = async (actionId: string): Promise<void> => {
      const message = said().find(({ blocks }) => JSON.stringify(blocks).includes(actionId));
      const block = message?.blocks.find((each) => JSON.stringify(each).includes(actionId));
      const where = { kind: 'message', channel: ROOM, ts: message?.ts ?? '' } as const;
      await slack.act({ act: 'press', as: ADMIN, where, blockId: block?.block_id ?? '', actionId });
    };
    await press('calendar:address');
    const address = () =>
      /https:\/\/desk\.example\.org\/ccm\/(calendar\/[\w-]{32}\.ics)/.exec(JSON.stringify(said()))?.[1];
    await expect.poll(address).toBeDefined();
    const read = (path = '', headers = {}) => fetch(`http://127.0.0.1:${port}/${path}`, { headers });
    const calendar = await read(address());
    expect([calendar.status, calendar.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(await calendar.text()).toContain('Lebanon: clearance (Art. 4)');
    expect((await read(address(), { 'if-none-match': calendar.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await read()).status).toBe(404);
    await press('calendar:revoke');
    await expect.poll(async () => (await read(address())).status).toBe(404);
    served.signal('SIGTERM');
    expect((await served.ended).code).toBe(0);
    await expect(read()).rejects.toThrow('fetch failed');
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'xoxb-not-this-one', 'Slack refused SLACK_BOT_TOKEN (invalid_auth)'],
    ['SLACK_APP_TOKEN', 'xapp-not-this-one', 'Slack refused SLACK_APP_TOKEN (invalid_auth)'],
  ])('says that Slack refused %s, not its value, and ends with 2', async (name, token, problem) => {
    const { code, out, err } = await startDesk({ ...variables, [name]: token }).ended;
    expect(err).toContain(problem);
    expect(err).not.toContain('not-this-one');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
