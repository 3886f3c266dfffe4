import type { InputBlock } from '@slack/types';
import { option, plain } from '../../blocks/build.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { THEME_WORDS, THEMES } from '../../treaty/theme.ts';
import type { Draft } from './draft.ts';

export const STATE = 'requests:state';
export const THEME = 'requests:theme';
export const SHARING = 'requests:sharing';
export const ASKED = 'asked';
export const SOURCE = 'source';
export const DATE = 'source_date';
export const WHERE = 'where';

export const LONGEST_SOURCE = 300;

/** Slack lets nobody type more into one field; a longer message goes on in further ones, up to Slack's longest. */
export const PARTS = 14;

/** Texts of at most what one field takes, in order; what fits in no field is left to the link. */
function partsOf(asked: string): readonly string[] {
  const points = [...asked];
  const parts = Array.from({ length: Math.min(PARTS, Math.ceil(points.length / LIMITS.plainInput)) }, (_, at) =>
    points.slice(at * LIMITS.plainInput, (at + 1) * LIMITS.plainInput).join(''),
  );
  return parts.length === 0 ? [''] : parts;
}

/** The action of the first, second… part of what is asked. */
export const askedPart = (at: number): string => (at === 0 ? ASKED : `${ASKED}-${at + 1}`);

const input = (
  block: string,
  label: string,
  element: InputBlock['element'],
  more: { optional?: boolean; dispatch_action?: boolean; hint?: string } = {},
): InputBlock => ({
  type: 'input',
  block_id: block,
  label: plain(label, LIMITS.inputLabel),
  element,
  ...(more.optional ? { optional: true } : {}),
  ...(more.dispatch_action ? { dispatch_action: true } : {}),
  ...(more.hint ? { hint: plain(more.hint, LIMITS.inputLabel) } : {}),
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const THEME_OPTIONS = THEMES.map((theme) => option(capital(THEME_WORDS[theme].name), theme));

const SHARING_OPTIONS = [
  option('No, keep it to coordinators and the ISU', 'private'),
  option('Yes, published by the State', 'published'),
  option('Yes, the State agreed', 'agreed'),
];

const stateBlock = (turn: number): string => (turn === 0 ? STATE : `${STATE}-${turn}`);

export const stateField = ({ state, turn }: Draft): InputBlock =>
  input(
    stateBlock(turn),
    'State',
    {
      type: 'external_select',
      action_id: STATE,
      min_query_length: 1,
      placeholder: plain('Type a name', LIMITS.placeholder),
      ...(state ? { initial_option: option(state.name, state.iso3) } : {}),
    },
    { dispatch_action: true },
  );

export const themeField = ({ theme }: Draft): InputBlock => {
  const chosen = THEME_OPTIONS.find(({ value }) => value === theme);
  return input(
    THEME,
    'Theme',
    {
      type: 'static_select',
      action_id: THEME,
      options: THEME_OPTIONS,
      placeholder: plain('Choose a theme', LIMITS.placeholder),
      ...(chosen ? { initial_option: chosen } : {}),
    },
    { dispatch_action: true },
  );
};

/** What is asked: one field, and further ones for a message that is longer than a field takes. */
export const askedFields = ({ asked }: Draft): readonly InputBlock[] => {
  const parts = partsOf(asked);
  return parts.map((part, at) =>
    input(
      askedPart(at),
      parts.length === 1 ? 'What is asked' : `What is asked (part ${at + 1} of ${parts.length})`,
      {
        type: 'plain_text_input',
        action_id: askedPart(at),
        multiline: true,
        max_length: LIMITS.plainInput,
        ...(part === '' ? {} : { initial_value: part }),
      },
      {
        optional: true,
        ...(at === 0
          ? { hint: 'In the words of the State, as far as you have them. Left empty: no more on record.' }
          : {}),
      },
    ),
  );
};

export const sourceFields = ({ source, date }: Draft, today: string): readonly InputBlock[] => [
  input(
    SOURCE,
    'Source',
    {
      type: 'plain_text_input',
      action_id: SOURCE,
      max_length: LONGEST_SOURCE,
      ...(source === '' ? {} : { initial_value: [...source].slice(0, LONGEST_SOURCE).join('') }),
    },
    {
      hint: 'How it reached the desk: “letter of the Permanent Mission”, “2019 Article 7 report”, “meeting in Geneva”.',
    },
  ),
  input(DATE, 'Date of the source', { type: 'datepicker', action_id: DATE, initial_date: date ?? today }),
];

export const sharingFields = ({ sharing, where }: Draft, whereIsOpen: boolean): readonly InputBlock[] => {
  const chosen = SHARING_OPTIONS.find(({ value }) => value === (sharing ?? 'private'));
  return [
    input(
      SHARING,
      'May it be shared?',
      {
        type: 'radio_buttons',
        action_id: SHARING,
        options: SHARING_OPTIONS,
        ...(chosen ? { initial_option: chosen } : {}),
      },
      { dispatch_action: true },
    ),
    ...(whereIsOpen
      ? [
          input(
            WHERE,
            'Where did the State publish it?',
            {
              type: 'plain_text_input',
              action_id: WHERE,
              max_length: LONGEST_SOURCE,
              ...(where === '' ? {} : { initial_value: where }),
            },
            { hint: 'Everyone may read this line: “statement at 9MSP”, or the address of the page.' },
          ),
        ]
      : []),
  ];
};
