import { fromPerson } from '../payloads/event.ts';
import { messageObject } from '../payloads/message-object.ts';
import type { Act, ActAnswer } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { notify } from '../world/speak.ts';
import { done, failureOf, refusedAct } from './outcome.ts';
import { channelName, placeFor } from './where.ts';

/** What a message shortcut says of its message; null when the person cannot see it, or only they can. */
function messageFields(sandbox: Sandbox, as: string, channel: string, ts: string) {
  const place = placeFor(sandbox, as, { kind: 'message', channel, ts });
  if (place?.kind !== 'message' || place.said.only !== null) return null;
  const { said } = place;
  return {
    channel: { id: channel, name: channelName(sandbox, channel) },
    message_ts: ts,
    message: messageObject(sandbox, said),
    response_url: sandbox.responseUrls.give({ person: as, channel, messageTs: null, threadTs: said.threadTs }),
  };
}

/** A shortcut from the menu of a message, or from anywhere. */
export async function useShortcut(sandbox: Sandbox, act: Extract<Act, { act: 'shortcut' }>): Promise<ActAnswer> {
  const { as, callbackId, channel, ts } = act;
  const known = sandbox.app.shortcuts.find((each) => each.callbackId === callbackId);
  if (known === undefined) return refusedAct('unknown_shortcut', 'This shortcut is not offered.');
  const onMessage = known.type === 'message';
  const fields = onMessage && channel && ts ? messageFields(sandbox, as, channel, ts) : {};
  if (fields === null || (onMessage && !('message' in fields)))
    return refusedAct('message_not_found', 'This message is no longer there, or only you can see it.');
  const delivery = await sandbox.deliver.ask('interactive', {
    type: onMessage ? 'message_action' : 'shortcut',
    ...fromPerson(sandbox, as),
    callback_id: callbackId,
    trigger_id: sandbox.triggers.give({ person: as, viewId: null }),
    action_ts: sandbox.world.nextTs(),
    ...fields,
  });
  const failure = failureOf(delivery);
  if (failure === null) return done;
  const shown = `${sandbox.app.name} did not respond (${failure}). Try again.`;
  notify(sandbox, as, failure, shown, channel ?? null);
  return refusedAct(failure, shown);
}
