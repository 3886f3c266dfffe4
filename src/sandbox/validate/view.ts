import { boolean, byType, type Check, type Problem, problem, shape, string } from './check.ts';
import { SLACK_LIMITS } from './limits.ts';
import { isRecord } from './part.ts';
import { plainText } from './texts.ts';
import { blockProblems } from './whole.ts';

const blocksOn =
  (surface: 'modal' | 'home'): Check =>
  (blocks, at) =>
    blockProblems(blocks, surface, at);

const kept = {
  private_metadata: string(SLACK_LIMITS.privateMetadata),
  callback_id: string(SLACK_LIMITS.callbackId),
  external_id: string(SLACK_LIMITS.externalId),
};

const modal = shape(
  { title: plainText(SLACK_LIMITS.viewTitle), blocks: blocksOn('modal') },
  {
    ...kept,
    submit: plainText(SLACK_LIMITS.viewButton),
    close: plainText(SLACK_LIMITS.viewButton),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
);

const home = shape({ blocks: blocksOn('home') }, kept);

const asksSomething = (blocks: unknown): boolean =>
  Array.isArray(blocks) && blocks.some((each) => isRecord(each) && each.type === 'input');

/** What Slack would refuse in a view of one of these types. */
export function viewProblems(view: unknown, types: readonly ('modal' | 'home')[], at = '/view'): Problem[] {
  const checks: Record<string, Check> = {};
  for (const type of types) checks[type] = type === 'modal' ? modal : home;
  const found = byType(checks)(view, at);
  if (isRecord(view) && view.type === 'modal' && view.submit === undefined && asksSomething(view.blocks))
    found.push(problem('missing_field', 'missing required field: submit', at));
  return found;
}
