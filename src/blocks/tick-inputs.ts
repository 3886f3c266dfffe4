import type { Checkboxes, MultiStaticSelect, PlainTextOption } from '@slack/types';
import { plain } from './build.ts';
import { LIMITS } from './limits.ts';

const chosenOf = (options: readonly PlainTextOption[], chosen: readonly string[]): PlainTextOption[] =>
  options.filter(({ value }) => value !== undefined && chosen.includes(value));

/** Boxes to tick, at most ten, with those of `chosen` ticked already. */
export function ticksOf(action: string, options: readonly PlainTextOption[], chosen: readonly string[]): Checkboxes {
  const initial = chosenOf(options, chosen);
  return {
    type: 'checkboxes',
    action_id: action,
    options: [...options],
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
}

/** Several choices from a list that takes one line. */
export function selectSeveral(
  action: string,
  options: readonly PlainTextOption[],
  chosen: readonly string[],
  placeholder: string,
): MultiStaticSelect {
  const initial = chosenOf(options, chosen);
  return {
    type: 'multi_static_select',
    action_id: action,
    options: [...options],
    placeholder: plain(placeholder, LIMITS.placeholder),
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
}
