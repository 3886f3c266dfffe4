import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import {
  APP,
  GUEST,
  ME,
  OPEN_ROOM,
  OTHER,
  OUTSIDER,
  ROOM,
  startDesk,
  startSandbox,
  stopAll,
  until,
} from './bolt-desk.ts';

afterEach(stopAll);

const refusalOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error) => error.data.error,
  );

/** A desk that opens a form from a button that everyone in the channel can press, and counts what is submitted. */
async function deskWithForm() {
  const heard: string[] = [];
  const plain = (text: string) => ({ type: 'plain_text', text }) as const;
  const desk = await startDesk((app: App) => {
    app.action('open', async ({ ack, body, client }) => {
      await ack();
      heard.push(`pressed by ${body.user.id} of ${body.user.team_id}`);
      if (body.type !== 'block_actions') return;
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'form',
          title: plain('Form'),
          submit: plain('Send'),
          blocks: [{ type: 'divider' }],
        },
      });
    });
    app.view('form', async ({ ack, body }) => {
      heard.push(`submitted by ${body.user.id}`);
      await ack();
    });
    app.command('/ccm', async ({ ack }) => {
      heard.push('command');
      await ack();
    });
    app.shortcut('ask', async ({ ack }) => ack());
    app.event('app_mention', async ({ event, body }) => {
      const { team } = event;
      heard.push(`mentioned from ${team}, shared: ${body.is_ext_shared_channel}`);
    });
  });
  const button = { type: 'button', action_id: 'open', text: plain('Open') } as const;
  await desk.app.client.chat.postMessage({
    channel: OPEN_ROOM,
    text: 'A form',
    blocks: [{ type: 'actions', block_id: 'b', elements: [button] }],
  });
  const where = { kind: 'message', channel: OPEN_ROOM, ts: desk.last(OPEN_ROOM).ts } as const;
  return { desk, heard, press: (as: string) => desk.act({ act: 'press', as, where, blockId: 'b', actionId: 'open' }) };
}

describe('a person of another workspace', () => {
  it('sees the shared channel alone, without the app, its commands and its shortcuts', async () => {
    const sandbox = await startSandbox();
    const seen = sandbox.seenBy(OUTSIDER);
    expect(seen.channels.map(({ name, open }) => [name, open])).toEqual([['side-event', true]]);
    expect(seen).toMatchObject({ commands: [], shortcuts: [], home: null });
    expect(seen.me).toMatchObject({ guest: false, elsewhere: 'a ministry' });
    expect(sandbox.seenBy(ME).me.elsewhere).toBeNull();
    expect(sandbox.seenBy(ME).commands).toHaveLength(1);
    expect(sandbox.seenBy(GUEST).commands).toHaveLength(1);
  });

  it('opens a channel to the outside, also when no guest is in it', async () => {
    const storeFile = join(await mkdtemp(join(tmpdir(), 'sandbox-')), 'world.json');
    const first = await startSandbox({ storeFile });
    await first.act({ act: 'message', as: ME, channel: OPEN_ROOM, text: 'kept' });
    await first.close();
    const kept = await readFile(storeFile, 'utf8');
    await writeFile(storeFile, kept.replaceAll(`"${GUEST}","${OUTSIDER}"`, `"${OUTSIDER}"`));
    const sandbox = await startSandbox({ storeFile });
    const [room] = sandbox.seenBy(OUTSIDER).channels;
    expect(room?.members).not.toContain(GUEST);
    expect(room?.open).toBe(true);
    await sandbox.close();
    await rm(join(storeFile, '..'), { recursive: true });
  });

  it('reads that /ccm is not a valid command, and the desk hears nothing of it', async () => {
    const { desk, heard } = await deskWithForm();
    const command = { act: 'command', channel: OPEN_ROOM, command: '/ccm', text: 'help' } as const;
    expect(await desk.act({ ...command, as: OUTSIDER })).toMatchObject({ error: 'invalid_command' });
    expect(desk.last(OPEN_ROOM, OUTSIDER).text).toContain('/ccm is not a valid command.');
    expect(desk.last(OPEN_ROOM, ME).text).toBe('A form');
    expect(heard).toEqual([]);
    expect(await desk.act({ ...command, as: GUEST })).toEqual({ ok: true });
    expect(heard).toEqual(['command']);
  });

  it('opens a form by a button, but its submission fails and never reaches the desk', async () => {
    const { desk, heard, press } = await deskWithForm();
    expect(await press(OUTSIDER)).toEqual({ ok: true });
    await until(() => desk.modals(OUTSIDER).length === 1);
    const viewId = desk.modals(OUTSIDER)[0]?.id ?? '';
    expect(await desk.act({ act: 'submit', as: OUTSIDER, viewId, values: {} })).toMatchObject({
      error: 'not_in_this_workspace',
    });
    expect(desk.modals(OUTSIDER)[0]).toMatchObject({
      trouble: 'We had some trouble connecting. Try again?',
      pending: false,
    });
    expect(heard).toEqual(['pressed by U0MINISTRY of T0MINISTRY']);
    await press(GUEST);
    await until(() => desk.modals(GUEST).length === 1);
    await desk.act({ act: 'submit', as: GUEST, viewId: desk.modals(GUEST)[0]?.id ?? '', values: {} });
    expect(heard.slice(1)).toEqual(['pressed by U0NGOGUEST of T0SANDBOX', 'submitted by U0NGOGUEST']);
  });

  it('has no Home and no shortcuts, and mentions the desk as somebody from elsewhere', async () => {
    const { desk, heard } = await deskWithForm();
    for (const act of [
      { act: 'openHome', as: OUTSIDER },
      { act: 'shortcut', as: OUTSIDER, callbackId: 'ask' },
    ] as const)
      expect(await desk.act(act)).toMatchObject({ error: 'not_in_this_workspace' });
    expect(await desk.act({ act: 'shortcut', as: GUEST, callbackId: 'ask' })).toEqual({ ok: true });
    await desk.act({ act: 'message', as: OUTSIDER, channel: OPEN_ROOM, text: '@Action5 help' });
    await desk.act({ act: 'message', as: ME, channel: ROOM, text: '@Action5 help' });
    expect(heard).toEqual(['mentioned from T0MINISTRY, shared: true', 'mentioned from T0SANDBOX, shared: false']);
  });

  it('is a stranger to the Web API: known by id, never written to directly', async () => {
    const { desk } = await deskWithForm();
    const { users, chat, conversations } = desk.app.client;
    expect((await users.info({ user: OUTSIDER })).user).toMatchObject({ is_stranger: true, team_id: 'T0MINISTRY' });
    expect((await users.info({ user: GUEST })).user).not.toHaveProperty('is_stranger');
    const { members = [] } = await users.list({});
    expect(members.map(({ id }) => id)).not.toContain(OUTSIDER);
    expect(await refusalOf(chat.postMessage({ channel: OUTSIDER, text: 'x' }))).toBe('channel_not_found');
    expect((await conversations.info({ channel: OPEN_ROOM })).channel?.is_ext_shared).toBe(true);
    expect((await conversations.info({ channel: ROOM })).channel?.is_ext_shared).toBe(false);
  });
});

describe('bringing somebody into a channel', () => {
  it('opens it to a guest, shows that everyone, and tells the desk if it listens', async () => {
    const heard: unknown[] = [];
    const desk = await startDesk(
      (app) => app.event('member_joined_channel', async ({ event }) => void heard.push([event.user, event.inviter])),
      { app: { ...APP, events: [...APP.events, 'member_joined_channel'] } },
    );
    const open = () => desk.sandbox.seenBy(ME).channels.find(({ id }) => id === ROOM)?.open;
    expect(open()).toBe(false);
    expect(await desk.act({ act: 'invite', as: ME, channel: ROOM, person: GUEST })).toEqual({ ok: true });
    expect(open()).toBe(true);
    expect(heard).toEqual([[GUEST, ME]]);
    expect(desk.last(ROOM, GUEST)).toMatchObject({
      joined: true,
      author: { id: GUEST },
      text: `was added to #ccm-coordination by <@${ME}>.`,
    });
    expect(await desk.act({ act: 'invite', as: ME, channel: ROOM, person: GUEST })).toMatchObject({
      error: 'already_in_channel',
    });
  });

  it('is not for guests, nor for people who are not in it, nor does it reach into another workspace', async () => {
    const sandbox = await startSandbox();
    for (const [as, channel, person, error] of [
      [GUEST, OPEN_ROOM, 'U0NOBODY', 'user_not_found'],
      [GUEST, OPEN_ROOM, OTHER, 'restricted_action'],
      [OUTSIDER, OPEN_ROOM, OTHER, 'restricted_action'],
      [ME, ROOM, OUTSIDER, 'not_supported'],
      ['U0OBSERVER', 'C0REGISTER', GUEST, 'not_in_channel'],
    ] as const)
      expect(await sandbox.act({ act: 'invite', as, channel, person })).toMatchObject({ error });
  });
});

describe('a message that only one person sees', () => {
  it('is put away by that person alone; what everyone sees stays', async () => {
    const desk = await startDesk((app) => app.command('/ccm', async ({ ack }) => ack({ text: 'for you' } as never)));
    const first = desk.last(ROOM);
    await desk.act({ act: 'command', as: ME, channel: ROOM, command: '/ccm', text: '' });
    const { ts } = desk.last(ROOM);
    const hide = { act: 'hide', channel: ROOM } as const;
    expect(await desk.act({ ...hide, as: OTHER, ts })).toMatchObject({ error: 'message_not_found' });
    expect(await desk.act({ ...hide, as: ME, ts: first.ts })).toMatchObject({ error: 'message_not_found' });
    expect(desk.last(ROOM).text).toBe('for you');
    expect(await desk.act({ ...hide, as: ME, ts })).toEqual({ ok: true });
    expect(desk.last(ROOM).ts).toBe(first.ts);
  });
});
