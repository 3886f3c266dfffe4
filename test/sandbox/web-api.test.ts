import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunningSandbox, SandboxOptions } from '../../src/sandbox/server.ts';
import { APP, GUEST, ME, OTHER, ROOM, startSandbox, stopAll } from './bolt-desk.ts';
import { handMachine } from './hand-machine.ts';

afterEach(stopAll);

const silent = (): void => undefined;
const quiet: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: () => LogLevel.ERROR,
  setName: silent,
};

const clientOf = (sandbox: RunningSandbox, token = sandbox.botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: sandbox.apiUrl,
    logger: quiet,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

async function start(options: Partial<SandboxOptions> = {}): Promise<{ sandbox: RunningSandbox; client: WebClient }> {
  const sandbox = await startSandbox(options);
  return { sandbox, client: clientOf(sandbox) };
}

/** Slack's refusal of a call, or null when it was granted. */
const refusal = (call: Promise<unknown>): Promise<Record<string, unknown> | null> =>
  call.then(
    () => null,
    (error) => error.data ?? { code: error.code, retryAfter: error.retryAfter, statusCode: error.statusCode },
  );

const section = (length: number) =>
  ({ type: 'section', text: { type: 'plain_text', text: 'x'.repeat(length) } }) as const;

describe('the Web API', () => {
  it('says who the token belongs to, and refuses other tokens', async () => {
    const { sandbox, client } = await start();
    expect(await client.auth.test()).toMatchObject({ user_id: 'U0ACTION5', bot_id: 'B0ACTION5', team_id: 'T0SANDBOX' });
    expect(await refusal(clientOf(sandbox, 'xoxb-other').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await refusal(client.apps.connections.open({}))).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await refusal(client.apiCall('no.such'))).toMatchObject({ error: 'unknown_method' });
    const bare = await fetch(`${sandbox.apiUrl}auth.test`, { method: 'POST' });
    expect(await bare.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  it('wants the scope of a method and says which', async () => {
    const { client } = await start({ app: { ...APP, scopes: ['commands'] } });
    expect(await refusal(client.chat.postMessage({ channel: ROOM, text: 'x' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
  });

  it('reads JSON as well as forms', async () => {
    const { sandbox } = await start();
    const answer = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ channel: ROOM, blocks: [section(3)] }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, channel: ROOM, message: { blocks: [section(3)] } });
    const torn = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ channel: ROOM, blocks: '[{' }),
    });
    expect(await torn.json()).toMatchObject({ error: 'invalid_blocks_format' });
  });

  it('posts to a channel, to a person and into a thread, with times that only grow', async () => {
    const { sandbox, client } = await start();
    const first = await client.chat.postMessage({ channel: ROOM, text: 'one' });
    const reply = await client.chat.postMessage({ channel: ROOM, text: 'two', thread_ts: first.ts ?? '' });
    const deeper = await client.chat.postMessage({ channel: ROOM, text: 'three', thread_ts: reply.ts ?? '' });
    const direct = await client.chat.postMessage({ channel: ME, text: 'four' });
    expect([first.ts, reply.ts, deeper.ts, direct.ts]).toEqual([first.ts, reply.ts, deeper.ts, direct.ts].sort());
    expect(new Set([first.ts, reply.ts, deeper.ts, direct.ts]).size).toBe(4);
    expect(direct.channel).toBe('D0MONTENEGRO');
    const seen = sandbox.seenBy(ME).messages[ROOM]?.slice(-3) ?? [];
    expect(seen.map(({ threadTs }) => threadTs)).toEqual([null, first.ts, first.ts]);
    expect(seen[0]?.replies).toBe(2);
  });

  it('knows channels, members and persons only as far as the desk may', async () => {
    const { client } = await start();
    const post = (channel: string) => refusal(client.chat.postMessage({ channel, text: 'x' }));
    expect(await post('C0NOWHERE')).toMatchObject({ error: 'channel_not_found' });
    expect(await post('#side-event')).toBeNull();
    expect(await refusal(client.chat.postEphemeral({ channel: ROOM, user: GUEST, text: 'x' }))).toMatchObject({
      error: 'user_not_in_channel',
    });
    expect(await refusal(client.users.info({ user: 'U0NOBODY' }))).toMatchObject({ error: 'user_not_found' });
    const { user } = await client.users.info({ user: GUEST });
    expect(user).toMatchObject({ is_restricted: true, is_ultra_restricted: false, tz: 'Europe/London' });
    expect((await client.users.info({ user: ME })).user).toMatchObject({
      is_restricted: false,
      tz: 'Europe/Podgorica',
    });
    const members = await client.conversations.members({ channel: 'C0REGISTER', limit: 2 });
    const rest = await client.conversations.members({
      channel: 'C0REGISTER',
      limit: 2,
      cursor: members.response_metadata?.next_cursor ?? '',
    });
    expect([...(members.members ?? []), ...(rest.members ?? [])]).toEqual([ME, OTHER, 'U0ISU', 'U0ACTION5']);
    const { channel } = await client.conversations.info({ channel: 'C0REGISTER' });
    expect(channel).toMatchObject({ is_private: true, name: 'ccm-register' });
    const opened = await client.conversations.open({ users: OTHER });
    expect(opened.channel?.id).toBe('D0NETHERLANDS');
    const { channels } = await client.conversations.list({ types: 'public_channel' });
    expect(channels?.map(({ name }) => name)).toEqual(['ccm-coordination', 'side-event', 'practice-case']);
  });

  it('refuses messages as Slack does, and says where', async () => {
    const { client } = await start();
    const post = (rest: object) => refusal(client.chat.postMessage({ channel: ROOM, text: '', ...rest } as never));
    expect(await post({})).toMatchObject({ error: 'no_text' });
    expect(await post({ blocks: [section(3_001)] })).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
      },
    });
    expect(await post({ blocks: Array.from({ length: 5 }, () => section(2_400)) })).toMatchObject({
      error: 'msg_blocks_too_long',
    });
    expect(await post({ attachments: Array.from({ length: 101 }, () => ({})) })).toMatchObject({
      error: 'too_many_attachments',
    });
    expect(await post({ text: 'x', thread_ts: '1.0' })).toMatchObject({ error: 'thread_not_found' });
    const long = await client.chat.postMessage({ channel: ROOM, text: 'é'.repeat(40_001) });
    expect(long.message?.text).toHaveLength(40_000);
    expect(
      await refusal(client.chat.update({ channel: ROOM, ts: long.ts ?? '', text: 'x'.repeat(4_001) })),
    ).toMatchObject({ error: 'msg_too_long' });
  });

  it('changes and removes its own lasting messages only', async () => {
    const { sandbox, client } = await start();
    const foreign = sandbox.seenBy(ME).messages[ROOM]?.[0]?.ts ?? '';
    expect(await refusal(client.chat.update({ channel: ROOM, ts: foreign, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refusal(client.chat.delete({ channel: ROOM, ts: foreign }))).toMatchObject({
      error: 'cant_delete_message',
    });
    const { message_ts = '' } = await client.chat.postEphemeral({ channel: ROOM, user: ME, text: 'x' });
    expect(await refusal(client.chat.update({ channel: ROOM, ts: message_ts, text: 'y' }))).toMatchObject({
      error: 'message_not_found',
    });
    const { ts = '' } = await client.chat.postMessage({ channel: ROOM, text: 'old', blocks: [section(1)] });
    await client.chat.update({ channel: ROOM, ts, text: 'new' });
    expect(sandbox.seenBy(ME).messages[ROOM]?.at(-1)).toMatchObject({ ts, text: 'new', blocks: [], edited: true });
    await client.chat.delete({ channel: ROOM, ts });
    expect(sandbox.seenBy(ME).messages[ROOM]?.some((message) => message.ts === ts)).toBe(false);
  });

  it('validates blocks for whoever asks', async () => {
    const { sandbox } = await start();
    const answer = await fetch(`${sandbox.apiUrl}blocks.validate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ blocks: [section(3_001)] }),
    });
    expect(await answer.json()).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: [{ code: 'too_long', field: 'text', pointer: '/blocks/0/text/text', constraint: 3_000 }],
    });
  });

  it('lets so many posts through at once and one a second after that, for each channel', async () => {
    const machine = handMachine();
    const { client } = await start({ machine, rates: { 'chat.postMessage': { burst: 2, perSecond: 1 } } });
    const post = (channel: string) => refusal(client.chat.postMessage({ channel, text: 'x' }));
    expect(await post(ROOM)).toBeNull();
    expect(await post(ROOM)).toBeNull();
    expect(await post(ROOM)).toMatchObject({ retryAfter: 1 });
    expect(await post('C0REGISTER')).toBeNull();
    machine.pass(1_000);
    expect(await post(ROOM)).toBeNull();
    expect(await post(ROOM)).toMatchObject({ retryAfter: 1 });
  });
});

describe('faults on demand', () => {
  it('break a call before or after its effect, refuse it, or ask to wait', async () => {
    const { sandbox, client } = await start();
    const post = () => refusal(client.chat.postMessage({ channel: ROOM, text: 'x' }));
    const count = () => sandbox.seenBy(ME).messages[ROOM]?.length ?? 0;
    const method = 'chat.postMessage';
    await sandbox.fault({ fault: 'broken', method, status: 502 });
    expect(sandbox.seenBy(ME).faults).toEqual([{ fault: { fault: 'broken', method, status: 502 }, left: 1 }]);
    const before = sandbox.seenBy(ME).revision;
    expect(await post()).toMatchObject({ statusCode: 502 });
    expect(sandbox.seenBy(ME)).toMatchObject({ faults: [], revision: before + 1 });
    await sandbox.fault({ fault: 'refuse', method, error: 'internal_error' });
    expect(await post()).toMatchObject({ error: 'internal_error' });
    await sandbox.fault({ fault: 'ratelimit', method, retryAfter: 7 });
    expect(await post()).toMatchObject({ retryAfter: 7 });
    expect(count()).toBe(1);
    await sandbox.fault({ fault: 'answer-lost', method });
    expect(await post()).toMatchObject({ code: 'slack_webapi_request_error' });
    expect(count()).toBe(2);
    expect(await post()).toBeNull();
    await sandbox.fault({ fault: 'refuse', method, error: 'fatal_error', times: 5 });
    await sandbox.fault({ fault: 'none' });
    expect(await post()).toBeNull();
  });
});
