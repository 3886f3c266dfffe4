import { all, anything, boolean, type Check, integer, list, matching, oneOf, problem, shape, string } from './check.ts';
import { SLACK_LIMITS } from './limits.ts';
import { choice, entry, initialAmongOptions, listedChoices, option, optionGroup } from './options.ts';
import { isRecord } from './part.ts';
import { confirm, plainText } from './texts.ts';

type Fields = Readonly<Record<string, Check>>;

const actionId: Fields = { action_id: string(SLACK_LIMITS.actionId) };
const asks: Fields = { ...actionId, confirm, focus_on_load: boolean };
const hinted: Fields = { ...asks, placeholder: plainText(SLACK_LIMITS.placeholder) };
const id = string({ min: 1, max: 255 });
const ids = list(id, { min: 0, max: 1_000 });
const several: Fields = { max_selected_items: integer({ min: 1, max: 1_000 }) };
const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a date in the format YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the format HH:mm');
const typed: Fields = {
  ...actionId,
  placeholder: plainText(SLACK_LIMITS.placeholder),
  focus_on_load: boolean,
  dispatch_action_config: anything,
};
const listed: Fields = {
  options: list(option, SLACK_LIMITS.options),
  option_groups: list(optionGroup, SLACK_LIMITS.optionGroups),
};
const looked: Fields = { ...hinted, min_query_length: integer({ min: 0, max: 255 }) };

const minAtMostMax: Check = (element, at) =>
  isRecord(element) && Number(element.min_length ?? 0) > Number(element.max_length ?? Number.POSITIVE_INFINITY)
    ? [problem('min_above_max', 'min_length must not be greater than max_length', `${at}/min_length`)]
    : [];

export const image: Check = all(
  shape({ alt_text: string(SLACK_LIMITS.imageAlt) }, { image_url: string(SLACK_LIMITS.url), slack_file: anything }),
  (element, at) =>
    isRecord(element) && element.image_url === undefined && element.slack_file === undefined
      ? [problem('missing_field', 'missing required field: image_url', at)]
      : [],
);

/** Every element by its type, with what Slack asks of each. */
export const ELEMENTS: Readonly<Record<string, Check>> = {
  button: shape(
    { text: plainText(SLACK_LIMITS.buttonText) },
    {
      ...actionId,
      value: string(SLACK_LIMITS.buttonValue),
      url: string(SLACK_LIMITS.url),
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: string(SLACK_LIMITS.accessibilityLabel),
    },
  ),
  overflow: shape({ options: list(entry, SLACK_LIMITS.overflowOptions) }, { ...actionId, confirm }),
  static_select: all(shape({}, { ...hinted, ...listed, initial_option: option }), listedChoices),
  multi_static_select: all(
    shape({}, { ...hinted, ...listed, ...several, initial_options: list(option, SLACK_LIMITS.options) }),
    listedChoices,
  ),
  external_select: shape({}, { ...looked, initial_option: option }),
  multi_external_select: shape({}, { ...looked, ...several, initial_options: list(option, SLACK_LIMITS.options) }),
  users_select: shape({}, { ...hinted, initial_user: id }),
  multi_users_select: shape({}, { ...hinted, ...several, initial_users: ids }),
  conversations_select: shape(
    {},
    {
      ...hinted,
      initial_conversation: id,
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter: anything,
    },
  ),
  multi_conversations_select: shape(
    {},
    { ...hinted, ...several, initial_conversations: ids, default_to_current_conversation: boolean, filter: anything },
  ),
  channels_select: shape({}, { ...hinted, initial_channel: id, response_url_enabled: boolean }),
  multi_channels_select: shape({}, { ...hinted, ...several, initial_channels: ids }),
  radio_buttons: all(
    shape({ options: list(choice, SLACK_LIMITS.choiceOptions) }, { ...asks, initial_option: choice }),
    initialAmongOptions,
  ),
  checkboxes: all(
    shape(
      { options: list(choice, SLACK_LIMITS.choiceOptions) },
      { ...asks, initial_options: list(choice, SLACK_LIMITS.choiceOptions) },
    ),
    initialAmongOptions,
  ),
  datepicker: shape({}, { ...hinted, initial_date: date }),
  timepicker: shape({}, { ...hinted, initial_time: time, timezone: id }),
  datetimepicker: shape({}, { ...asks, initial_date_time: integer({ min: 1e9, max: 9_999_999_999 }) }),
  plain_text_input: all(
    shape(
      {},
      {
        ...typed,
        initial_value: string(SLACK_LIMITS.plainInput),
        multiline: boolean,
        min_length: integer(SLACK_LIMITS.plainInput),
        max_length: integer({ min: 1, max: SLACK_LIMITS.plainInput.max }),
      },
    ),
    minAtMostMax,
  ),
  email_text_input: shape({}, { ...typed, initial_value: string(SLACK_LIMITS.plainInput) }),
  url_text_input: shape({}, { ...typed, initial_value: string(SLACK_LIMITS.plainInput) }),
  number_input: shape({ is_decimal_allowed: boolean }, { ...typed, initial_value: id, min_value: id, max_value: id }),
  file_input: shape({}, { ...actionId, filetypes: anything, max_files: integer(SLACK_LIMITS.fileInputFiles) }),
  image,
};
