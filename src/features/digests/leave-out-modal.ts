import { option, plain, section } from '../../blocks/build.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { Choice } from './leave-out.ts';
import { LEAVE_OUT } from './preview-card.ts';

export const LINE = 'line';
export const REASON = 'reason';
export const LEAVE_OUT_TITLE = 'Leave a line out';

const LONGEST_REASON = 300;

/** Which line of an announced digest is left out, and why. */
export function leaveOutModal(choices: readonly Choice[], occurrence: string): Modal {
  return {
    type: 'modal',
    callback_id: LEAVE_OUT,
    private_metadata: occurrence,
    title: plain(LEAVE_OUT_TITLE, LIMITS.modalTitle),
    submit: plain('Leave it out', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      section(
        md`The line comes back by itself after four weeks. The digest tells coordinators and the ISU how many lines are left out; the full list keeps every date.`,
      ),
      {
        type: 'input',
        block_id: LINE,
        label: plain('Line', LIMITS.inputLabel),
        element: {
          type: 'static_select',
          action_id: LINE,
          options: choices
            .slice(0, LIMITS.options)
            .map(({ mark, words }) => option(clamp(words, LIMITS.optionText), mark)),
        },
      },
      {
        type: 'input',
        block_id: REASON,
        label: plain('Reason', LIMITS.inputLabel),
        element: { type: 'plain_text_input', action_id: REASON, max_length: LONGEST_REASON },
        hint: plain('Kept on record with your name.', LIMITS.inputLabel),
      },
    ],
  };
}
