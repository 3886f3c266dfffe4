import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Filled } from '../../desk/describe.ts';
import { blockOf } from '../../desk/form-values.ts';
import type { Reply } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { showList } from '../facts/use-cases.ts';
import { receiptCard } from './card.ts';
import { draftIn, FIELD } from './draft.ts';
import { receiptIn } from './input.ts';
import { receivedModal } from './modal.ts';
import { namedIn } from './open.ts';
import { readReceipt } from './receipt.ts';
import { refusalWords } from './refusal-words.ts';
import { recordReceipt } from './use-cases.ts';

/** Keeps the receipt that the form holds, shows what speaks against it, or names what cannot be read. */
export async function submitReceived(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const { actor, values, metadata } = filled;
  const today = deskToday(desk.clock);
  const record = await readTreatyRecord(desk.db);
  const draft = draftIn(values, metadata, await namedIn(desk), today);
  const read = receiptIn(draft, values, record, today);
  if (read.kind === 'errors') return { kind: 'errors', errors: read.errors };
  const outcome = await recordReceipt(desk, read.input, filled);
  switch (outcome.kind) {
    case 'warned':
      return {
        kind: 'modal',
        modal: receivedModal({ ...draft, seen: outcome.warnings }, record, today, outcome.warnings),
      };
    case 'gone':
      return wrong(
        'Somebody has changed meanwhile what is on record of this report. Nothing of yours is kept yet, and nothing that you typed is lost: please look at it and submit again.',
      );
    case 'kept': {
      const receipt = await readReceipt(desk.db, outcome.id);
      if (receipt === null) throw new Error(`The receipt ${outcome.id} was kept and cannot be read.`);
      const card = receiptCard(receipt);
      return draft.list === null
        ? { kind: 'close', messages: [card] }
        : showList(desk, actor, draft.list.state, card.blocks);
    }
    default:
      return wrong(refusalWords(outcome, draft.state?.name ?? null).text);
  }

  function wrong(problem: string): Reply {
    return { kind: 'errors', errors: { [blockOf(values, FIELD.report)]: problem } };
  }
}
