import { verificationToken } from '../payloads/event.ts';
import { asTyped } from '../payloads/typed.ts';
import type { Act, ActAnswer } from '../protocol.ts';
import { respond } from '../respond.ts';
import type { Sandbox } from '../sandbox.ts';
import { isRecord } from '../validate/part.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import { sayAsSlackbot } from '../world/speak.ts';
import { done, failureOf, refusedAct } from './outcome.ts';

/** A slash command: Slack refuses it in threads, passes it on, and says so when the desk does not acknowledge it. */
export async function typeCommand(sandbox: Sandbox, act: Extract<Act, { act: 'command' }>): Promise<ActAnswer> {
  const { as, channel, command, text, threadTs } = act;
  const spot = { channel, threadTs: threadTs ?? null, only: as };
  const tell = (error: string, shown: string): ActAnswer => {
    sayAsSlackbot(sandbox, shown, spot);
    return refusedAct(error, shown);
  };
  const offered = sandbox.app.commands.find((known) => known.command === command);
  const { scopes } = sandbox.app;
  const installed = scopes.includes('commands') && sandbox.world.teamOf(as) === TEAM.id;
  if (offered === undefined || !installed)
    return tell(
      'invalid_command',
      `${command} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.`,
    );
  if (threadTs !== undefined) return tell('not_in_threads', `${command} is not supported in threads. Sorry!`);

  const place = sandbox.world.channel(channel);
  const grant = { person: as, channel, messageTs: null, threadTs: null };
  const delivery = await sandbox.deliver.ask('slash_commands', {
    token: verificationToken,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel,
    channel_name: place?.kind === 'direct' ? 'directmessage' : place?.private ? 'privategroup' : (place?.name ?? ''),
    user_id: as,
    user_name: sandbox.world.person(as)?.handle ?? as,
    command,
    text: offered.shouldEscape ? asTyped(sandbox, text, true) : text,
    api_app_id: DESK_APP.app,
    is_enterprise_install: 'false',
    response_url: sandbox.responseUrls.give(grant),
    trigger_id: sandbox.triggers.give({ person: as, viewId: null }),
  });
  const failure = failureOf(delivery);
  if (failure) return tell(failure, `${command} failed with the error "${failure}"`);
  const answer = delivery.kind === 'acked' && isRecord(delivery.payload) ? delivery.payload : {};
  if (answer.text === undefined && answer.blocks === undefined) return done;
  const responded = respond(sandbox, grant, answer);
  return responded.ok ? done : tell(responded.error, `${command} failed with the error "${responded.error}"`);
}
