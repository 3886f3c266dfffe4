import type { Option } from '@slack/types';
import type { OptionGroup } from '../../protocol.ts';
import type { Entry } from './entry.ts';
import type { Choice } from './surface.ts';

/** What tells one option from another; options of Slack have no id but their value. */
export const optionKey = (option: Option): string => option.value ?? option.text.text;

/** Entry lines for options in groups; a group without a label has no heading. */
export const entriesOf = (groups: readonly OptionGroup[]): Entry[] =>
  groups.flatMap((group) =>
    group.options.map((option) => ({
      key: optionKey(option),
      text: option.text.text,
      about: option.description?.text,
      group: group.label.text === '' ? undefined : group.label.text,
    })),
  );

/** Entry lines for people or channels. */
export const choiceEntries = (choices: readonly Choice[]): Entry[] =>
  choices.map((choice) => ({ key: choice.id, text: choice.name }));

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those entries whose words contain what was typed, accents and capitals aside. */
export const matching = (entries: readonly Entry[], query: string): Entry[] =>
  entries.filter((entry) => folded(entry.text).includes(folded(query)));

/** A group without a heading. */
export const ungrouped = (options: readonly Option[]): OptionGroup => ({
  label: { type: 'plain_text', text: '' },
  options,
});
