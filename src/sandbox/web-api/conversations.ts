import type { Sandbox } from '../sandbox.ts';
import type { Part } from '../validate/part.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import type { Channel } from '../world/state.ts';
import { type Answer, type Method, missing, missingScope, refused, textArg } from './method.ts';

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];

const channelObject = (sandbox: Sandbox, channel: Channel) => ({
  id: channel.id,
  ...(channel.kind === 'direct'
    ? { user: channel.members.find((id) => id !== DESK_APP.user), is_open: true }
    : { name: channel.name, name_normalized: channel.name }),
  is_channel: channel.kind === 'channel' && !channel.private,
  is_group: channel.kind === 'channel' && channel.private,
  is_im: channel.kind === 'direct',
  is_mpim: false,
  is_private: channel.private,
  is_archived: false,
  is_general: false,
  is_ext_shared: sandbox.world.sharedWith(channel).length > 0,
  connected_team_ids: sandbox.world.sharedWith(channel),
  is_member: channel.members.includes(DESK_APP.user),
  context_team_id: TEAM.id,
  topic: { value: channel.topic, creator: '', last_set: 0 },
  purpose: { value: channel.topic, creator: '', last_set: 0 },
  num_members: channel.members.length,
});

/** Slack has a scope of its own for each kind of channel. */
const FAMILY = { im: 'im', private_channel: 'groups', public_channel: 'channels' } as const;

const typeOf = ({ kind, private: closed }: Channel): keyof typeof FAMILY =>
  kind === 'direct' ? 'im' : closed ? 'private_channel' : 'public_channel';

/** `groups:read` of a private channel. */
const scopeFor = (channel: Channel, what: 'read' | 'history'): string => `${FAMILY[typeOf(channel)]}:${what}`;

/** The channel an app names by its id, if it is there for the desk and the desk has the scope for `what`. */
export function readable(
  args: Part,
  sandbox: Sandbox,
  what: 'read' | 'history',
): { ok: true; channel: Channel } | { ok: false; answer: Answer } {
  const channel = visible(sandbox, textArg(args, 'channel') ?? '');
  if (channel === undefined) return { ok: false, answer: refused('channel_not_found') };
  const scope = scopeFor(channel, what);
  const granted = sandbox.app.scopes.includes(scope);
  return granted ? { ok: true, channel } : { ok: false, answer: missingScope([scope], sandbox) };
}

/** A channel that the desk may know of: a private one it is not in does not exist for it. */
const visible = (sandbox: Sandbox, id: string): Channel | undefined => {
  const channel = sandbox.world.channel(id);
  return channel && (!channel.private || channel.members.includes(DESK_APP.user)) ? channel : undefined;
};

/** One page of `items`; the cursor is the number of the first item, written as Slack writes cursors. */
export function page<T>(
  items: readonly T[],
  limit: string | null,
  cursor: string | null,
): { items: readonly T[]; next: string } {
  const size = Math.min(1_000, Math.max(1, Number(limit ?? 100) || 100));
  const from = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64').toString()) || 0;
  const more = from + size < items.length;
  return {
    items: items.slice(from, from + size),
    next: more ? Buffer.from(String(from + size)).toString('base64') : '',
  };
}

export const open: Method = {
  token: 'bot',
  scopes: ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
  run(args, sandbox) {
    const users = (textArg(args, 'users') ?? '').split(',').filter((id) => id !== '');
    const [user] = users;
    if (user === undefined) return missing('users');
    if (users.length > 1) return refused('method_not_supported_for_channel_type');
    const direct = sandbox.world.direct(user);
    return direct
      ? { ok: true, no_op: true, already_open: true, channel: channelObject(sandbox, direct) }
      : refused('user_not_found');
  },
};

export const info: Method = {
  token: 'bot',
  scopes: READ,
  run(args, sandbox) {
    const found = readable(args, sandbox, 'read');
    return found.ok ? { ok: true, channel: channelObject(sandbox, found.channel) } : found.answer;
  },
};

export const members: Method = {
  token: 'bot',
  scopes: READ,
  run(args, sandbox) {
    const found = readable(args, sandbox, 'read');
    if (!found.ok) return found.answer;
    const { items, next } = page(found.channel.members, textArg(args, 'limit'), textArg(args, 'cursor'));
    return { ok: true, members: items, response_metadata: { next_cursor: next } };
  },
};

const isType = (type: string): type is keyof typeof FAMILY => Object.hasOwn(FAMILY, type);

export const list: Method = {
  token: 'bot',
  scopes: READ,
  run(args, sandbox) {
    const types = (textArg(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
    const needed = types.flatMap((type) => (isType(type) ? [`${FAMILY[type]}:read`] : []));
    const lacking = needed.filter((scope) => !sandbox.app.scopes.includes(scope));
    if (lacking.length > 0) return missingScope(lacking, sandbox);
    const known = sandbox.world.state.channels.filter(
      (channel) => types.includes(typeOf(channel)) && visible(sandbox, channel.id),
    );
    const { items, next } = page(known, textArg(args, 'limit'), textArg(args, 'cursor'));
    return {
      ok: true,
      channels: items.map((each) => channelObject(sandbox, each)),
      response_metadata: { next_cursor: next },
    };
  },
};
