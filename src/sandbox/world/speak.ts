import { tellDirect } from '../payloads/event.ts';
import { identified } from '../payloads/identified.ts';
import type { Sandbox } from '../sandbox.ts';
import { DESK_APP, SLACKBOT } from './cast.ts';
import type { Said } from './state.ts';

export interface Words {
  text: string;
  /** Already found valid. */
  blocks: readonly unknown[];
  metadata?: unknown;
  /** Ids of files that it brings. */
  files?: readonly string[];
}

export interface Spot {
  channel: string;
  threadTs: string | null;
  /** Whom alone it is for; null for everyone in the channel. */
  only: string | null;
}

/** The desk says something; in a direct message Slack sends it its own words back as an event. */
export function sayAsDesk(sandbox: Sandbox, words: Words, { channel, threadTs, only }: Spot): Said {
  const said = sandbox.world.add({
    channel,
    by: 'app',
    author: DESK_APP.user,
    text: words.text,
    blocks: identified(words.blocks, sandbox.ids),
    files: [...(words.files ?? [])],
    subtype: words.files?.length ? 'file_share' : null,
    only,
    threadTs,
    metadata: words.metadata ?? null,
  });
  const kind = sandbox.world.channel(channel)?.kind;
  if (kind === 'direct' && only === null) void tellDirect(sandbox, said);
  return said;
}

/** Slack itself tells one person something, where they are. */
export const sayAsSlackbot = (sandbox: Sandbox, text: string, spot: Spot): Said =>
  sandbox.world.add({ ...spot, by: 'slackbot', author: SLACKBOT, text });

/** Changes a message in place. */
export function rewrite(sandbox: Sandbox, said: Said, words: Words): void {
  said.text = words.text;
  said.blocks = identified(words.blocks, sandbox.ids);
  said.editedAt = sandbox.world.nextTs();
  sandbox.world.changed();
}

/** A person reads of a failure, over the window or where it happened. */
export function notify(sandbox: Sandbox, personId: string, error: string, text: string, channel: string | null): void {
  const notices = sandbox.world.state.notices;
  notices[personId] = [...(notices[personId] ?? []), { id: sandbox.ids.next('N'), error, text, channel }];
  sandbox.world.changed();
}

export const permalinkOf = (sandbox: Sandbox, said: Said): string => {
  const link = `${sandbox.address()}/archives/${said.channel}/p${said.ts.replace('.', '')}`;
  return said.threadTs ? `${link}?thread_ts=${said.threadTs}&cid=${said.channel}` : link;
};
