import { plain } from '../../blocks/build.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Message, Modal } from '../../blocks/message.ts';

export const ASK = 'home:ask';
export const QUESTION = 'question';

/** One field for a question. */
export const askModal = (): Modal => ({
  type: 'modal',
  callback_id: ASK,
  title: plain('Ask the desk', LIMITS.modalTitle),
  submit: plain('Ask', LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  blocks: [
    {
      type: 'input',
      block_id: QUESTION,
      label: plain('Your question', LIMITS.inputLabel),
      element: {
        type: 'plain_text_input',
        action_id: QUESTION,
        max_length: LIMITS.plainInput,
        placeholder: plain('which states need victim assistance?', LIMITS.placeholder),
      },
    },
  ],
});

/** The answer in the window in which the question was asked; tables become lists, since modals refuse them. */
export const answerModal = (answer: Message): Modal => ({
  type: 'modal',
  callback_id: 'home:answer',
  title: plain('Answer', LIMITS.modalTitle),
  close: plain('Close', LIMITS.modalTitle),
  blocks: [...(answer.withoutTable ?? answer.blocks)],
});
