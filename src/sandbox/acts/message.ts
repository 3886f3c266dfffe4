import { tellDirect, tellMention } from '../payloads/event.ts';
import { asTyped } from '../payloads/typed.ts';
import type { Act, ActAnswer } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { codePoints, WHOLE } from '../validate/limits.ts';
import { DESK_APP } from '../world/cast.ts';
import { fileWith, shareIn } from '../world/files.ts';
import { done, refusedAct } from './outcome.ts';

/** A message as typed; the desk hears of it when it is mentioned in a channel, or in their direct message. */
export async function sendMessage(sandbox: Sandbox, act: Extract<Act, { act: 'message' }>): Promise<ActAnswer> {
  const { as, channel, threadTs } = act;
  const { world } = sandbox;
  const files = act.files ?? [];
  if (act.text.trim() === '' && files.length === 0) return refusedAct('no_text', 'Write something first.');
  if (files.some((id) => fileWith(world, id)?.author !== as))
    return refusedAct('file_not_found', 'The file is no longer there. Please choose it again.');
  if (codePoints(act.text) > WHOLE.postedText)
    return refusedAct('msg_too_long', 'Your message is too long for Slack; shorten it, or send it in parts.');
  const first = threadTs === undefined ? undefined : world.said(channel, threadTs);
  if (threadTs !== undefined && (first === undefined || first.only !== null))
    return refusedAct('thread_not_found', 'This message is no longer there, or only you could see it.');
  shareIn(world, files, channel);
  const said = world.add({
    channel,
    by: 'person',
    author: as,
    text: asTyped(sandbox, act.text, false),
    files,
    subtype: files.length > 0 ? 'file_share' : null,
    threadTs: first ? (first.threadTs ?? first.ts) : null,
  });
  const place = world.channel(channel);
  if (place?.kind === 'direct') await tellDirect(sandbox, said);
  else if (said.text.includes(`<@${DESK_APP.user}>`) && place?.members.includes(DESK_APP.user))
    await tellMention(sandbox, said);
  return done;
}
