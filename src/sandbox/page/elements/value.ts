import type { Option } from '@slack/types';
import type { InputState } from '../../protocol.ts';

type Given =
  | 'value'
  | 'option'
  | 'options'
  | 'date'
  | 'time'
  | 'date_time'
  | 'user'
  | 'users'
  | 'conversation'
  | 'conversations'
  | 'channel'
  | 'channels';

/** An element as it came: of any type, of which the page reads the fields it knows. */
export type AnyElement = { type: string; action_id?: string } & { readonly [name in `initial_${Given}`]?: unknown };

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const moment = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const isOption = (value: unknown): value is Option => typeof value === 'object' && value !== null && 'text' in value;
const option = (value: unknown): Option | null => (isOption(value) ? value : null);
const options = (value: unknown): Option[] => (Array.isArray(value) ? value.filter(isOption) : []);

function stateOf(type: string, initial: AnyElement): InputState | null {
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: text(initial.initial_value) };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: option(initial.initial_option) };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { type, selected_options: options(initial.initial_options) };
    case 'datepicker':
      return { type, selected_date: text(initial.initial_date) };
    case 'timepicker':
      return { type, selected_time: text(initial.initial_time) };
    case 'datetimepicker':
      return { type, selected_date_time: moment(initial.initial_date_time) };
    case 'users_select':
      return { type, selected_user: text(initial.initial_user) };
    case 'conversations_select':
      return { type, selected_conversation: text(initial.initial_conversation) };
    case 'channels_select':
      return { type, selected_channel: text(initial.initial_channel) };
    case 'multi_users_select':
      return { type, selected_users: texts(initial.initial_users) };
    case 'multi_conversations_select':
      return { type, selected_conversations: texts(initial.initial_conversations) };
    case 'multi_channels_select':
      return { type, selected_channels: texts(initial.initial_channels) };
    default:
      return null;
  }
}

/** What `element` holds before anybody touched it; null for one that holds nothing, such as a button. */
export const initialState = (element: AnyElement): InputState | null => stateOf(element.type, element);
