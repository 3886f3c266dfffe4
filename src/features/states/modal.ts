import { plain } from '../../blocks/build.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Message, Modal } from '../../blocks/message.ts';

export const LOOK_UP = 'states:look-up';
export const NAME = 'name';
export const AS_OF = 'states:as-of';
export const AS_OF_DAY = 'as-of';

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

/** Asks for the day as of which the card of a State is shown. */
export const asOfModal = (iso3: string): Modal => ({
  type: 'modal',
  callback_id: AS_OF,
  title: plain('As of another date', LIMITS.modalTitle),
  submit: plain('Show', LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  private_metadata: iso3,
  blocks: [
    input(
      {
        label: 'Date',
        hint: 'For example 18 Nov 2019, or Nov 2019 for its last day. What the desk said on that day is told beside what is true.',
      },
      textInput(AS_OF_DAY, { most: 40, placeholder: '18 Nov 2019' }),
    ),
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
