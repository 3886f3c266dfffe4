import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { movableClock, SANDBOX_OPENS } from '../../src/sandbox/clock.ts';
import { ME, ROOM, startSandbox, stopAll, until } from './bolt-desk.ts';
import { handMachine } from './hand-machine.ts';

afterEach(stopAll);

const newFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'sandbox-')), 'world.json');
const hello = { act: 'message', as: ME, channel: ROOM, text: 'hello' } as const;
const later = '2019-12-02T07:00:00Z';

describe('the workspace over a restart', () => {
  it('keeps messages, Homes, what was read and where the clock stood', async () => {
    const storeFile = await newFile();
    const first = await startSandbox({ storeFile });
    await first.act(hello);
    await first.act({ act: 'read', as: 'U0ISU', channel: ROOM });
    const client = new WebClient(first.botToken, { slackApiUrl: first.apiUrl });
    await client.views.publish({ user_id: ME, view: { type: 'home', blocks: [{ type: 'divider' }] } });
    first.move({ now: later });
    const before = { me: first.seenBy(ME), isu: first.seenBy('U0ISU') };
    await first.close();

    const second = await startSandbox({ storeFile, clock: movableClock(SANDBOX_OPENS, true) });
    const after = { me: second.seenBy(ME), isu: second.seenBy('U0ISU') };
    expect(after.me.messages[ROOM]?.map(({ text }) => text)).toEqual(before.me.messages[ROOM]?.map(({ text }) => text));
    expect(after.me.home).toEqual(before.me.home);
    expect(after.isu.channels).toEqual(before.isu.channels);
    expect(after.me.clock).toMatchObject({ now: later, frozen: true });
    expect(second.startedAfresh).toBeNull();
    expect((await readdir(join(storeFile, '..'))).sort()).toEqual(['world.json']);
  });

  it('gives way to an instant that was asked for', async () => {
    const storeFile = await newFile();
    const first = await startSandbox({ storeFile });
    first.move({ now: later });
    await first.close();
    const second = await startSandbox({ storeFile, clock: movableClock(SANDBOX_OPENS, true), resumeClock: false });
    expect(second.clock.now().toString()).toBe(SANDBOX_OPENS.toString());
    await second.act(hello);
    const [one, two] =
      second
        .seenBy(ME)
        .messages[ROOM]?.slice(-2)
        .map(({ ts }) => ts) ?? [];
    expect((two ?? '') > (one ?? '')).toBe(true);
  });

  it.each(['9999-12-31T00:00:00Z', '+275760-09-13T00:00:00Z', 'tomorrow'])(
    'opens on the first day where its clock was left at %s, and keeps what was said',
    async (now) => {
      const storeFile = await newFile();
      const first = await startSandbox({ storeFile });
      await first.act(hello);
      await first.close();
      const kept = JSON.parse(await readFile(storeFile, 'utf8'));
      await writeFile(storeFile, JSON.stringify({ ...kept, clock: { now, frozen: true } }));
      const second = await startSandbox({ storeFile });
      expect(second.seenBy(ME).clock.now).toBe(SANDBOX_OPENS.toString());
      expect(second.seenBy(ME).messages[ROOM]?.at(-1)?.text).toBe('hello');
    },
  );

  it.each([
    ['torn', '{"version":1,"people":['],
    ['of another shape', '{"version":2}'],
    ['of an earlier version', '{"version":1,"people":[]}'],
  ])('starts afresh with a file that is %s, puts it aside and says so', async (_, content) => {
    const storeFile = await newFile();
    await writeFile(storeFile, content);
    const sandbox = await startSandbox({ storeFile });
    expect(sandbox.startedAfresh).toContain('could not be read');
    expect(sandbox.seenBy(ME).messages[ROOM]).toHaveLength(1);
    expect(await readFile(`${storeFile}.unreadable`, 'utf8')).toBe(content);
  });

  it('begins again on demand, after the desk did at the hour of the start', async () => {
    const order: string[] = [];
    const sandbox = await startSandbox({
      onReset: async (at) => void order.push(`desk at ${at.toString()}`),
    });
    await sandbox.act(hello);
    sandbox.move({ now: later });
    const answer = await fetch(`${sandbox.address}/sandbox/reset`, {
      method: 'POST',
      headers: { 'x-sandbox-token': sandbox.token },
    });
    expect(await answer.json()).toEqual({ ok: true });
    expect(order).toEqual([`desk at ${SANDBOX_OPENS.toString()}`]);
    expect(sandbox.seenBy(ME)).toMatchObject({ clock: { now: SANDBOX_OPENS.toString() } });
    expect(sandbox.seenBy(ME).messages[ROOM]).toHaveLength(1);
  });

  it('answers that it began again only when the desk has its socket back', async () => {
    const dial = async (): Promise<WebSocket> => {
      const headers = { authorization: `Bearer ${sandbox.appToken}` };
      const opened = await fetch(`${sandbox.apiUrl}apps.connections.open`, { method: 'POST', headers });
      const socket = new WebSocket(z.object({ url: z.string() }).parse(await opened.json()).url);
      await once(socket, 'open');
      return socket;
    };
    let back = false;
    const sandbox = await startSandbox({
      onReset: async () => {
        // It seems open and hears nothing, as when the process was too busy for its pings; then it is dialled anew.
        first.pause();
        setTimeout(() => {
          first.terminate();
          void dial().then(() => {
            back = true;
          });
        }, 300);
      },
    });
    const first = await dial();
    await until(() => sandbox.seenBy(ME).connected === 1);
    const headers = { 'x-sandbox-token': sandbox.token };
    const answer = await fetch(`${sandbox.address}/sandbox/reset`, { method: 'POST', headers });
    expect([await answer.json(), back, sandbox.seenBy(ME).connected]).toEqual([{ ok: true }, true, 1]);
  });
});

describe('the movable clock', () => {
  it('runs on with the machine unless it is stopped', () => {
    const machine = handMachine();
    const clock = movableClock(SANDBOX_OPENS, false, machine);
    machine.pass(90_000);
    expect(clock.now().toString()).toBe('2019-11-18T08:01:30Z');
    clock.set(Temporal.Instant.from(later), true);
    machine.pass(5_000);
    expect(clock.now().toString()).toBe(later);
    clock.set(clock.now(), false);
    machine.pass(1_000);
    expect(clock.now().toString()).toBe('2019-12-02T07:00:01Z');
  });
});

describe('a port in use', () => {
  it('is said as the system says it', async () => {
    const first = await startSandbox();
    const port = Number(new URL(first.address).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
