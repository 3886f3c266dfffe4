import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { APP, ME, ROOM, startBolt, startDesk, startSandbox, stopAll, until } from './bolt-desk.ts';

afterEach(stopAll);

const command = { act: 'command', as: ME, channel: ROOM, command: '/ccm', text: 'help' } as const;

async function socketUrl(apiUrl: string, appToken: string): Promise<string> {
  const answer = await fetch(`${apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${appToken}` },
  });
  return ((await answer.json()) as { url: string }).url;
}

describe('Socket Mode', () => {
  it('opens a socket once for each address, and greets it', async () => {
    const sandbox = await startSandbox();
    const url = await socketUrl(sandbox.apiUrl, sandbox.appToken);
    const socket = new WebSocket(url);
    const hello = await new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))));
    expect(hello).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0ACTION5' } });
    const again = new WebSocket(url);
    const error = await new Promise<Error>((resolve) => again.once('error', resolve));
    expect(error.message).toContain('403');
    const other = await socketUrl(sandbox.apiUrl, sandbox.appToken);
    const foreign = new WebSocket(other, { headers: { host: 'evil.example' } });
    const refused = await new Promise<Error>((resolve) => foreign.once('error', resolve));
    expect(refused.message).toContain('403');
    socket.close();
    await until(() => sandbox.seenBy(ME).connected === 0);
  });

  it('sends each command to any one of several sockets, and to the one that is left', async () => {
    const heard: string[] = [];
    const listenAs = (name: string) => (app: App) =>
      app.command('/ccm', async ({ ack }) => {
        heard.push(name);
        await ack();
      });
    const desk = await startDesk(listenAs('first'));
    const second = await startBolt(desk.sandbox, listenAs('second'));
    expect(desk.sandbox.seenBy(ME).connected).toBe(2);
    for (let n = 0; n < 4; n += 1) await desk.act(command);
    expect(heard.sort()).toEqual(['first', 'first', 'second', 'second']);
    await second.stop();
    await until(() => desk.sandbox.seenBy(ME).connected === 1);
    expect(await desk.act(command)).toEqual({ ok: true });
  });

  it('has every socket reconnect on demand', async () => {
    const desk = await startDesk((app) => app.command('/ccm', async ({ ack }) => ack()));
    await desk.sandbox.fault({ fault: 'disconnect', reason: 'refresh_requested' });
    expect(await desk.act(command)).toMatchObject({ error: 'dispatch_failed' });
    await until(() => desk.sandbox.seenBy(ME).connected === 0);
  });

  it('delivers the last event once more on demand, with its id', async () => {
    const ids: string[] = [];
    const desk = await startDesk((app) => app.event('app_mention', async ({ body }) => void ids.push(body.event_id)));
    expect(await desk.sandbox.fault({ fault: 'redeliver' })).toMatchObject({ error: 'no_event' });
    await desk.act({ act: 'message', as: ME, channel: ROOM, text: '@Action5 help' });
    await desk.sandbox.fault({ fault: 'redeliver' });
    await until(() => ids.length === 2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('says on demand that there were too many events: once, without an event in it', async () => {
    const sandbox = await startSandbox();
    const socket = new WebSocket(await socketUrl(sandbox.apiUrl, sandbox.appToken));
    const heard: unknown[] = [];
    socket.on('message', (data) => void heard.push(JSON.parse(String(data))));
    await until(() => heard.length === 1);
    await sandbox.fault({ fault: 'events-limited' });
    await until(() => heard.length === 2);
    expect(heard[1]).toMatchObject({ type: 'events_api', payload: { type: 'app_rate_limited', team_id: 'T0SANDBOX' } });
    expect(heard[1]).not.toHaveProperty('payload.event');
    expect(await sandbox.fault({ fault: 'redeliver' })).toMatchObject({ error: 'no_event' });
    socket.close();
    await until(() => sandbox.seenBy(ME).connected === 0);
  });

  it('delivers only the events that the app has subscribed to', async () => {
    const ids: string[] = [];
    const desk = await startDesk(
      (app) => {
        app.event('app_mention', async () => void ids.push('mention'));
        app.event('app_home_opened', async () => void ids.push('home'));
      },
      { app: { ...APP, events: ['app_home_opened'] } },
    );
    await desk.act({ act: 'message', as: ME, channel: ROOM, text: '@Action5 help' });
    await desk.act({ act: 'openHome', as: ME });
    await until(() => ids.length > 0);
    expect(ids).toEqual(['home']);
  });
});
