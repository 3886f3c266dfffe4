import { context, option, plain, section } from '../../blocks/build.ts';
import { input, selectOf } from '../../blocks/inputs.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Message, Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import { PASS } from './card.ts';

export const TO = 'to';

/** Who takes over what a reminder tells. */
export const passModal = (run: string, members: readonly PersonRow[]): Modal => ({
  type: 'modal',
  callback_id: PASS,
  private_metadata: run,
  title: plain('Pass on to…', LIMITS.modalTitle),
  submit: plain('Pass it on', LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  blocks: [
    input(
      { label: 'Person' },
      selectOf(
        TO,
        members.map(({ slackId, name }) => option(name, slackId)),
        null,
        'Choose a person',
      ),
    ),
    context(md`They follow these States from now on, and these follow-ups are theirs; they are told at once.`),
  ],
});

/** To whoever it was passed on to. */
export const passedMessage = (about: readonly string[], by: string): Message => ({
  text: `${by} passed on to you: ${about.join('; ')}. You are reminded from now on.`,
  blocks: [
    section(md`*${by} passed on to you:* ${clamp(about.join('; '), 1_500)}`),
    context(
      md`You are reminded from now on · what you follow: \`/ccm follow\` · what you are to do: \`/ccm followups\``,
    ),
  ],
});
