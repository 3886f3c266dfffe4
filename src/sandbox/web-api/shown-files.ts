import type { Sandbox } from '../sandbox.ts';
import { type Problem, problem } from '../validate/check.ts';
import { isRecord } from '../validate/part.ts';
import { typedIn } from '../validate/whole.ts';
import { fileFor } from '../world/files.ts';

/** The id in `slack_file`, given as such or within the file's address. */
const idOf = (named: unknown): string => {
  if (!isRecord(named)) return '';
  if (typeof named.id === 'string') return named.id;
  return typeof named.url === 'string' ? (/\/files\/(F[A-Z0-9]+)\//.exec(named.url)?.[1] ?? '') : '';
};

/** Pictures that name a file which the desk may not show, or which Slack has not worked through yet. */
export const fileProblems = (blocks: unknown, sandbox: Sandbox, at = '/blocks'): Problem[] =>
  [...typedIn(blocks, at)].flatMap(([part, pointer]) => {
    if (part.type !== 'image' || part.slack_file === undefined) return [];
    const id = idOf(part.slack_file);
    const shown = fileFor(sandbox, id) !== undefined && sandbox.uploads.isReady(id);
    return shown ? [] : [problem('invalid_slack_file', 'invalid slack file', `${pointer}/slack_file`)];
  });
