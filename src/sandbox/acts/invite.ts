import { tellEvent } from '../payloads/event.ts';
import type { Act, ActAnswer } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import { done, refusedAct } from './outcome.ts';

/** Brings somebody into a channel. Guests bring nobody in, and people of another workspace come by Slack Connect alone. */
export async function invite(sandbox: Sandbox, act: Extract<Act, { act: 'invite' }>): Promise<ActAnswer> {
  const { as, channel: id, person: invited } = act;
  const { world } = sandbox;
  const channel = world.channel(id);
  const inviter = world.person(as);
  const known = world.person(invited);
  if (channel?.kind !== 'channel' || known === undefined)
    return refusedAct('user_not_found', 'Nobody here has this id.');
  if (inviter?.guest !== 'no' || inviter.team !== TEAM.id)
    return refusedAct('restricted_action', 'Only members of this workspace bring people into a channel.');
  if (known.team !== TEAM.id)
    return refusedAct('not_supported', 'People of another workspace come in by an invitation of Slack Connect.');
  if (channel.members.includes(invited)) return refusedAct('already_in_channel', 'They are in this channel already.');
  channel.members.push(invited);
  const said = world.add({
    channel: id,
    by: 'person',
    author: invited,
    subtype: 'channel_join',
    text: `was added to #${channel.name} by <@${as}>.`,
  });
  if (channel.members.includes(DESK_APP.user))
    await tellEvent(
      sandbox,
      'member_joined_channel',
      {
        type: 'member_joined_channel',
        user: invited,
        channel: id,
        channel_type: channel.private ? 'G' : 'C',
        team: TEAM.id,
        inviter: as,
        event_ts: said.ts,
      },
      channel,
    );
  return done;
}
