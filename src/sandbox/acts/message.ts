import { tellDirect, tellEvent } from '../payloads/event.ts';
import { asTyped } from '../payloads/typed.ts';
import type { Act, ActAnswer } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { codePoints, WHOLE } from '../validate/limits.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import { done, refusedAct } from './outcome.ts';

/** A message as typed; the desk hears of it when it is mentioned in a channel, or in their direct message. */
export async function sendMessage(sandbox: Sandbox, act: Extract<Act, { act: 'message' }>): Promise<ActAnswer> {
  const { as, channel, threadTs } = act;
  const { world } = sandbox;
  if (act.text.trim() === '') return refusedAct('no_text', 'Write something first.');
  if (codePoints(act.text) > WHOLE.postedText)
    return refusedAct('msg_too_long', 'Your message is too long for Slack; shorten it, or send it in parts.');
  const first = threadTs === undefined ? undefined : world.said(channel, threadTs);
  if (threadTs !== undefined && (first === undefined || first.only !== null))
    return refusedAct('thread_not_found', 'This message is no longer there, or only you could see it.');
  const said = world.add({
    channel,
    by: 'person',
    author: as,
    text: asTyped(sandbox, act.text, false),
    blocks: [],
    only: null,
    threadTs: first ? (first.threadTs ?? first.ts) : null,
    metadata: null,
  });
  const place = world.channel(channel);
  if (place?.kind === 'direct') await tellDirect(sandbox, said);
  else if (said.text.includes(`<@${DESK_APP.user}>`) && place?.members.includes(DESK_APP.user))
    await tellEvent(sandbox, 'app_mention', {
      type: 'app_mention',
      user: as,
      ts: said.ts,
      client_msg_id: sandbox.ids.next('c'),
      text: said.text,
      team: TEAM.id,
      ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
      channel,
      event_ts: said.ts,
    });
  return done;
}
