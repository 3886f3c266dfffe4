import { context, option, plain } from '../../blocks/build.ts';
import { input, selectOf, stateSelect } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { ROLES } from '../../desk/actor.ts';
import type { ViewValues } from '../../desk/describe.ts';
import type { Day } from '../../treaty/day.ts';
import { THEME_WORDS, THEMES } from '../../treaty/theme.ts';
import { CHANGE, END, GIVE } from './card.ts';
import { roleWord } from './words.ts';

export const SETTINGS = 'people:settings';
export const PERSON_STATE = 'people:state';
export const FIELD = {
  person: 'person',
  role: 'role',
  state: PERSON_STATE,
  theme: 'theme',
  from: 'from',
  until: 'until',
  holding: 'holding',
  channel: 'channel',
} as const;

const form = (id: string, title: string, submit: string, blocks: Modal['blocks']): Modal => ({
  type: 'modal',
  callback_id: id,
  title: plain(title, LIMITS.modalTitle),
  submit: plain(submit, LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  blocks,
});

/** Gives a person a role for a State and a term. */
export const giveModal = (today: Day): Modal =>
  form(GIVE, 'Give a role', 'Give it', [
    input({ label: 'Person' }, { type: 'users_select', action_id: FIELD.person }),
    input(
      { label: 'Role' },
      selectOf(
        FIELD.role,
        ROLES.map((role) => option(roleWord(role), role)),
        null,
        'Choose a role',
      ),
    ),
    input({ label: 'State', optional: true }, stateSelect(PERSON_STATE, null, 'The State represented')),
    input({ label: 'Theme', optional: true, hint: 'For a thematic coordinator.' }, themeSelect()),
    input({ label: 'First day' }, { type: 'datepicker', action_id: FIELD.from, initial_date: today }),
    input({ label: 'Last day', optional: true }, { type: 'datepicker', action_id: FIELD.until }),
    context(md`Nobody handles their own State: its requests go to the other coordinator.`),
  ]);

const themeSelect = () =>
  selectOf(
    FIELD.theme,
    THEMES.map((theme) => option(THEME_WORDS[theme].name, theme)),
    null,
    'Choose a theme',
  );

const holdingSelect = (holdings: readonly { id: string; label: string }[]) =>
  input(
    { label: 'Role' },
    selectOf(
      FIELD.holding,
      holdings.map(({ id, label }) => option(label, id)),
      null,
      'Choose a role',
    ),
  );

/** Gives a role another last day, or none. */
export const changeModal = (holdings: readonly { id: string; label: string }[]): Modal =>
  form(CHANGE, 'Change a role', 'Keep', [
    holdingSelect(holdings),
    input(
      { label: 'Last day', optional: true, hint: 'Left empty, no end is set.' },
      { type: 'datepicker', action_id: FIELD.until },
    ),
    context(md`Whoever holds it is told now, two weeks before its last day, and on that day.`),
  ]);

/** Ends a role from today on. */
export const endModal = (holdings: readonly { id: string; label: string }[]): Modal =>
  form(END, 'End a role', 'End it', [
    holdingSelect(holdings),
    context(md`It ends with yesterday and stays in the history. Whoever held it is told.`),
  ]);

/** Chooses the channel of the register. */
export const settingsModal = (channel: string | null): Modal =>
  form(SETTINGS, 'Settings of the desk', 'Keep', [
    input(
      { label: 'Channel of the register' },
      {
        type: 'conversations_select',
        action_id: FIELD.channel,
        ...(channel === null ? {} : { initial_conversation: channel }),
        // Cards are private: a channel that anybody may join is no place for them.
        filter: { include: ['private'], exclude_external_shared_channels: true, exclude_bot_users: true },
      },
    ),
    context(
      md`Cards of new requests are posted there, whole: choose a private channel of the coordinators and the ISU without guests, and invite the desk first: \`/invite @Action5\`.`,
    ),
  ]);

/** The text or choice of one field; null when left empty. */
export const chosenIn = (values: ViewValues, block: string): string | null => {
  const value = values[block]?.[block];
  return typeof value === 'string' && value !== '' ? value : null;
};
