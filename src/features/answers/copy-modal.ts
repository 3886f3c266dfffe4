import { actions, context, option, plain } from '../../blocks/build.ts';
import { input, selectOf, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { CopyForm } from '../../questions/copy-text.ts';
import type { Language } from '../../questions/lexicon/lexicon.ts';
import { TONGUES } from '../../questions/tongue/tongues.ts';

export const COPY = 'answers:copy';
export const COPY_LANGUAGE = 'answers:copy_language';
export const COPY_FORM = 'answers:copy_form';
export const COPY_CHOICES = 'choices';

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['fr', 'Français'],
  ['es', 'Español'],
];

/** The text of an answer in a box to be selected; Slack has no clipboard. `metadata` is the question. */
export function copyModal(text: string, language: Language, form: CopyForm, metadata: string): Modal {
  const { say } = TONGUES[language];
  const forms: readonly (readonly [CopyForm, string])[] = [
    ['sentence', say`In a sentence`],
    ['list', say`As a list`],
    ['table', say`As a table for Word`],
  ];
  const choices = actions(
    selectOf(
      COPY_LANGUAGE,
      LANGUAGES.map(([value, name]) => option(name, value)),
      language,
      'Language',
    ),
    selectOf(
      COPY_FORM,
      forms.map(([value, name]) => option(name, value)),
      form,
      'Form',
    ),
  );
  return {
    type: 'modal',
    callback_id: COPY,
    title: plain(say`Copy as text`, LIMITS.modalTitle),
    // Slack wants a button below every box.
    submit: plain(say`Done`, LIMITS.modalTitle),
    close: plain(say`Close`, LIMITS.modalTitle),
    private_metadata: metadata,
    blocks: [
      ...(choices === null ? [] : [{ ...choices, block_id: COPY_CHOICES }]),
      // A box keeps what was in it as long as its name is the same.
      input(
        { block: `text ${language} ${form}`, label: say`Text to copy`, optional: true },
        textInput('text', { value: text, most: LIMITS.plainInput, multiline: true }),
      ),
      context(
        md`${say`Names as the United Nations uses them, in English alphabetical order · only what the States published`}`,
      ),
    ],
  };
}
