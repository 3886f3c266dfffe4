import { plain } from '../../blocks/build.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Message, Modal } from '../../blocks/message.ts';

export const LOOK_UP = 'states:look-up';
export const NAME = 'name';

/** Asks for the name of a State. */
export const lookUpModal = (): Modal => ({
  type: 'modal',
  callback_id: LOOK_UP,
  title: plain('Look up a State', LIMITS.modalTitle),
  submit: plain('Look up', LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  blocks: [
    {
      type: 'input',
      block_id: NAME,
      label: plain('State', LIMITS.inputLabel),
      hint: plain('Also with a date: Lebanon as of 4 Sep 2020', LIMITS.inputLabel),
      element: {
        type: 'plain_text_input',
        action_id: NAME,
        max_length: 200,
        placeholder: plain('Lebanon', LIMITS.placeholder),
      },
    },
  ],
});

/** A card in a modal. */
export const cardModal = (title: string, card: Message): Modal => ({
  type: 'modal',
  callback_id: 'states:card',
  title: plain(title, LIMITS.modalTitle),
  close: plain('Close', LIMITS.modalTitle),
  blocks: [...card.blocks],
});
