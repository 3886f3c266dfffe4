import { z } from 'zod';
import { actions, button, present, section } from '../../blocks/build.ts';
import type { Block } from '../../blocks/message.ts';
import { join, md } from '../../blocks/mrkdwn.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { carriedBy } from '../../desk/carried.ts';
import type { Filled, Press } from '../../desk/describe.ts';
import { textOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { nameOf } from './amend-said.ts';
import { askWords, isObligation } from './ask-words.ts';
import { askLater, type ConfirmOutcome, confirmFact, doubtfulEvent, factIn } from './confirm.ts';
import { sourceModal } from './confirm-modal.ts';
import { sourceProblem } from './correct-input.ts';
import { correctionCard, UNDO } from './correction-card.ts';
import { FIELD } from './draft.ts';
import { type FactList, readFactList } from './list.ts';
import { openCorrection } from './open-correction.ts';
import { readCorrection } from './read-correction.ts';
import { refusalWords } from './refusal-words.ts';
import { listStateIn, showList } from './show-list.ts';

export const asked = z.object({ state: z.string().nullable(), fact: z.string() });

const listOf = (desk: RecordDesk, state: Iso3 | null): Promise<FactList> =>
  readFactList(desk.db, deskToday(desk.clock), state);

const gone = (): readonly Block[] => [section(md`*That fact has been answered meanwhile.* Nothing was changed.`)];

/** "Yes, source…": asks for the source, or for the date until which a request was granted. */
export async function sayYes(desk: RecordDesk, { actor, value, view }: Press): Promise<Reply> {
  const list = await listOf(desk, listStateIn(view?.metadata ?? ''));
  const fact = factIn(list, value);
  if (fact === undefined) return showList(desk, actor, list.state, gone());
  if (fact.kind === 'request_pending') {
    const target = `new:${fact.article}${fact.newRemnants ? 'b' : ''}`;
    const change = { target, happened: 'extension_granted' as const, fromList: true };
    return openCorrection(desk, actor, { state: fact.state, change });
  }
  return { kind: 'modal', modal: sourceModal(fact, list) };
}

/** "Other…": the form of corrections, on the entry that is doubted where there is one. */
export async function sayOther(desk: RecordDesk, { actor, value, view }: Press): Promise<Reply> {
  const list = await listOf(desk, listStateIn(view?.metadata ?? ''));
  const fact = factIn(list, value);
  if (fact === undefined || !isObligation(fact)) return showList(desk, actor, list.state, gone());
  const doubted = fact.kind === 'medium_grant' || fact.kind === 'low_confidence' ? doubtfulEvent(list, fact) : null;
  if (doubted !== null) return openCorrection(desk, actor, { event: doubted.id, change: { fromList: true } });
  const change = { target: `new:${fact.article}${fact.newRemnants ? 'b' : ''}`, fromList: true };
  return openCorrection(desk, actor, { state: fact.state, change });
}

/** "Ask later": the fact goes to the end of the list for a week. */
export async function sayLater(desk: RecordDesk, press: Press, submission: string): Promise<Reply> {
  const { actor, value, view, at } = press;
  const list = await listOf(desk, listStateIn(view?.metadata ?? ''));
  const outcome = await askLater(desk, list, value, { actor, at, submission });
  return after(desk, press, list, value, outcome);
}

/** The source of a fact that stands as it is. */
export async function submitSource(
  desk: RecordDesk,
  { actor, values, metadata, at, submission }: Filled,
): Promise<Reply> {
  const { fact, state } = carriedBy(asked, metadata);
  const source = textOf(values, FIELD.source);
  const problem = sourceProblem(source);
  if (problem !== null) return { kind: 'errors', errors: { [FIELD.source]: problem } };
  const list = await listOf(desk, state);
  const outcome = await confirmFact(desk, list, fact, source, { actor, at, submission });
  return after(desk, { actor }, list, fact, outcome);
}

/** The list again, under what became of the answer. */
async function after(
  desk: RecordDesk,
  { actor }: Pick<Press, 'actor'>,
  before: FactList,
  key: string,
  outcome: ConfirmOutcome,
): Promise<Reply> {
  const fact = factIn(before, key);
  if (outcome.kind === 'gone' || fact === undefined) return showList(desk, actor, before.state, gone());
  if (outcome.kind !== 'kept')
    return say(
      refusalWords(
        outcome,
        fact.kind === 'discrepancy' || fact.state === null ? null : nameOf(before.record, fact.state),
      ),
    );
  const correction = outcome.event === null ? null : await readCorrection(desk.db, outcome.event);
  if (correction !== null) return showList(desk, actor, before.state, correctionCard(correction).blocks);
  return showList(
    desk,
    actor,
    before.state,
    present(
      section(join([md`*Kept.*`, askWords(fact, before.record, before.today)], ' ')),
      outcome.answer !== null && actions(button({ text: 'Undo', action: UNDO, value: outcome.answer })),
    ),
  );
}
