import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { context, option, plain, present, section } from '../../blocks/build.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Block, Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { ViewValues } from '../../desk/describe.ts';
import type { Day } from '../../treaty/day.ts';
import { THEME_WORDS, THEMES } from '../../treaty/theme.ts';

export const LOG = 'requests:log';
export const STATE = 'requests:state';

/** The blocks of the form; each holds one action of the same name. */
export const FIELD = {
  existing: 'existing',
  state: STATE,
  theme: 'theme',
  asked: 'asked',
  source: 'source',
  date: 'source_date',
  sharing: 'sharing',
} as const;

/** What stands in the form, typed or filled in for the person. */
export interface Draft {
  state: { iso3: string; name: string } | null;
  theme: string | null;
  asked: string;
  source: string;
  date: string | null;
  sharing: string | null;
  /** An open request of the same State and theme, offered first. */
  existing: { reference: string; label: string } | null;
  /** What could not be filled in, and why. */
  remark: string | null;
  /** Of the message it was begun from. */
  link: string | null;
  through: string;
}

export const kept = z.object({ link: z.string().nullable(), through: z.string(), offered: z.string().nullable() });

export const EMPTY: Draft = {
  state: null,
  theme: null,
  asked: '',
  source: '',
  date: null,
  sharing: null,
  existing: null,
  remark: null,
  link: null,
  through: '/ccm log',
};

const SHARING = [
  option('No, keep it to the coordinators and the ISU', 'private'),
  option('Yes, the State has published it', 'published'),
  option('Yes, the State agreed that partners may see it', 'agreed'),
];
const THEME_OPTIONS = THEMES.map((theme) => option(capital(THEME_WORDS[theme].name), theme));

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const field = (
  block: string,
  label: string,
  element: InputBlock['element'],
  more: Partial<InputBlock> = {},
): InputBlock => ({
  type: 'input',
  block_id: block,
  label: plain(label, LIMITS.inputLabel),
  element,
  ...more,
});

/** The form in which a request is logged: five fields, and an open request of the same State and theme first. */
export function logModal(draft: Draft, today: Day): Modal {
  const { existing, state, theme, sharing } = draft;
  const chosenTheme = THEME_OPTIONS.find(({ value }) => value === theme);
  const chosenSharing = SHARING.find(({ value }) => value === (sharing ?? 'private'));
  const blocks: Block[] = present(
    draft.remark !== null && section(md`${draft.remark}`),
    existing !== null && section(md`*${existing.label}*`),
    existing !== null &&
      field(FIELD.existing, 'Is this the same request?', {
        type: 'radio_buttons',
        action_id: FIELD.existing,
        options: [
          option(`Yes, add this to ${existing.reference}`, `add:${existing.reference}`),
          option('No, log a new one', `new:${existing.reference}`),
        ],
      }),
    field(FIELD.state, 'State', {
      type: 'external_select',
      action_id: STATE,
      min_query_length: 1,
      placeholder: plain('Type a name', LIMITS.placeholder),
      ...(state ? { initial_option: option(state.name, state.iso3) } : {}),
    }),
    field(FIELD.theme, 'Theme', {
      type: 'static_select',
      action_id: FIELD.theme,
      options: THEME_OPTIONS,
      placeholder: plain('Choose a theme', LIMITS.placeholder),
      ...(chosenTheme ? { initial_option: chosenTheme } : {}),
    }),
    field(
      FIELD.asked,
      'What is asked',
      {
        type: 'plain_text_input',
        action_id: FIELD.asked,
        multiline: true,
        max_length: LIMITS.plainInput,
        ...(draft.asked === '' ? {} : { initial_value: clamp(draft.asked, LIMITS.plainInput) }),
      },
      {
        optional: true,
        hint: plain(
          'In the words of the State, as far as you have them. Empty: no more than the theme is on record.',
          LIMITS.inputLabel,
        ),
      },
    ),
    field(
      FIELD.source,
      'Source',
      {
        type: 'plain_text_input',
        action_id: FIELD.source,
        max_length: 300,
        ...(draft.source === '' ? {} : { initial_value: clamp(draft.source, 300) }),
      },
      {
        hint: plain(
          'How it reached you: “letter of the Permanent Mission”, “2019 Article 7 report”, “meeting in Geneva”.',
          LIMITS.inputLabel,
        ),
      },
    ),
    field(FIELD.date, 'Date of the source', {
      type: 'datepicker',
      action_id: FIELD.date,
      initial_date: draft.date ?? today,
    }),
    field(FIELD.sharing, 'May it be shared?', {
      type: 'radio_buttons',
      action_id: FIELD.sharing,
      options: SHARING,
      ...(chosenSharing ? { initial_option: chosenSharing } : {}),
    }),
    context(
      md`Seen by coordinators and the ISU${sharing === 'published' ? '; what the State has published may be read by everyone' : ''}. The desk writes to no government.`,
    ),
  );
  return {
    type: 'modal',
    callback_id: LOG,
    title: plain('Log a request', LIMITS.modalTitle),
    submit: plain('Log it', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    private_metadata: JSON.stringify({
      link: draft.link,
      through: draft.through,
      offered: existing?.reference ?? null,
    } satisfies z.infer<typeof kept>),
    blocks,
  };
}

/** What a person has typed so far, to be shown again. */
export function typedIn(
  values: ViewValues,
): Pick<Draft, 'theme' | 'asked' | 'source' | 'date' | 'sharing'> & { state: string | null; existing: string | null } {
  const one = (block: string): string | null => {
    const value = values[block]?.[block];
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  return {
    existing: one(FIELD.existing),
    state: one(FIELD.state),
    theme: one(FIELD.theme),
    asked: one(FIELD.asked) ?? '',
    source: one(FIELD.source) ?? '',
    date: one(FIELD.date),
    sharing: one(FIELD.sharing),
  };
}
