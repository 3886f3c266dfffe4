import type { HomeView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import { ME, OTHER, ROOM, startDesk, stopAll, until } from './bolt-desk.ts';

afterEach(stopAll);

const DIRECT = 'D0MONTENEGRO';

describe('what the desk hears', () => {
  it('a mention in a channel, which it answers in the thread; other messages it does not hear', async () => {
    const heard: string[] = [];
    const desk = await startDesk((app) => {
      app.event('app_mention', async ({ event, client }) => {
        heard.push(event.text);
        await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Nine' });
      });
      app.event('message', async () => void heard.push('message'));
    });
    await desk.act({ act: 'message', as: ME, channel: ROOM, text: 'nothing to the desk & <!channel>' });
    await desk.act({ act: 'message', as: ME, channel: ROOM, text: '@Action5 which States?' });
    await until(() => desk.last(ROOM).text === 'Nine');
    const [asked, answer] = desk.messages(ROOM).slice(-2);
    expect(heard).toEqual(['<@U0ACTION5> which States?']);
    expect(answer?.threadTs).toBe(asked?.ts);
    expect(asked?.replies).toBe(1);
    expect(desk.messages(ROOM).at(-3)?.text).toBe('nothing to the desk &amp; &lt;!channel&gt;');
  });

  it('every message in their direct message, its own among them with its bot_id', async () => {
    const heard: unknown[] = [];
    const desk = await startDesk(
      (app) => {
        app.event('message', async ({ event, say }) => {
          const { text, channel_type, bot_id } = event as { text: string; channel_type: string; bot_id?: string };
          heard.push([text, channel_type, bot_id]);
          if (bot_id === undefined) await say('Answer');
        });
      },
      {},
      { ignoreSelf: false },
    );
    await desk.act({ act: 'message', as: ME, channel: DIRECT, text: 'which States?' });
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      ['which States?', 'im', undefined],
      ['Answer', 'im', 'B0ACTION5'],
    ]);
    expect(desk.messages(DIRECT).map(({ text }) => text)).toEqual(['which States?', 'Answer']);
    expect(desk.messages(DIRECT, OTHER)).toEqual([]);
  });

  it('that its Home was opened, which it then publishes; a stale hash is refused', async () => {
    const errors: string[] = [];
    const desk = await startDesk((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        if (event.tab !== 'home') return;
        const view = (words: string): HomeView => ({
          type: 'home',
          blocks: [{ type: 'section', text: { type: 'mrkdwn', text: words } }],
        });
        const first = await client.views.publish({ user_id: event.user, view: view('first') });
        const hash = first.view?.hash ?? '';
        await client.views.publish({ user_id: event.user, view: view('second'), hash });
        await client.views
          .publish({ user_id: event.user, view: view('third'), hash })
          .catch((error) => errors.push(error.data.error));
      });
    });
    expect(desk.sandbox.seenBy(ME).home).toBeNull();
    await desk.act({ act: 'openHome', as: ME });
    await until(() => errors.length === 1);
    expect(errors).toEqual(['hash_conflict']);
    expect(desk.sandbox.seenBy(ME).home?.blocks).toMatchObject([{ text: { text: 'second' } }]);
    expect(desk.sandbox.seenBy(OTHER).home).toBeNull();
  });

  it('presses of buttons with the message, and answers by replacing it', async () => {
    const desk = await startDesk((app) => {
      app.command('/ccm', async ({ ack, respond, client, command }) => {
        await ack();
        const blocks = [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'go', value: 'x1', text: { type: 'plain_text', text: 'Go' } }],
          },
        ];
        if (command.text === 'private') await respond({ text: 'Private', blocks: blocks as never });
        else await client.chat.postMessage({ channel: ROOM, text: 'Public', blocks: blocks as never });
      });
      app.action('go', async ({ ack, action, body, respond }) => {
        await ack();
        const value = action.type === 'button' ? action.value : '';
        await respond({
          replace_original: true,
          text: `${value} ${'message' in body && body.message ? 'named' : 'unnamed'}`,
        });
      });
    });
    for (const [text, becomes, ephemeral] of [
      ['private', 'x1 unnamed', true],
      ['public', 'x1 named', false],
    ] as const) {
      const before = desk.messages(ROOM).length;
      await desk.act({ act: 'command', as: ME, channel: ROOM, command: '/ccm', text });
      await until(() => desk.messages(ROOM).length === before + 1);
      const { ts, blocks } = desk.last(ROOM);
      const where = { kind: 'message', channel: ROOM, ts } as const;
      const blockId = blocks[0]?.block_id ?? '';
      expect(await desk.act({ act: 'press', as: ME, where, blockId, actionId: 'go' })).toEqual({ ok: true });
      await until(() => desk.last(ROOM).text === becomes);
      expect(desk.last(ROOM)).toMatchObject({ ts, ephemeral, edited: !ephemeral, blocks: [] });
    }
  });

  it('a shortcut on a message, with the message as posted', async () => {
    const got: unknown[] = [];
    const desk = await startDesk((app) => {
      app.shortcut({ type: 'message_action', callback_id: 'log' }, async ({ ack, shortcut, client }) => {
        await ack();
        const link = await client.chat.getPermalink({ channel: shortcut.channel.id, message_ts: shortcut.message.ts });
        got.push(shortcut.message.text, shortcut.message.user, link.permalink);
      });
      app.shortcut('ask', async ({ ack, shortcut }) => {
        await ack();
        got.push(shortcut.type);
      });
    });
    const { ts, text, permalink } = desk.last(ROOM);
    await desk.act({ act: 'shortcut', as: ME, callbackId: 'log', channel: ROOM, ts });
    await until(() => got.length === 3);
    expect(got).toEqual([text, OTHER, permalink]);
    await desk.act({ act: 'shortcut', as: ME, callbackId: 'ask' });
    expect(got[3]).toBe('shortcut');
    expect(text).toMatch(/^Practice message: /);
  });
});
