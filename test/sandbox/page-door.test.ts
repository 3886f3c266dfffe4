import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { WorldView } from '../../src/sandbox/protocol.ts';
import type { RunningSandbox } from '../../src/sandbox/server.ts';
import { ME, OTHER, ROOM, startSandbox, stopAll } from './bolt-desk.ts';

afterEach(stopAll);

const read = { act: 'read', as: ME, channel: ROOM };

const post = (sandbox: RunningSandbox, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.address}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sandbox-token': sandbox.token, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** The status of a request with a Host of one's own, which fetch does not allow. */
const statusWithHost = (sandbox: RunningSandbox, host: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(sandbox.address);
    const headers = { host, 'x-sandbox-token': sandbox.token };
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the door of the sandbox', () => {
  it('opens to the printed address, whose token becomes a cookie that only this page sends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'page-'));
    await writeFile(join(folder, 'index.html'), '<p>the page</p>');
    await writeFile(join(folder, 'page.js'), 'export {};');
    const sandbox = await startSandbox({ pageFolder: folder });
    const page = await fetch(sandbox.url);
    expect(await page.text()).toBe('<p>the page</p>');
    const cookie = page.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^sandbox-\d+=[0-9a-f]+; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(sandbox.token);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const state = await fetch(`${sandbox.address}/sandbox/state?as=${ME}`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });
    expect(state.status).toBe(200);
    expect((await fetch(`${sandbox.address}/`)).status).toBe(403);
    expect((await fetch(`${sandbox.address}/?token=guess`)).status).toBe(403);
    const script = await fetch(`${sandbox.address}/assets/page.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await fetch(`${sandbox.address}/assets/..%2Findex.html`)).status).toBe(404);
  });

  it('is closed without the token, to pages of another origin and to other names of this machine', async () => {
    const sandbox = await startSandbox();
    expect((await post(sandbox, 'act', read)).status).toBe(200);
    for (const headers of [
      { 'x-sandbox-token': 'guess' },
      { origin: 'https://example.org' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect((await post(sandbox, 'act', read, headers)).status).toBe(403);
    expect((await post(sandbox, 'act', read, { origin: sandbox.address })).status).toBe(200);
    expect(await statusWithHost(sandbox, 'evil.example', '/sandbox/state')).toBe(403);
    expect(await statusWithHost(sandbox, 'evil.example', '/api/auth.test')).toBe(403);
    expect(await statusWithHost(sandbox, new URL(sandbox.address).host, '/sandbox/state')).toBe(200);
  });

  it('is closed to a web page of another origin at every address that acts or tells', async () => {
    const sandbox = await startSandbox();
    const before = sandbox.seenBy(ME);
    const asked = [
      ...['state', 'words', 'events'].map((path) => ['GET', `/sandbox/${path}?as=${ME}`] as const),
      ...['act', 'clock', 'fault', 'reset', `file?as=${ME}&name=a.txt`].map(
        (path) => ['POST', `/sandbox/${path}`] as const,
      ),
    ];
    for (const [method, path] of asked)
      for (const strange of [
        { origin: 'https://example.org' },
        { 'sec-fetch-site': 'same-site' },
        { 'x-sandbox-token': '' },
      ]) {
        const headers = { 'content-type': 'application/json', 'x-sandbox-token': sandbox.token, ...strange };
        const body = method === 'POST' ? { body: '{"advance":"day"}' } : {};
        const { status } = await fetch(sandbox.address + path, { method, headers, ...body });
        expect(status, `${method} ${path} with ${JSON.stringify(strange)}`).toBe(403);
      }
    expect(sandbox.seenBy(ME)).toEqual(before);
  });

  it('refuses a body that is too long, and goes on', async () => {
    const sandbox = await startSandbox();
    const said = { act: 'message', as: ME, channel: ROOM, text: 'x'.repeat(5 * 1024 * 1024) };
    expect((await post(sandbox, 'act', said)).status).toBe(400);
    const api = await fetch(`${sandbox.address}/api/chat.postMessage`, { method: 'POST', body: said.text });
    expect(api.status).toBe(413);
    expect(sandbox.seenBy(ME).messages[ROOM]).toHaveLength(1);
    expect((await post(sandbox, 'act', read)).status).toBe(200);
  });

  it.each(['//', '//[', 'http://[', '/%'])('stays open when somebody knocks at the address %s', async (path) => {
    const failures: unknown[] = [];
    const sandbox = await startSandbox({ onFailure: (error) => failures.push(error) });
    const { host, port } = new URL(sandbox.address);
    const said = async (upgrade: string): Promise<string> => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${upgrade}\r\n\r\n`);
      const [answer] = await once(socket, 'data');
      socket.destroy();
      return String(answer).slice(9, 12);
    };
    expect(await said('Connection: Upgrade\r\nUpgrade: websocket')).toBe('403');
    expect(await said('Connection: close')).toMatch(/^4/);
    expect(await statusWithHost(sandbox, 'evil.example', '/')).toBe(403);
    expect((await post(sandbox, 'act', read)).status).toBe(200);
    expect(failures).toEqual([]);
  });

  it('takes no notice of who hangs up in the middle of a request', async () => {
    const failures: unknown[] = [];
    const sandbox = await startSandbox({ onFailure: (error) => failures.push(error) });
    const { host, port } = new URL(sandbox.address);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`POST /api/auth.test HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\nx`);
    await new Promise((later) => setTimeout(later, 50));
    socket.destroy();
    await once(socket, 'close');
    await new Promise((later) => setTimeout(later, 50));
    expect((await post(sandbox, 'act', read)).status).toBe(200);
    expect(failures).toEqual([]);
  });

  it('refuses what it cannot read, and forms that a web page could send without asking', async () => {
    const sandbox = await startSandbox();
    expect((await post(sandbox, 'act', { act: 'fly', as: ME })).status).toBe(400);
    expect((await post(sandbox, 'act', '{')).status).toBe(400);
    expect((await post(sandbox, 'act', read, { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await post(sandbox, 'nothing', {})).status).toBe(404);
    expect(await (await post(sandbox, 'act', { ...read, as: 'U0NOBODY' })).json()).toMatchObject({
      error: 'user_not_found',
    });
    const guest = { ...read, as: 'U0NGOGUEST', channel: 'C0REGISTER' };
    expect(await (await post(sandbox, 'act', guest)).json()).toMatchObject({ error: 'not_in_channel' });
  });

  it('refuses with words what no control can hold and what no channel is called', async () => {
    const failures: unknown[] = [];
    const sandbox = await startSandbox({ onFailure: (error) => failures.push(error) });
    const client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl });
    const label = { type: 'plain_text' as const, text: 'Field' };
    const element = { type: 'plain_text_input' as const, action_id: 'a' };
    const blocks = [{ type: 'input' as const, block_id: 'b', label, element }];
    await client.views.publish({ user_id: ME, view: { type: 'home', blocks } });
    const home = { where: { kind: 'home' }, blockId: 'b', actionId: 'a' };
    const texts = [5, { a: 1 }, ['x']].map((value) => ({ type: 'plain_text_input', value }));
    const chosen = ['x', {}, { text: 'x' }].map((selected_option) => ({ type: 'static_select', selected_option }));
    const wrong = [...texts, ...chosen, { type: 'datepicker', selected_date: 5 }, { type: 'button' }];
    const acts = [
      ...wrong.map((input) => ({ act: 'press', as: ME, ...home, input })),
      ...wrong.map((input) => ({ act: 'submit', as: ME, viewId: 'V1', values: { b: { a: input } } })),
      ...['__proto__', 'constructor'].flatMap((channel) => [
        { act: 'press', as: ME, ...home, where: { kind: 'message', channel, ts: '1.000000' } },
        { act: 'message', as: ME, channel, text: 'hello' },
      ]),
    ];
    for (const act of acts) {
      const answer = await post(sandbox, 'act', JSON.stringify(act));
      expect([answer.status, act]).toEqual([400, act]);
      expect(await answer.json()).toMatchObject({ ok: false, shown: 'This request cannot be read.' });
    }
    expect(failures).toEqual([]);
    expect(
      await sandbox.act({
        act: 'press',
        as: ME,
        where: { kind: 'message', channel: '__proto__', ts: '1' },
        blockId: 'b',
        actionId: 'a',
      }),
    ).toMatchObject({
      error: 'not_found',
    });
  });

  it('shows each person their channels, unread messages and zone', async () => {
    const sandbox = await startSandbox();
    const seen = async (as: string) => {
      const headers = { 'x-sandbox-token': sandbox.token };
      return (await (await fetch(`${sandbox.address}/sandbox/state?as=${as}`, { headers })).json()) as WorldView;
    };
    const unread = (view: WorldView) => view.channels.find(({ id }) => id === ROOM)?.unread;
    expect(unread(await seen(ME))).toBe(1);
    expect(unread(await seen(OTHER))).toBe(0);
    await post(sandbox, 'act', read);
    expect(unread(await seen(ME))).toBe(0);
    const guest = await seen('U0NGOGUEST');
    expect(guest.channels.map(({ name, kind, open }) => [name, kind, open])).toEqual([
      ['side-event', 'channel', true],
      ['Action5', 'direct', false],
    ]);
    expect(guest.me).toMatchObject({ guest: true, zone: 'Europe/London' });
    expect(Object.keys(guest.messages)).toEqual(['C0SIDEEVENT', 'D0NGOGUEST']);
  });

  it('tells every change as a server-sent event', async () => {
    const sandbox = await startSandbox();
    const events = await fetch(`${sandbox.address}/sandbox/events`, { headers: { 'x-sandbox-token': sandbox.token } });
    const reader = events.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    const before = sandbox.seenBy(ME).revision;
    expect(await next()).toBe(`event: changed\ndata: {"revision":${before}}\n\n`);
    await post(sandbox, 'act', { act: 'message', as: ME, channel: ROOM, text: 'hello' });
    expect(await next()).toBe(`event: changed\ndata: {"revision":${before + 1}}\n\n`);
    await reader?.cancel();
  });

  it('moves the clock by steps and to any instant, and says when it cannot read one', async () => {
    const sandbox = await startSandbox();
    const now = () => sandbox.seenBy(ME).clock.now;
    for (const [move, becomes] of [
      [{ advance: 'hour' }, '2019-11-18T09:00:00Z'],
      [{ advance: 'day' }, '2019-11-19T09:00:00Z'],
      [{ advance: 'next-monday' }, '2019-11-25T07:00:00Z'],
      [{ advance: 'next-monday' }, '2019-12-02T07:00:00Z'],
      [{ now: '2020-03-29T00:30+01:00' }, '2020-03-28T23:30:00Z'],
      [{ advance: 'day' }, '2020-03-29T22:30:00Z'],
    ] as const) {
      await post(sandbox, 'clock', move);
      expect(now()).toBe(becomes);
    }
    expect(await (await post(sandbox, 'clock', { now: 'tomorrow' })).json()).toMatchObject({
      error: 'unreadable_instant',
    });
  });

  it.each(['+275760-09-13T00:00Z', '9999-12-31T00:00Z', '2100-01-01T00:00+01:00', '2007-12-31T23:59:59+01:00'])(
    'leaves the clock where it stands when it is asked to go to %s, and says how far it goes',
    async (now) => {
      const sandbox = await startSandbox();
      const before = sandbox.seenBy(ME).clock;
      expect(await (await post(sandbox, 'clock', { now })).json()).toEqual({
        ok: false,
        error: 'outside',
        shown: 'The clock of the desk goes from 1 January 2008 to 31 December 2099.',
      });
      expect(sandbox.seenBy(ME).clock).toEqual(before);
    },
  );

  it('goes to the first and to the last of its days, and no step further', async () => {
    const sandbox = await startSandbox();
    expect(sandbox.move({ now: '2008-01-01T00:00+01:00' })).toEqual({ ok: true });
    expect(sandbox.move({ now: '2099-12-31T23:59+01:00' })).toEqual({ ok: true });
    for (const advance of ['hour', 'day', 'next-monday'] as const)
      expect(sandbox.move({ advance })).toMatchObject({ ok: false, error: 'outside' });
    expect(sandbox.move({ now: '2019-11-18T09:00+01:00' })).toEqual({ ok: true });
  });

  it('shows what is said after the clock was moved back at the hour of the clock, after what was said before', async () => {
    const sandbox = await startSandbox();
    const say = async (text: string) => {
      await sandbox.act({ act: 'message', as: ME, channel: ROOM, text });
      return sandbox.seenBy(ME).messages[ROOM]?.at(-1);
    };
    const first = await say('today');
    sandbox.move({ now: '2019-12-02T09:00+01:00' });
    const ahead = await say('in two weeks');
    sandbox.move({ now: '2019-11-18T10:00+01:00' });
    const back = await say('today again');
    const hours = [first, ahead, back].map((message) => new Date(message?.at ?? 0).toISOString());
    expect(hours).toEqual(['2019-11-18T08:00:00.000Z', '2019-12-02T08:00:00.000Z', '2019-11-18T09:00:00.000Z']);
    expect(Number(back?.ts)).toBeGreaterThan(Number(ahead?.ts));
    expect(Number(ahead?.ts)).toBeGreaterThan(Number(first?.ts));
    expect(
      sandbox
        .seenBy(ME)
        .messages[ROOM]?.map(({ text }) => text)
        .slice(-3),
    ).toEqual(['today', 'in two weeks', 'today again']);
  });
});
