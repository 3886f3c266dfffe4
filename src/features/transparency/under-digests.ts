import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { changeUnderDigests, sayUnderDigests } from '../facts/use-cases.ts';
import { receiptCard, receiptUnder } from './card.ts';
import { type Receipt, readReceipt } from './receipt.ts';

const underDigests = (receipt: Receipt) => ({
  told: receipt.told,
  message: (forDesk: boolean) => (forDesk ? receiptCard(receipt) : receiptUnder(receipt)),
});

/** Under each digest that said otherwise of a report stands what was recorded or taken back of it. */
export async function sayReceipt(tx: Tx, { ids }: RecordDesk, id: string, at: Temporal.Instant): Promise<void> {
  const receipt = await readReceipt(tx, id);
  if (receipt === null) return;
  const what = receipt.report.takenBack === null ? 'recorded' : 'taken_back';
  await sayUnderDigests(tx, ids, { key: `${what}:${id}`, ...underDigests(receipt) }, at);
}

/** What is undone within its minute changes what was said of it in place. */
export async function sayReceiptUndone(tx: Tx, id: string): Promise<void> {
  const receipt = await readReceipt(tx, id);
  if (receipt !== null) await changeUnderDigests(tx, { key: `recorded:${id}`, ...underDigests(receipt) });
}
