import type {
  ExternalSelect,
  InputBlock,
  MultiExternalSelect,
  MultiUsersSelect,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  Timepicker,
} from '@slack/types';
import { option, plain } from './build.ts';
import { clamp, LIMITS } from './limits.ts';

export interface InputOf {
  block?: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** Whether using it is told to the desk at once. */
  tells?: boolean;
}

/** One field of a form, in a block of the element's own name unless another is given. */
export const input = (
  { block, label, hint, optional, tells }: InputOf,
  element: InputBlock['element'] & { action_id?: string },
): InputBlock => ({
  type: 'input',
  block_id: block ?? element.action_id ?? '',
  label: plain(label, LIMITS.inputLabel),
  element,
  ...(optional ? { optional: true } : {}),
  ...(tells ? { dispatch_action: true } : {}),
  ...(hint ? { hint: plain(hint, LIMITS.inputLabel) } : {}),
});

/** A line or, `multiline`, a box to type in. */
export const textInput = (
  action: string,
  {
    value = '',
    most,
    multiline = false,
    placeholder,
  }: { value?: string; most: number; multiline?: boolean; placeholder?: string },
): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: action,
  max_length: most,
  ...(multiline ? { multiline } : {}),
  ...(placeholder ? { placeholder: plain(placeholder, LIMITS.placeholder) } : {}),
  ...(value === '' ? {} : { initial_value: clamp(value, most) }),
});

/** One choice among `options`, with the one of `chosen` made already. */
export function selectOf(
  action: string,
  options: readonly PlainTextOption[],
  chosen: string | null,
  placeholder: string,
): StaticSelect {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: action,
    options: options.slice(0, LIMITS.options),
    placeholder: plain(placeholder, LIMITS.placeholder),
    ...(initial ? { initial_option: initial } : {}),
  };
}

/** The same as a few buttons of which one is pressed. */
export function radiosOf(action: string, options: readonly PlainTextOption[], chosen: string): RadioButtons {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'radio_buttons',
    action_id: action,
    options: [...options],
    ...(initial ? { initial_option: initial } : {}),
  };
}

/** A State to be chosen by typing its name; what is offered comes from the desk. */
export const stateSelect = (
  action: string,
  chosen: { iso3: string; name: string } | null,
  placeholder = 'Type a name',
): ExternalSelect => ({
  type: 'external_select',
  action_id: action,
  min_query_length: 1,
  placeholder: plain(placeholder, LIMITS.placeholder),
  ...(chosen ? { initial_option: option(chosen.name, chosen.iso3) } : {}),
});

/** Several States, chosen in the same way. */
export const statesSelect = (
  action: string,
  chosen: readonly { iso3: string; name: string }[],
  placeholder = 'Type a name',
): MultiExternalSelect => ({
  type: 'multi_external_select',
  action_id: action,
  min_query_length: 1,
  placeholder: plain(placeholder, LIMITS.placeholder),
  ...(chosen.length > 0 ? { initial_options: chosen.map(({ name, iso3 }) => option(name, iso3)) } : {}),
});

/** Members of the workspace. */
export const peopleSelect = (action: string, chosen: readonly string[], placeholder: string): MultiUsersSelect => ({
  type: 'multi_users_select',
  action_id: action,
  placeholder: plain(placeholder, LIMITS.placeholder),
  ...(chosen.length > 0 ? { initial_users: [...chosen] } : {}),
});

/** A time of day, "10:00"; empty for none. */
export const timeInput = (action: string, time: string): Timepicker => ({
  type: 'timepicker',
  action_id: action,
  ...(time === '' ? {} : { initial_time: time }),
});
