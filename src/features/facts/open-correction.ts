import { readStates } from '../../db/read/states.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { findState, nameBook } from '../../questions/names.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { correctModal } from './correct-modal.ts';
import { type CorrectionDraft, draftIn, EMPTY, FIELD, TAKE_BACK, withEvent } from './draft.ts';
import { refusalOf } from './refusal.ts';
import { refusalWords } from './refusal-words.ts';

/** Finds a State by its code. */
type Named = (iso3: Iso3) => CorrectionDraft['state'];

/** The States by their codes, as a form shows them. */
export const namedIn = async ({ db }: RecordDesk): Promise<Named> => {
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

/** Opens the form on an event that can no longer be undone at once, to be taken back with a reason. */
export const openTakingBack = (desk: RecordDesk, actor: Actor, event: string): Promise<Reply> =>
  openCorrection(desk, actor, { event, change: { happened: TAKE_BACK } });
