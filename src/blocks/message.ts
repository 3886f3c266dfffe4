import type { KnownBlock, ModalView } from '@slack/types';
import type { Day } from '../treaty/day.ts';

export type Block = KnownBlock;

/** A message as a value. `text` says the same as the blocks: it is read aloud, shown in notifications, and stands in where blocks are refused. */
export interface Message {
  text: string;
  blocks: readonly Block[];
  /** The same without a data table, for where Slack refuses one (`invalid_blocks`). */
  withoutTable?: readonly Block[];
  /** Set where it tells dates of the treaty; Slack never sees it. */
  carries?: Carried;
}

/** What a message says of the treaty's dates, for it to be found again once one of them is corrected. */
export interface Carried {
  kind: 'deadlines' | 'state' | 'digest' | 'answer';
  asOf: Day;
  /** Ids of the events and reports that the dates rest on. */
  facts: readonly string[];
}

/** A modal as a value; `callback_id` names the submission that receives it. */
export type Modal = ModalView & { callback_id: string };
