import { z } from 'zod';
import type { RecordDesk } from '../../db/record-desk.ts';
import { carriedBy } from '../../desk/carried.ts';
import type { Filled } from '../../desk/describe.ts';
import { blockOf, textOf } from '../../desk/form-values.ts';
import type { Reply } from '../../desk/reply.ts';
import { dayIn } from '../../desk/time.ts';
import { parseDay } from '../../treaty/day.ts';
import { keptMessage } from './card.ts';
import { FIELD, LONGEST_WHAT } from './modal.ts';
import { addFollowUp, type FollowUpOutcome, passFollowUp, postponeFollowUp } from './use-cases.ts';
import { doneMessage, refusalWords } from './words.ts';

export const carried = z.object({ link: z.string().nullable(), meeting: z.string().nullable().default(null) });

const wrong = ({ values }: Filled, field: string, words: string): Reply => ({
  kind: 'errors',
  errors: { [blockOf(values, field)]: words },
});

/** Where an outcome that kept nothing is told in the form. */
function answer(filled: Filled, outcome: FollowUpOutcome, field: string): Reply {
  if (outcome.kind !== 'done')
    return wrong(filled, outcome.kind === 'past' ? FIELD.due : field, refusalWords(outcome.kind));
  const { row, reference } = outcome;
  const { actor, at } = filled;
  const mine = row?.owner.slackId === actor.slackId;
  return { kind: 'close', messages: [row ? keptMessage(row, dayIn(actor.zone, at), mine) : doneMessage(reference)] };
}

/** Keeps what the form holds; what is missing is named on its field. */
export async function submitAdd(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const { actor, at, values, submission } = filled;
  const what = textOf(values, FIELD.what);
  const due = parseDay(textOf(values, FIELD.due));
  const owner = textOf(values, FIELD.owner);
  const state = textOf(values, FIELD.state);
  if (what === '') return wrong(filled, FIELD.what, 'Please say what is to be done.');
  if ([...what].length > LONGEST_WHAT)
    return wrong(filled, FIELD.what, `Please keep it to ${LONGEST_WHAT} characters.`);
  if (due === null) return wrong(filled, FIELD.due, 'Please choose a day.');
  if (owner === '') return wrong(filled, FIELD.owner, 'Please choose who does it.');
  const { link, meeting } = carriedBy(carried, filled.metadata);
  const given = { what, state: state === '' ? null : state, due, owner, link, meeting };
  return answer(filled, await addFollowUp(desk, given, { actor, at, submission }), FIELD.owner);
}

export async function submitLater(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const due = parseDay(textOf(filled.values, FIELD.due));
  if (due === null) return wrong(filled, FIELD.due, 'Please choose a day.');
  return answer(filled, await postponeFollowUp(desk, filled.metadata, due, filled), FIELD.due);
}

export async function submitPass(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const owner = textOf(filled.values, FIELD.owner);
  if (owner === '') return wrong(filled, FIELD.owner, 'Please choose who does it.');
  return answer(filled, await passFollowUp(desk, filled.metadata, owner, filled), FIELD.owner);
}
