import type { Sandbox } from '../sandbox.ts';
import type { Delivery } from '../socket/envelope.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import type { Said } from '../world/state.ts';

const VERIFICATION_TOKEN = 'sandbox-verification';

/** Fields that every interaction carries. */
export const fromPerson = (sandbox: Sandbox, personId: string) => ({
  user: {
    id: personId,
    username: sandbox.world.person(personId)?.handle ?? personId,
    name: sandbox.world.person(personId)?.handle ?? personId,
    team_id: TEAM.id,
  },
  team: { id: TEAM.id, domain: TEAM.domain },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: DESK_APP.app,
  token: VERIFICATION_TOKEN,
});

export const verificationToken = VERIFICATION_TOKEN;

/** Sends an event to the desk if it has subscribed to `name` (such as `message.im`); null when it has not. */
export function tellEvent(sandbox: Sandbox, name: string, event: Record<string, unknown>): Promise<Delivery> | null {
  if (!sandbox.app.events.includes(name)) return null;
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
    is_ext_shared_channel: false,
    event_context: sandbox.ids.next('4-'),
  });
}

/** The message event of a direct message, also of the desk's own. */
export function tellDirect(sandbox: Sandbox, said: Said): Promise<Delivery> | null {
  return tellEvent(sandbox, 'message.im', {
    type: 'message',
    user: said.author,
    ...(said.by === 'app' ? { bot_id: DESK_APP.bot, app_id: DESK_APP.app } : { client_msg_id: sandbox.ids.next('c') }),
    ts: said.ts,
    text: said.text,
    team: TEAM.id,
    ...(said.threadTs ? { thread_ts: said.threadTs } : {}),
    ...(said.blocks.length > 0 ? { blocks: said.blocks } : {}),
    channel: said.channel,
    event_ts: said.ts,
    channel_type: 'im',
  });
}
