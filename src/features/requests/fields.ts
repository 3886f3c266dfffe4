import type { InputBlock } from '@slack/types';
import { option } from '../../blocks/build.ts';
import { input, radiosOf, selectOf, stateSelect, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { capital } from '../../blocks/words.ts';
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

const THEME_OPTIONS = THEMES.map((theme) => option(capital(THEME_WORDS[theme].name), theme));

const SHARING_OPTIONS = [
  option('No, keep it to coordinators and the ISU', 'private'),
  option('Yes, published by the State', 'published'),
  option('Yes, the State agreed', 'agreed'),
];

const stateBlock = (turn: number): string => (turn === 0 ? STATE : `${STATE}-${turn}`);

export const stateField = ({ state, turn }: Draft): InputBlock =>
  input({ block: stateBlock(turn), label: 'State', tells: true }, stateSelect(STATE, state));

export const themeField = ({ theme }: Draft): InputBlock =>
  input({ label: 'Theme', tells: true }, selectOf(THEME, THEME_OPTIONS, theme, 'Choose a theme'));

/** What is asked: one field, and further ones for a message that is longer than a field takes. */
export const askedFields = ({ asked }: Draft): readonly InputBlock[] => {
  const parts = partsOf(asked);
  const hint = 'In the words of the State, as far as you have them. Left empty: no more on record.';
  return parts.map((part, at) =>
    input(
      {
        label: parts.length === 1 ? 'What is asked' : `What is asked (part ${at + 1} of ${parts.length})`,
        optional: true,
        ...(at === 0 ? { hint } : {}),
      },
      textInput(askedPart(at), { value: part, most: LIMITS.plainInput, multiline: true }),
    ),
  );
};

export const sourceFields = ({ source, date }: Draft, today: string): readonly InputBlock[] => [
  input(
    {
      label: 'Source',
      hint: 'How it reached the desk: “letter of the Permanent Mission”, “2019 Article 7 report”, “meeting in Geneva”.',
    },
    textInput(SOURCE, { value: [...source].slice(0, LONGEST_SOURCE).join(''), most: LONGEST_SOURCE }),
  ),
  input({ label: 'Date of the source' }, { type: 'datepicker', action_id: DATE, initial_date: date ?? today }),
];

export const sharingFields = ({ sharing, where }: Draft, whereIsOpen: boolean): readonly InputBlock[] => [
  input({ label: 'May it be shared?', tells: true }, radiosOf(SHARING, SHARING_OPTIONS, sharing ?? 'private')),
  ...(whereIsOpen
    ? [
        input(
          {
            label: 'Where did the State publish it?',
            hint: 'Everyone may read this line: “statement at 9MSP”, or the address of the page.',
          },
          textInput(WHERE, { value: where, most: LONGEST_SOURCE }),
        ),
      ]
    : []),
];
