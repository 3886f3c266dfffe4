import type { Option } from '@slack/types';
import { fromPerson } from '../payloads/event.ts';
import type { Act, ActAnswer, OptionGroup } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { list } from '../validate/check.ts';
import { SLACK_LIMITS } from '../validate/limits.ts';
import { option, optionGroup } from '../validate/options.ts';
import { isRecord } from '../validate/part.ts';
import { failureOf, refusedAct } from './outcome.ts';
import { controlAt, placeFields, placeFor } from './where.ts';

const SHORTEST_QUERY = 3;
const upTo = (max: number) => ({ min: 0, max });
const options = list(option, upTo(SLACK_LIMITS.options.max));
const groups = list(optionGroup, upTo(SLACK_LIMITS.optionGroups.max));

/** Asks the desk for the choices of an external select; shorter queries than the select wants are not passed on. */
export async function suggest(sandbox: Sandbox, act: Extract<Act, { act: 'suggest' }>): Promise<ActAnswer> {
  const { as, where, blockId, actionId, query } = act;
  const place = placeFor(sandbox, as, where);
  const control = place && controlAt(place, blockId, actionId);
  if (!place || !control) return refusedAct('not_found', 'This is no longer there.');
  if ([...query].length < Number(control.element.min_query_length ?? SHORTEST_QUERY)) return { ok: true, options: [] };
  const delivery = await sandbox.deliver.ask('interactive', {
    type: 'block_suggestion',
    ...fromPerson(sandbox, as),
    ...placeFields(sandbox, place, {}),
    block_id: blockId,
    action_id: actionId,
    value: query,
  });
  const failure = failureOf(delivery);
  if (failure) return refusedAct(failure, 'The choices could not be loaded. Try again.');
  const given = delivery.kind === 'acked' && isRecord(delivery.payload) ? delivery.payload : {};
  if (given.option_groups !== undefined && groups(given.option_groups, '/option_groups').length === 0)
    return { ok: true, groups: given.option_groups as OptionGroup[] };
  if (given.options !== undefined && options(given.options, '/options').length === 0)
    return { ok: true, options: given.options as Option[] };
  return refusedAct('invalid_options', 'The choices could not be loaded. Try again.');
}
