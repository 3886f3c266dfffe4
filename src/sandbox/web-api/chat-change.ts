import { messageObject } from '../payloads/message-object.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Part } from '../validate/part.ts';
import { DESK_APP } from '../world/cast.ts';
import { permalinkOf, rewrite } from '../world/speak.ts';
import type { Said } from '../world/state.ts';
import { channelFor } from './chat-post.ts';
import { type Answer, type Method, missing, refused, textArg } from './method.ts';
import { UPDATED, wordsOf } from './words.ts';

/** The message that `channel` and `tsName` point to; ephemeral ones cannot be found again. */
function messageAt(
  args: Part,
  sandbox: Sandbox,
  tsName: string,
): { ok: true; said: Said } | { ok: false; answer: Answer } {
  const found = channelFor(sandbox, textArg(args, 'channel'));
  if (!found.ok) return found;
  const ts = textArg(args, tsName);
  if (ts === null) return { ok: false, answer: missing(tsName) };
  const said = sandbox.world.said(found.channel.id, ts);
  if (said === undefined || said.only !== null) return { ok: false, answer: refused('message_not_found') };
  return { ok: true, said };
}

export const update: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  run(args, sandbox) {
    const found = messageAt(args, sandbox, 'ts');
    if (!found.ok) return found.answer;
    const { said } = found;
    if (said.author !== DESK_APP.user) return refused('cant_update_message');
    const read = wordsOf(args, UPDATED, sandbox);
    if (!read.ok) return read.answer;
    rewrite(sandbox, said, read.words);
    return {
      ok: true,
      channel: said.channel,
      ts: said.ts,
      text: said.text,
      message: messageObject(sandbox, said),
    };
  },
};

export const remove: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  run(args, sandbox) {
    const found = messageAt(args, sandbox, 'ts');
    if (!found.ok) return found.answer;
    if (found.said.author !== DESK_APP.user) return refused('cant_delete_message');
    sandbox.world.remove(found.said);
    return { ok: true, channel: found.said.channel, ts: found.said.ts };
  },
};

export const getPermalink: Method = {
  token: 'bot',
  scopes: [],
  run(args, sandbox) {
    const found = messageAt(args, sandbox, 'message_ts');
    if (!found.ok) return found.answer;
    return { ok: true, channel: found.said.channel, permalink: permalinkOf(sandbox, found.said) };
  },
};
