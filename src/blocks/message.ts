import type { KnownBlock, ModalView } from '@slack/types';

export type Block = KnownBlock;

/** A message as a value. `text` says the same as the blocks: it is read aloud, shown in notifications, and stands in where blocks are refused. */
export interface Message {
  text: string;
  blocks: readonly Block[];
  /** The same without a data table, for where Slack refuses one (`invalid_blocks`). */
  withoutTable?: readonly Block[];
}

/** A modal as a value; `callback_id` names the submission that receives it. */
export type Modal = ModalView & { callback_id: string };
