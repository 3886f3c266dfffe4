import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { APP, ME, OPEN_ROOM, OTHER, ROOM, startDesk, startSandbox, stopAll } from './bolt-desk.ts';

afterEach(stopAll);

const clientWith = async (...scopes: string[]): Promise<WebClient> => {
  const sandbox = await startSandbox({ app: { ...APP, scopes } });
  return new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
};

const outcomeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    ({ data }) => `${data.error}: ${data.needed}`,
  );

describe('every kind of channel has scopes of its own', () => {
  it('for reading what it is and who is in it', async () => {
    const { conversations } = await clientWith('channels:read');
    expect(await outcomeOf(conversations.info({ channel: ROOM }))).toBe('done');
    expect(await outcomeOf(conversations.info({ channel: 'C0REGISTER' }))).toBe('missing_scope: groups:read');
    expect(await outcomeOf(conversations.members({ channel: 'D0ISU' }))).toBe('missing_scope: im:read');
    expect(await outcomeOf(conversations.list({ types: 'public_channel,private_channel' }))).toBe(
      'missing_scope: groups:read',
    );
  });

  it('for reading what was said in it', async () => {
    const { conversations } = await clientWith('groups:history');
    expect(await outcomeOf(conversations.history({ channel: 'C0REGISTER' }))).toBe('done');
    expect(await outcomeOf(conversations.history({ channel: ROOM }))).toBe('missing_scope: channels:history');
    expect(await outcomeOf(conversations.replies({ channel: 'D0ISU', ts: '1.0' }))).toBe('missing_scope: im:history');
  });
});

describe('what an app may not know', () => {
  it('is missing from profiles, events and commands', async () => {
    const without = await clientWith('users:read');
    expect((await without.users.info({ user: ME })).user?.profile).not.toHaveProperty('email');
    expect(await outcomeOf(without.users.lookupByEmail({ email: 'isu@sandbox.invalid' }))).toBe(
      'missing_scope: users:read.email',
    );
    const allowed = await clientWith('users:read', 'users:read.email');
    expect((await allowed.users.info({ user: 'U0ISU' })).user?.profile?.email).toBe('isu@sandbox.invalid');
    expect((await allowed.users.lookupByEmail({ email: 'ISU@sandbox.invalid' })).user?.id).toBe('U0ISU');
    expect(await outcomeOf(allowed.users.lookupByEmail({ email: 'x@sandbox.invalid' }))).toContain('users_not_found');
  });

  it('nor are its mentions, its direct messages or its commands passed on without their scopes', async () => {
    const heard: string[] = [];
    const desk = await startDesk(
      (app) => {
        app.event('app_mention', async () => void heard.push('mention'));
        app.event('message', async () => void heard.push('message'));
        app.event('app_home_opened', async () => void heard.push('home'));
        app.command('/ccm', async ({ ack }) => ack());
      },
      { app: { ...APP, scopes: ['chat:write'] } },
    );
    await desk.act({ act: 'message', as: ME, channel: ROOM, text: '@Action5 help' });
    await desk.act({ act: 'message', as: ME, channel: 'D0MONTENEGRO', text: 'help' });
    expect(await desk.act({ act: 'command', as: ME, channel: ROOM, command: '/ccm', text: '' })).toMatchObject({
      error: 'invalid_command',
    });
    await desk.act({ act: 'openHome', as: ME });
    expect(heard).toEqual(['home']);
  });
});

describe('what was said', () => {
  it('is read newest first, by pages and between two times, without replies and without what one person alone sees', async () => {
    const client = await clientWith('chat:write', 'channels:history');
    const { chat, conversations } = client;
    const say = async (text: string, thread?: string) =>
      (await chat.postMessage({ channel: OPEN_ROOM, text, ...(thread ? { thread_ts: thread } : {}) })).ts ?? '';
    const one = await say('one');
    const two = await say('two');
    await say('reply', one);
    await chat.postEphemeral({ channel: OPEN_ROOM, user: OTHER, text: 'unseen' });
    const three = await say('three');
    const read = async (rest: object) => {
      const answer = await conversations.history({ channel: OPEN_ROOM, ...rest });
      const texts = answer.messages?.map(({ text, reply_count }) => (reply_count ? `${text}+${reply_count}` : text));
      return { texts, more: answer.has_more, next: answer.response_metadata?.next_cursor ?? '' };
    };
    const first = await read({ limit: 2 });
    expect(first).toMatchObject({ texts: ['three', 'two'], more: true });
    expect(await read({ limit: 2, cursor: first.next })).toMatchObject({ texts: ['one+1'], more: false, next: '' });
    expect((await read({ oldest: one, latest: three })).texts).toEqual(['two']);
    expect((await read({ oldest: two, inclusive: true })).texts).toEqual(['three', 'two']);
    const thread = await conversations.replies({ channel: OPEN_ROOM, ts: one });
    expect(thread.messages?.map(({ text }) => text)).toEqual(['one', 'reply']);
    expect(await outcomeOf(conversations.replies({ channel: OPEN_ROOM, ts: '1.0' }))).toContain('thread_not_found');
  });
});
