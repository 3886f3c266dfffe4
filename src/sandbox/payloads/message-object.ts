import { DESK_APP, TEAM } from '../world/cast.ts';
import type { Said } from '../world/state.ts';

/** A message as Slack's Web API and payloads describe it. */
export const messageObject = (said: Said, replies: number) => ({
  type: 'message',
  ts: said.ts,
  user: said.author,
  team: TEAM.id,
  text: said.text,
  ...(said.blocks.length > 0 ? { blocks: said.blocks } : {}),
  ...(said.by === 'app'
    ? { bot_id: DESK_APP.bot, app_id: DESK_APP.app, bot_profile: { id: DESK_APP.bot, name: DESK_APP.name } }
    : {}),
  ...(said.editedAt ? { edited: { user: said.author, ts: said.editedAt } } : {}),
  ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
  ...(replies > 0 ? { thread_ts: said.ts, reply_count: replies } : {}),
  ...(said.metadata ? { metadata: said.metadata } : {}),
});
