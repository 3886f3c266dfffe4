import { messageObject } from '../payloads/message-object.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Part } from '../validate/part.ts';
import { DESK_APP } from '../world/cast.ts';
import { sayAsDesk } from '../world/speak.ts';
import type { Channel } from '../world/state.ts';
import { type Answer, type Method, missing, refused, textArg } from './method.ts';
import { POSTED, wordsOf } from './words.ts';

type Found = { ok: true; channel: Channel } | { ok: false; answer: Answer };

/** The channel that an app may name by its id, by a person's id (their direct message) or by #name, if the desk is in it. */
export function channelFor(sandbox: Sandbox, named: string | null): Found {
  if (named === null) return { ok: false, answer: missing('channel') };
  const { world } = sandbox;
  const plain = named.replace(/^#/, '');
  const channel =
    world.channel(named) ??
    world.direct(named) ??
    world.state.channels.find(({ kind, name }) => kind === 'channel' && name === plain);
  if (channel === undefined) return { ok: false, answer: refused('channel_not_found') };
  if (channel.members.includes(DESK_APP.user)) return { ok: true, channel };
  return { ok: false, answer: refused(channel.private ? 'channel_not_found' : 'not_in_channel') };
}

/** The first message of the thread that `thread_ts` names; null outside threads. */
export function threadOf(
  args: Part,
  sandbox: Sandbox,
  channel: Channel,
): { ok: true; ts: string | null } | { ok: false } {
  const asked = textArg(args, 'thread_ts');
  if (asked === null) return { ok: true, ts: null };
  const found = sandbox.world.said(channel.id, asked);
  return found && found.only === null ? { ok: true, ts: found.threadTs ?? found.ts } : { ok: false };
}

export const postMessage: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  run(args, sandbox) {
    const found = channelFor(sandbox, textArg(args, 'channel'));
    if (!found.ok) return found.answer;
    const read = wordsOf(args, POSTED, sandbox);
    if (!read.ok) return read.answer;
    const thread = threadOf(args, sandbox, found.channel);
    if (!thread.ok) return refused('thread_not_found');
    const said = sayAsDesk(sandbox, read.words, { channel: found.channel.id, threadTs: thread.ts, only: null });
    return { ok: true, channel: found.channel.id, ts: said.ts, message: messageObject(sandbox, said) };
  },
};

export const postEphemeral: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  run(args, sandbox) {
    const found = channelFor(sandbox, textArg(args, 'channel'));
    if (!found.ok) return found.answer;
    const user = textArg(args, 'user');
    if (user === null) return missing('user');
    if (sandbox.world.person(user) === undefined) return refused('user_not_found');
    if (!found.channel.members.includes(user)) return refused('user_not_in_channel');
    const read = wordsOf(args, POSTED, sandbox);
    if (!read.ok) return read.answer;
    const thread = threadOf(args, sandbox, found.channel);
    if (!thread.ok) return refused('thread_not_found');
    const said = sayAsDesk(sandbox, read.words, { channel: found.channel.id, threadTs: thread.ts, only: user });
    return { ok: true, message_ts: said.ts };
  },
};
