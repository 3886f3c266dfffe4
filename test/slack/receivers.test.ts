import { App } from '@slack/bolt';
import { afterEach, expect, test, vi } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/server.ts';
import { failuresOf } from '../../src/slack/failures.ts';
import { socketsOf } from '../../src/slack/receivers.ts';
import { ME, startSandbox, stopAll } from '../sandbox/bolt-desk.ts';

afterEach(stopAll);

/** Far less than the five seconds after which the client of Slack itself tries again. */
const SOON = { lookEveryMs: 20, giveUpMs: 300 };

async function twoSockets(sandbox: RunningSandbox) {
  const said: string[] = [];
  const keep = (_: object, text: string) => void said.push(text);
  const log = { info: () => undefined, warn: keep, error: keep };
  const failures = failuresOf({ ids: { next: () => 'reference' }, log });
  const intake = { take: async () => undefined, working: () => new Set<string>(), idle: async () => undefined };
  const sockets = socketsOf({
    appToken: sandbox.appToken,
    apiUrl: sandbox.apiUrl,
    intake,
    failures,
    log,
    patience: SOON,
  });
  new App({
    receiver: sockets,
    authorize: async () => ({ botToken: sandbox.botToken }),
    clientOptions: { slackApiUrl: sandbox.apiUrl },
  });
  await sockets.start();
  await vi.waitFor(() => expect(sockets.connected()).toBe(2));
  return { sockets, said };
}

const REPLACED = 'a connection to Slack stayed away and is replaced';

test('a lost connection is replaced, once', async () => {
  const sandbox = await startSandbox();
  const { sockets, said } = await twoSockets(sandbox);
  await sandbox.fault({ fault: 'disconnect', reason: 'refresh_requested' });
  await vi.waitFor(() => expect(sockets.connected()).toBe(0));
  await vi.waitFor(() => expect(sockets.connected()).toBe(2), { timeout: 4_000 });
  expect(sandbox.seenBy(ME).connected).toBe(2);
  expect(said).toEqual([REPLACED, REPLACED]);
  await sockets.stop();
  await vi.waitFor(() => expect(sandbox.seenBy(ME).connected).toBe(0));
});

test('a connection that is still being dialled is not replaced in its turn', async () => {
  const sandbox = await startSandbox();
  const { sockets, said } = await twoSockets(sandbox);
  // Dialling takes longer than it takes to give a connection up.
  await sandbox.fault({ fault: 'ratelimit', method: 'apps.connections.open', retryAfter: 1, times: 2 });
  await sandbox.fault({ fault: 'disconnect', reason: 'refresh_requested' });
  await vi.waitFor(() => expect(said).toContain(REPLACED), { timeout: 4_000 });
  await vi.waitFor(() => expect(sockets.connected()).toBe(2), { timeout: 8_000 });
  // Each at most once; one may have come back by itself meanwhile.
  expect(said.filter((text) => text === REPLACED).length).toBeLessThanOrEqual(2);
  expect(sandbox.seenBy(ME).connected).toBe(2);
  await sockets.stop();
}, 20_000);

test('a connection that Slack refuses is tried for again, and what fails meanwhile is said', async () => {
  const sandbox = await startSandbox();
  const { sockets, said } = await twoSockets(sandbox);
  const refusal = { fault: 'refuse', method: 'apps.connections.open', error: 'invalid_auth', times: 2 } as const;
  await sandbox.fault(refusal);
  await sandbox.fault({ fault: 'disconnect', reason: 'refresh_requested' });
  await vi.waitFor(() => expect(said).toContain('something failed'), { timeout: 4_000 });
  await vi.waitFor(() => expect(sockets.connected()).toBe(2), { timeout: 6_000 });
  await sockets.stop();
}, 20_000);

test('nothing is dialled once the desk is stopping', async () => {
  const sandbox = await startSandbox();
  const { sockets, said } = await twoSockets(sandbox);
  await sandbox.fault({ fault: 'disconnect', reason: 'refresh_requested' });
  await vi.waitFor(() => expect(said).toContain(REPLACED), { timeout: 4_000 });
  await sockets.stop();
  await vi.waitFor(() => expect(sandbox.seenBy(ME).connected).toBe(0));
  await new Promise((later) => setTimeout(later, 3 * SOON.giveUpMs));
  expect([sandbox.seenBy(ME).connected, sockets.connected()]).toEqual([0, 0]);
});
