import type { Act, ActAnswer } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { TEAM } from '../world/cast.ts';
import { closeModal } from './close.ts';
import { typeCommand } from './command.ts';
import { openTab } from './home.ts';
import { invite } from './invite.ts';
import { sendMessage } from './message.ts';
import { done, refusedAct } from './outcome.ts';
import { press } from './press.ts';
import { useShortcut } from './shortcut.ts';
import { submit } from './submit.ts';
import { suggest } from './suggest.ts';

const inChannel = (sandbox: Sandbox, person: string, channel: string): boolean =>
  sandbox.world.channel(channel)?.members.includes(person) ?? false;

function read(sandbox: Sandbox, person: string, channel: string): ActAnswer {
  const last = sandbox.world.state.said[channel]?.at(-1)?.ts ?? '0';
  const marks = sandbox.world.state.read;
  if (marks[person]?.[channel] === last) return done;
  marks[person] = { ...marks[person], [channel]: last };
  sandbox.world.changed();
  return done;
}

function dismiss(sandbox: Sandbox, person: string, noticeId: string): ActAnswer {
  const { notices } = sandbox.world.state;
  notices[person] = (notices[person] ?? []).filter(({ id }) => id !== noticeId);
  sandbox.world.changed();
  return done;
}

/** Takes away what only this person sees; what everyone sees stays. */
function hide(sandbox: Sandbox, person: string, channel: string, ts: string): ActAnswer {
  const said = sandbox.world.said(channel, ts);
  if (said?.only !== person) return refusedAct('message_not_found', 'This message is no longer there.');
  sandbox.world.remove(said);
  return done;
}

/** What Slack keeps from people of another workspace: the app's commands, shortcuts and pages. */
const NOT_ELSEWHERE: readonly Act['act'][] = ['shortcut', 'openHome', 'openMessages'];

/** Does what a person does. Resolves when Slack has its outcome: the desk's acknowledgement, or three seconds without one. */
export async function perform(sandbox: Sandbox, act: Act): Promise<ActAnswer> {
  if (sandbox.world.person(act.as) === undefined) return refusedAct('user_not_found', 'Nobody here has this id.');
  if ('channel' in act && act.channel !== undefined && !inChannel(sandbox, act.as, act.channel))
    return refusedAct('not_in_channel', 'You are not in this channel.');
  if (NOT_ELSEWHERE.includes(act.act) && sandbox.world.teamOf(act.as) !== TEAM.id)
    return refusedAct('not_in_this_workspace', 'The app is not installed in your workspace.');
  switch (act.act) {
    case 'command':
      return typeCommand(sandbox, act);
    case 'message':
      return sendMessage(sandbox, act);
    case 'press':
      return press(sandbox, act);
    case 'submit':
      return submit(sandbox, act);
    case 'close':
      return closeModal(sandbox, act);
    case 'suggest':
      return suggest(sandbox, act);
    case 'shortcut':
      return useShortcut(sandbox, act);
    case 'openHome':
      return openTab(sandbox, act.as, 'home');
    case 'openMessages':
      return openTab(sandbox, act.as, 'messages');
    case 'read':
      return read(sandbox, act.as, act.channel);
    case 'dismiss':
      return dismiss(sandbox, act.as, act.noticeId);
    case 'hide':
      return hide(sandbox, act.as, act.channel, act.ts);
    case 'invite':
      return invite(sandbox, act);
  }
}
