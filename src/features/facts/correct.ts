import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Filled } from '../../desk/describe.ts';
import { blockOf } from '../../desk/form-values.ts';
import type { Reply } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { correctionIn } from './correct-input.ts';
import { correctModal } from './correct-modal.ts';
import { correctionCard } from './correction-card.ts';
import { type CorrectionDraft, draftIn, FIELD } from './draft.ts';
import { namedIn } from './open-correction.ts';
import { readCorrection } from './read-correction.ts';
import { refusalWords } from './refusal-words.ts';
import { showList } from './show-list.ts';
import { type BackOutcome, type RecordOutcome, recordEvent, takeBack } from './use-cases.ts';

/** Keeps what the form holds, shows what speaks against it, or names what cannot be read. */
export async function submitCorrection(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const { actor, values, metadata } = filled;
  const today = deskToday(desk.clock);
  const record = await readTreatyRecord(desk.db);
  const draft = draftIn(values, metadata, await namedIn(desk));
  const read = correctionIn(draft, values, record, today);
  if (read.kind === 'errors') return { kind: 'errors', errors: read.errors };
  const outcome: RecordOutcome | BackOutcome =
    read.kind === 'take_back'
      ? await takeBack(desk, read.id, read.reason, filled)
      : await recordEvent(desk, read.input, filled);
  switch (outcome.kind) {
    case 'warned':
      return {
        kind: 'modal',
        modal: correctModal({ ...draft, seen: outcome.warnings }, record, today, outcome.warnings),
      };
    case 'gone':
      return wrong('This entry has been corrected meanwhile. Nothing is kept: please choose again.');
    case 'kept':
    case 'taken_back':
      return kept(desk, actor, outcome.id, draft);
    default:
      return wrong(
        refusalWords(outcome.kind === 'own_state' ? outcome : { kind: 'not_allowed' }, draft.state?.name ?? null).text,
      );
  }

  function wrong(problem: string): Reply {
    return { kind: 'errors', errors: { [blockOf(values, FIELD.target)]: problem } };
  }
}

async function kept(desk: RecordDesk, actor: Actor, id: string, { fromList }: CorrectionDraft): Promise<Reply> {
  const correction = await readCorrection(desk.db, id);
  if (correction === null) throw new Error(`The event ${id} was kept and cannot be read.`);
  const card = correctionCard(correction);
  return fromList ? showList(desk, actor, null, card.blocks) : { kind: 'close', messages: [card] };
}
