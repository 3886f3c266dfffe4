import { readStates } from '../../db/read/states.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Filled, Press } from '../../desk/describe.ts';
import { blockOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { findState, nameBook } from '../../questions/names.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { correctionIn } from './correct-input.ts';
import { correctModal } from './correct-modal.ts';
import { correctionCard } from './correction-card.ts';
import { type CorrectionDraft, draftIn, EMPTY, FIELD, TAKE_BACK, withEvent } from './draft.ts';
import { readCorrection } from './read-correction.ts';
import { refusalOf } from './refusal.ts';
import { refusalWords } from './refusal-words.ts';
import { showList } from './show-list.ts';
import { type BackOutcome, type RecordOutcome, recordEvent, takeBack } from './use-cases.ts';

type Named = (iso3: Iso3) => CorrectionDraft['state'];

const namedIn = async ({ db }: RecordDesk): Promise<Named> => {
  const states = await readStates(db);
  return (code) => {
    const state = states.find(({ iso3 }) => iso3 === code);
    return state ? { iso3: state.iso3, name: state.shortName } : null;
  };
};

/** Opens the form: for a State, for one event of it, or for any State. */
export async function openCorrection(
  desk: RecordDesk,
  actor: Actor,
  about: { state?: Iso3; event?: string; change?: Partial<CorrectionDraft> },
): Promise<Reply> {
  const record = await readTreatyRecord(desk.db);
  const event = record.events.find(({ id }) => id === about.event);
  const named = await namedIn(desk);
  const state = named(event?.state ?? about.state ?? '');
  const refused = refusalOf(actor, state?.iso3 ?? null);
  if (refused !== null) return say(refusalWords(refused, state?.name ?? null));
  const empty = { ...EMPTY, state };
  const draft = { ...(event ? withEvent(empty, event) : empty), ...about.change };
  return { kind: 'modal', modal: correctModal(draft, record, deskToday(desk.clock)) };
}

/** The same for a State as it was typed after the verb; a name that is not understood opens the form without one. */
export async function openFor(desk: RecordDesk, actor: Actor, typed: string): Promise<Reply> {
  const found = findState(nameBook(await readStates(desk.db)), typed);
  return openCorrection(desk, actor, found.kind === 'found' && typed !== '' ? { state: found.state } : {});
}

/** The open form after its State, its entry or what happened was chosen: what was typed stays, an entry fills the fields anew. */
export async function changeCorrection(desk: RecordDesk, id: string, { actor, value, view }: Press): Promise<Reply> {
  if (view === null) return { kind: 'nothing' };
  const record = await readTreatyRecord(desk.db);
  const draft = draftIn(view.values, view.metadata, await namedIn(desk));
  const refused = refusalOf(actor, draft.state?.iso3 ?? null);
  if (refused !== null) return say(refusalWords(refused, draft.state?.name ?? null));
  const event = record.events.find((each) => value === `event:${each.id}`);
  const fresh = { ...EMPTY, state: draft.state, fromList: draft.fromList, turn: draft.turn + 1 };
  const shown =
    id === FIELD.state
      ? fresh
      : id !== FIELD.target
        ? draft
        : event
          ? withEvent(fresh, event)
          : { ...fresh, target: value };
  return { kind: 'modal', modal: correctModal(shown, record, deskToday(desk.clock)) };
}

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

/** Opens the form on an event that can no longer be undone at once, to be taken back with a reason. */
export const openTakingBack = (desk: RecordDesk, actor: Actor, event: string): Promise<Reply> =>
  openCorrection(desk, actor, { event, change: { happened: TAKE_BACK } });
