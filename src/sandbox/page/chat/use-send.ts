import { useSeen } from '../world/world.ts';
import { lineTyped } from './completion.ts';

/** Sends what was typed as a command or a message; false when it was refused or not answered in time. */
export function useSend(channel: string, threadTs?: string): (typed: string) => Promise<boolean> {
  const { act } = useSeen();
  const thread = threadTs === undefined ? {} : { threadTs };
  return async (typed) => {
    const line = lineTyped(typed);
    if (line === null) return true;
    const answer = await (line.command === null
      ? act({ act: 'message', channel, text: line.text, ...thread })
      : act({ act: 'command', channel, command: line.command, text: line.text, ...thread }));
    return answer.ok;
  };
}
