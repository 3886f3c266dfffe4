import { useSeen } from '../world/world.ts';
import { lineTyped } from './completion.ts';

/** Sends what was typed as a command or a message, with the files that it brings; false when it was refused or not answered in time. */
export function useSend(
  channel: string,
  threadTs?: string,
): (typed: string, files?: readonly string[]) => Promise<boolean> {
  const { act } = useSeen();
  const thread = threadTs === undefined ? {} : { threadTs };
  return async (typed, files = []) => {
    const line = lineTyped(typed) ?? { command: null, text: '' };
    if (line.text === '' && line.command === null && files.length === 0) return true;
    const answer = await (line.command === null
      ? act({ act: 'message', channel, text: line.text, ...thread, ...(files.length > 0 ? { files: [...files] } : {}) })
      : act({ act: 'command', channel, command: line.command, text: line.text, ...thread }));
    return answer.ok;
  };
}
