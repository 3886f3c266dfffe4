import { byType, type Check } from './check.ts';
import { ELEMENTS } from './elements.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

const picked = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
  'datepicker',
  'timepicker',
  'checkboxes',
  'radio_buttons',
];
const typed = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'file_input'];

const only = (names: readonly string[]): Check =>
  byType(Object.fromEntries(names.flatMap((name) => (ELEMENTS[name] ? [[name, ELEMENTS[name]]] : []))));

/** Which elements may stand in which block. */
export const IN_SECTION = only(['button', 'overflow', 'image', ...picked]);
export const IN_ACTIONS = only(['button', 'overflow', 'datetimepicker', ...picked]);
export const IN_INPUT = only(['datetimepicker', ...picked, ...typed]);

/** Blocks and elements that Slack shows on some surfaces only. */
export const ONLY_ON: Readonly<Record<string, readonly Surface[]>> = {
  markdown: ['message'],
  table: ['message'],
  data_table: ['message'],
  container: ['message'],
  alert: ['modal'],
  file_input: ['modal'],
};
