import { messageObject } from '../payloads/message-object.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Part } from '../validate/part.ts';
import { DESK_APP } from '../world/cast.ts';
import type { Said } from '../world/state.ts';
import { page, readable } from './conversations.ts';
import { type Answer, flagArg, type Method, missing, refused, textArg } from './method.ts';

const SCOPES = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

/** Within `oldest` and `latest`, both left out unless `inclusive`. */
function within(args: Part): (said: Said) => boolean {
  const oldest = Number(textArg(args, 'oldest') ?? 0);
  const latest = Number(textArg(args, 'latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = flagArg(args, 'inclusive');
  return ({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  };
}

const paged = (found: readonly Said[], args: Part, sandbox: Sandbox): Answer => {
  const { items, next } = page(found, textArg(args, 'limit'), textArg(args, 'cursor'));
  return {
    ok: true,
    messages: items.map((said) => messageObject(sandbox, said)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
};

/** What everyone in the channel can see, of where the desk is itself. */
function lasting(args: Part, sandbox: Sandbox): { ok: true; said: readonly Said[] } | { ok: false; answer: Answer } {
  const found = readable(args, sandbox, 'history');
  if (!found.ok) return found;
  if (!found.channel.members.includes(DESK_APP.user)) return { ok: false, answer: refused('not_in_channel') };
  return { ok: true, said: (sandbox.world.state.said[found.channel.id] ?? []).filter(({ only }) => only === null) };
}

/** The messages of a channel, the newest first; replies stand in their threads. */
export const history: Method = {
  token: 'bot',
  scopes: SCOPES,
  run(args, sandbox) {
    const found = lasting(args, sandbox);
    if (!found.ok) return found.answer;
    const own = found.said.filter((said) => said.threadTs === null && within(args)(said));
    return paged(own.toReversed(), args, sandbox);
  },
};

/** A thread: its first message, then the replies, the oldest first. */
export const replies: Method = {
  token: 'bot',
  scopes: SCOPES,
  run(args, sandbox) {
    const ts = textArg(args, 'ts');
    if (ts === null) return missing('ts');
    const found = lasting(args, sandbox);
    if (!found.ok) return found.answer;
    const first = found.said.find((said) => said.ts === ts);
    if (first === undefined) return refused('thread_not_found');
    const rest = found.said.filter((said) => said.threadTs === ts && within(args)(said));
    return paged([first, ...rest], args, sandbox);
  },
};
