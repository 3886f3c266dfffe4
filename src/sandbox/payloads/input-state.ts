import type { InputState, InputValues, SeenBlock } from '../protocol.ts';
import type { Part } from '../validate/part.ts';
import { elementsIn } from './elements-in.ts';

const orNull = <T>(value: unknown): T | null => (value === undefined ? null : (value as T));
const orEmpty = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/** The state of a control that nobody has touched; null for buttons and menus, which have none. */
export function untouched(element: Part & { type: string }): InputState | null {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: orNull(element.initial_value) };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: orNull(element.initial_option) };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: orEmpty(element.initial_options) };
    case 'datepicker':
      return { type, selected_date: orNull(element.initial_date) };
    case 'timepicker':
      return { type, selected_time: orNull(element.initial_time) };
    case 'datetimepicker':
      return { type, selected_date_time: orNull(element.initial_date_time) };
    case 'users_select':
      return { type, selected_user: orNull(element.initial_user) };
    case 'conversations_select':
      return { type, selected_conversation: orNull(element.initial_conversation) };
    case 'channels_select':
      return { type, selected_channel: orNull(element.initial_channel) };
    case 'multi_users_select':
      return { type, selected_users: orEmpty(element.initial_users) };
    case 'multi_conversations_select':
      return { type, selected_conversations: orEmpty(element.initial_conversations) };
    case 'multi_channels_select':
      return { type, selected_channels: orEmpty(element.initial_channels) };
    default:
      return null;
  }
}

/** `state.values` of `blocks` as Slack sends them: what was entered, and the initial value of the rest. */
export function stateValues(blocks: readonly SeenBlock[], entered: InputValues): InputValues {
  const values: InputValues = {};
  for (const { blockId, actionId, element } of elementsIn(blocks)) {
    const initial = untouched(element);
    if (initial === null) continue;
    const given = entered[blockId]?.[actionId];
    const state = given !== undefined && given.type === element.type ? given : initial;
    values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return values;
}

/** Whether nothing is chosen or written. */
export function isEmpty(state: InputState): boolean {
  const { type: _type, ...rest } = state;
  const [value] = Object.values(rest);
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
