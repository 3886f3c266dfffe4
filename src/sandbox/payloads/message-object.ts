import type { Sandbox } from '../sandbox.ts';
import { DESK_APP } from '../world/cast.ts';
import { fileWith } from '../world/files.ts';
import { repliesTo } from '../world/replies.ts';
import type { Said } from '../world/state.ts';
import { fileObject } from './file-object.ts';

/** The files of a message, in the order in which they were given. */
export const filesOf = (sandbox: Sandbox, said: Said) =>
  said.files.flatMap((id) => {
    const file = fileWith(sandbox.world, id);
    return file ? [fileObject(sandbox, file)] : [];
  });

/** A message as Slack's Web API and payloads describe it. */
export function messageObject(sandbox: Sandbox, said: Said) {
  const replies = said.threadTs === null ? repliesTo(sandbox, said) : 0;
  return {
    type: 'message',
    ...(said.subtype ? { subtype: said.subtype } : {}),
    ts: said.ts,
    user: said.author,
    team: sandbox.world.teamOf(said.author),
    text: said.text,
    ...(said.blocks.length > 0 ? { blocks: said.blocks } : {}),
    ...(said.files.length > 0 ? { files: filesOf(sandbox, said) } : {}),
    ...(said.by === 'app'
      ? { bot_id: DESK_APP.bot, app_id: DESK_APP.app, bot_profile: { id: DESK_APP.bot, name: DESK_APP.name } }
      : {}),
    ...(said.editedAt ? { edited: { user: said.author, ts: said.editedAt } } : {}),
    ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
    ...(replies > 0 ? { thread_ts: said.ts, reply_count: replies } : {}),
    ...(said.metadata ? { metadata: said.metadata } : {}),
  };
}
