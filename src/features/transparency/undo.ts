import { actions, button, plain, present, section } from '../../blocks/build.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Message, Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Filled, Press } from '../../desk/describe.ts';
import { textOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { notice } from '../../desk/words.ts';
import { listStateIn, showList } from '../facts/use-cases.ts';
import { receiptCard, TAKE_BACK } from './card.ts';
import { FIELD } from './draft.ts';
import { LONGEST_REASON } from './modal.ts';
import { readReceipt } from './receipt.ts';
import { refusalWords } from './refusal-words.ts';
import { takeBackReport } from './take-back.ts';

export const TAKE_BACK_TITLE = 'Take back';

/** Undoes what was kept of a report within the last minute; the message, or the list, then says so. */
export async function undoReport(desk: RecordDesk, press: Press): Promise<Reply> {
  const { actor, value, view } = press;
  const outcome = await takeBackReport(desk, value, null, press);
  switch (outcome.kind) {
    case 'taken_back': {
      const message = await takenBack(desk, value, outcome.withdrawn);
      return view === null
        ? { kind: 'replace', message }
        : showList(desk, actor, listStateIn(view.metadata), message.blocks);
    }
    case 'too_old':
      return say(reasonOffer(value));
    case 'gone':
      return say(notice('This is undone already, or was corrected since.'));
    default:
      return say(refusalWords(outcome, null));
  }
}

async function takenBack(desk: RecordDesk, id: string, withdrawn: readonly string[]): Promise<Message> {
  const receipt = await readReceipt(desk.db, id);
  const card = receipt === null ? notice('Undone. The year is no longer marked as complete.') : receiptCard(receipt);
  return withdrawn.length === 0
    ? card
    : { ...card, blocks: [...card.blocks, section(md`Withdrawn with it: ${listed(withdrawn)}.`)] };
}

function reasonOffer(id: string): Message {
  const words = 'The minute in which it can be undone at once is over. It can still be taken back, with a reason.';
  return {
    text: words,
    blocks: present(section(md`${words}`), actions(button({ text: 'Take back…', action: TAKE_BACK, value: id }))),
  };
}

/** Asks for the reason for which a statement is taken back. */
export const takeBackModal = (id: string): Modal => ({
  type: 'modal',
  callback_id: TAKE_BACK,
  title: plain(TAKE_BACK_TITLE, LIMITS.modalTitle),
  submit: plain('Take it back', LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  private_metadata: id,
  blocks: [
    input(
      { label: 'Reason', hint: 'It stays on record with this reason.' },
      textInput(FIELD.reason, { most: LONGEST_REASON, multiline: true }),
    ),
  ],
});

/** Takes a statement back with the reason given. */
export async function submitTakeBack(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const reason = textOf(filled.values, FIELD.reason);
  if (reason === '') return { kind: 'errors', errors: { [FIELD.reason]: 'Please say why.' } };
  const outcome = await takeBackReport(desk, filled.metadata, reason, filled);
  switch (outcome.kind) {
    case 'taken_back':
      return { kind: 'close', messages: [await takenBack(desk, filled.metadata, outcome.withdrawn)] };
    case 'gone':
    case 'too_old':
      return { kind: 'errors', errors: { [FIELD.reason]: 'This is undone already, or was corrected since.' } };
    default:
      return { kind: 'errors', errors: { [FIELD.reason]: refusalWords(outcome, null).text } };
  }
}
