import { z } from 'zod';
import type { Block } from '../../blocks/message.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { carriedBy, carriedIn } from '../../desk/carried.ts';
import type { Filled, Press } from '../../desk/describe.ts';
import { textOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { refusalOf, showList } from '../facts/use-cases.ts';
import { completeBlocks, receiptCard } from './card.ts';
import { completeModal, SOURCE, sourceProblem, withoutReceipt } from './complete.ts';
import { openReceived } from './open.ts';
import { readReceipt } from './receipt.ts';
import { refusalWords } from './refusal-words.ts';
import { yearIn } from './report-words.ts';
import { type AnswerOutcome, markComplete, sayNotYet } from './use-cases.ts';

const listed = z.object({ state: z.string().nullable() });
export const marking = listed.extend({ year: z.number().int() });

/** The list of facts to confirm in which a button was pressed; null where it stands elsewhere. */
const listIn = ({ view }: Press): { state: Iso3 | null } | null =>
  view === null ? null : carriedIn(listed, view.metadata);

/** "Yes, on…": the form, for the report that the button names: "GMB initial", " 2019" for any State's. */
export function sayReceived(desk: RecordDesk, press: Press): Promise<Reply> {
  const [state = '', report = ''] = press.value.split(' ');
  return openReceived(desk, press.actor, { state: state || null, report, list: listIn(press) });
}

/** "Not yet": the ISU's own word; the list again, under what was kept. */
export async function answerNotYet(desk: RecordDesk, press: Press): Promise<Reply> {
  const [, state = '', code = ''] = press.value.split(' ');
  const year = yearIn(code);
  if (year === undefined) return say(notice('This button names no report.'));
  const submission = `not-yet ${press.value} ${press.at.toString()}`;
  const { actor, at } = press;
  const outcome = await sayNotYet(desk, { state, year }, { actor, at, submission });
  const receipt = outcome.kind === 'kept' ? await readReceipt(desk.db, outcome.id) : null;
  return after(desk, press, outcome, listIn(press)?.state ?? null, receipt === null ? [] : receiptCard(receipt).blocks);
}

/** "Mark 2019 as complete…": shows which States would be named, and asks by which source. */
export async function askComplete(desk: RecordDesk, press: Press): Promise<Reply> {
  const year = Number(press.value);
  const refused = refusalOf(press.actor, null);
  if (refused !== null) return say(refusalWords(refused, null));
  const names = withoutReceipt(await readTreatyRecord(desk.db), year, deskToday(desk.clock));
  const metadata = JSON.stringify({ year, state: listIn(press)?.state ?? null } satisfies z.infer<typeof marking>);
  return { kind: 'modal', modal: completeModal(year, names, metadata) };
}

/** The source by which a year is complete. */
export async function submitComplete(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const { actor, values, metadata } = filled;
  const { year, state } = carriedBy(marking, metadata);
  const source = textOf(values, SOURCE);
  const problem = sourceProblem(source);
  if (problem !== null) return { kind: 'errors', errors: { [SOURCE]: problem } };
  const names = withoutReceipt(await readTreatyRecord(desk.db), year, deskToday(desk.clock));
  const outcome = await markComplete(desk, { year, source }, filled);
  const done = outcome.kind === 'kept' ? completeBlocks(outcome.id, year, names.length) : [];
  return after(desk, { actor }, outcome, state, done);
}

async function after(
  desk: RecordDesk,
  { actor }: Pick<Press, 'actor'>,
  outcome: AnswerOutcome,
  state: Iso3 | null,
  done: readonly Block[],
): Promise<Reply> {
  if (outcome.kind === 'kept') return showList(desk, actor, state, done);
  if (outcome.kind === 'gone')
    return showList(desk, actor, state, notice('That has been answered meanwhile.', 'Nothing was changed.').blocks);
  return say(refusalWords(outcome, null));
}
