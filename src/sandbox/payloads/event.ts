import type { Sandbox } from '../sandbox.ts';
import type { Delivery } from '../socket/envelope.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import type { Channel, Said } from '../world/state.ts';
import { filesOf } from './message-object.ts';

const VERIFICATION_TOKEN = 'sandbox-verification';

/** Fields that every interaction carries. */
export const fromPerson = (sandbox: Sandbox, personId: string) => ({
  user: {
    id: personId,
    username: sandbox.world.person(personId)?.handle ?? personId,
    name: sandbox.world.person(personId)?.handle ?? personId,
    team_id: sandbox.world.teamOf(personId),
  },
  team: { id: TEAM.id, domain: TEAM.domain },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: DESK_APP.app,
  token: VERIFICATION_TOKEN,
});

export const verificationToken = VERIFICATION_TOKEN;

/** The scopes of which an app needs one to hear of an event; none for those that are not named. */
const SCOPES_FOR: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
  user_change: ['users:read'],
};

/** Sends an event to the desk if it has subscribed to `name` (such as `message.im`) and may hear of it; null when it does not. */
export function tellEvent(
  sandbox: Sandbox,
  name: string,
  event: Record<string, unknown>,
  channel?: Channel,
): Promise<Delivery> | null {
  const { events, scopes } = sandbox.app;
  const wanted = SCOPES_FOR[name] ?? [];
  const granted = wanted.length === 0 || wanted.some((scope) => scopes.includes(scope));
  if (!events.includes(name) || !granted) return null;
  return sandbox.deliver.tell({
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: DESK_APP.app,
    event,
    type: 'event_callback',
    event_id: sandbox.ids.next('Ev'),
    event_time: Math.floor(sandbox.clock.now().epochMilliseconds / 1_000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: DESK_APP.user, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: channel !== undefined && sandbox.world.sharedWith(channel).length > 0,
    event_context: sandbox.ids.next('4-'),
  });
}

const files = (sandbox: Sandbox, said: Said) =>
  said.files.length > 0 ? { files: filesOf(sandbox, said), upload: false } : {};

/** The message event of a direct message, also of the desk's own. */
export function tellDirect(sandbox: Sandbox, said: Said): Promise<Delivery> | null {
  return tellEvent(sandbox, 'message.im', {
    type: 'message',
    ...(said.subtype ? { subtype: said.subtype } : {}),
    user: said.author,
    ...(said.by === 'app' ? { bot_id: DESK_APP.bot, app_id: DESK_APP.app } : { client_msg_id: sandbox.ids.next('c') }),
    ts: said.ts,
    text: said.text,
    team: TEAM.id,
    ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
    ...(said.blocks.length > 0 ? { blocks: said.blocks } : {}),
    ...files(sandbox, said),
    channel: said.channel,
    event_ts: said.ts,
    channel_type: 'im',
  });
}

/** The event of a message that mentions the desk in a channel; for somebody of another workspace it says from which. */
export function tellMention(sandbox: Sandbox, said: Said): Promise<Delivery> | null {
  const team = sandbox.world.teamOf(said.author);
  const event = {
    type: 'app_mention',
    user: said.author,
    ts: said.ts,
    client_msg_id: sandbox.ids.next('c'),
    text: said.text,
    team,
    ...(team === TEAM.id ? {} : { user_team: team, source_team: team }),
    ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
    ...files(sandbox, said),
    channel: said.channel,
    event_ts: said.ts,
  };
  return tellEvent(sandbox, 'app_mention', event, sandbox.world.channel(said.channel));
}
