import { elementsIn, type Placed } from '../payloads/elements-in.ts';
import { stateValues } from '../payloads/input-state.ts';
import { messageObject } from '../payloads/message-object.ts';
import { viewObject } from '../payloads/view-object.ts';
import type { InputValues, SeenBlock, Where } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import type { KeptView, Said } from '../world/state.ts';

/** The message or view in which a person acts. */
export type Place = { kind: 'message'; said: Said } | { kind: 'view'; view: KeptView };

/** Where `where` is, if this person can see it. */
export function placeFor(sandbox: Sandbox, as: string, where: Where): Place | null {
  const { world } = sandbox;
  if (where.kind === 'message') {
    const said = world.said(where.channel, where.ts);
    const visible =
      said && (said.only === null || said.only === as) && world.channel(where.channel)?.members.includes(as);
    return said && visible ? { kind: 'message', said } : null;
  }
  const view =
    where.kind === 'home' ? world.state.homes[as] : world.state.modals[as]?.find(({ id }) => id === where.viewId);
  return view ? { kind: 'view', view } : null;
}

const blocksOf = (place: Place): readonly SeenBlock[] =>
  place.kind === 'message' ? place.said.blocks : place.view.content.blocks;

export const controlAt = (place: Place, blockId: string, actionId: string): Placed | undefined =>
  elementsIn(blocksOf(place)).find((each) => each.blockId === blockId && each.actionId === actionId);

/** The part of a payload that says where it happened. An ephemeral message is named, not included, as in Slack. */
export function placeFields(sandbox: Sandbox, place: Place, entered: InputValues) {
  if (place.kind === 'view')
    return { container: { type: 'view', view_id: place.view.id }, view: viewObject(place.view, entered) };
  const { said } = place;
  const ephemeral = said.only !== null;
  return {
    container: {
      type: 'message',
      message_ts: said.ts,
      channel_id: said.channel,
      is_ephemeral: ephemeral,
      ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
    },
    channel: { id: said.channel, name: channelName(sandbox, said.channel) },
    ...(ephemeral ? {} : { message: messageObject(sandbox, said) }),
    state: { values: stateValues(said.blocks, entered) },
  };
}

export const channelName = (sandbox: Sandbox, id: string): string => {
  const channel = sandbox.world.channel(id);
  if (channel?.kind === 'direct') return 'directmessage';
  return channel?.private ? 'privategroup' : (channel?.name ?? '');
};
