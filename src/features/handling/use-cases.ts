import { isDuplicate, type Tx } from '../../db/client.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { deskToday } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import { isOpen, movedTo, moveTo, type RequestStatus } from '../../treaty/request-moves.ts';
import { sayCards } from '../requests/use-cases.ts';
import type { Change, ChangeOutcome, UndoOutcome } from './change.ts';
import { mayOwn } from './pass.ts';
import {
  changeToUndo,
  copySources,
  doneBySubmission,
  type Former,
  formerOf,
  type Held,
  heldRequest,
  type Line,
  lastLine,
  writeHeld,
  writeLine,
  writeNote,
} from './store.ts';
import { changeWords } from './words.ts';

export { passRequest } from './pass.ts';

/** Of a button, which acts on what it shows, there is no submission. */
export type Doing = Omit<RecordChange, 'submission'> & { submission: string | null };

/**
 * Changes a request in one transaction with its history and its cards: only by the moves of the table, only from where the
 * person saw it stand, and never by one who represents the State itself. Of two persons at the same moment the second is
 * told what the first did.
 */
export async function changeRequest(
  desk: RecordDesk,
  reference: string,
  change: Change,
  doing: Doing,
): Promise<ChangeOutcome> {
  if (!may(doing.actor, 'handle_request')) return { kind: 'not_allowed' };
  try {
    const outcome = await desk.db.$transaction((tx) => decide(tx, desk, reference, change, doing));
    desk.poke();
    return outcome;
  } catch (error) {
    const { submission } = doing;
    const done = isDuplicate(error) && submission !== null ? await doneBySubmission(desk.db, submission) : null;
    if (done === null) throw error;
    return { kind: 'done', ...done };
  }
}

async function decide(
  tx: Tx,
  desk: RecordDesk,
  reference: string,
  change: Change,
  doing: Doing,
): Promise<ChangeOutcome> {
  const { actor, at, submission } = doing;
  // Always in the order of their references: two who merge two requests into each other would wait for each other for ever.
  const other = otherOf(change);
  if (other !== null && other < reference) await heldRequest(tx, other);
  const held = await heldRequest(tx, reference);
  if (held === null) return { kind: 'unknown' };
  const done = submission === null ? null : await doneBySubmission(tx, submission);
  if (done !== null) return { kind: 'done', ...done };
  const own = ownState(held, actor);
  if (own !== null && change.kind !== 'note') return own;
  const line = { id: desk.ids.next(), requestId: held.id, actor, at, submission };
  if (change.kind === 'note') {
    await writeNote(tx, line, change);
    return { kind: 'done', reference, change: line.id };
  }
  const today = deskToday(desk.clock);
  const next = await nextOf(tx, held, change, actor, today);
  if ('kind' in next) return next;
  const { what, before, after, why } = await changeWords(tx, held, change, next);
  await writeHeld(tx, held.id, next);
  const undoable = change.kind !== 'merge';
  await writeLine(tx, { ...line, what, before, after, why, ...(undoable ? { former: formerOf(held) } : {}) });
  if (change.kind === 'merge') await intoAnother(tx, desk, held, change.into, doing);
  await sayCards(tx, desk, reference, at);
  return { kind: 'done', reference, change: line.id };
}

/** The second request that a change is about. */
const otherOf = (change: Change): string | null =>
  change.kind === 'merge' ? change.into : change.kind === 'move' ? change.replacedBy : null;

/** Nobody handles their own State, in any role: who represents it may read and note, and no more. */
const ownState = ({ state, handledBy }: Held, actor: Actor): ChangeOutcome | null =>
  actor.state === state ? { kind: 'own_state', state, handler: handledBy } : null;

/** What the request becomes, or why it does not. */
async function nextOf(
  tx: Tx,
  held: Held,
  change: Exclude<Change, { kind: 'note' }>,
  actor: Actor,
  today: Day,
): Promise<Former | ChangeOutcome> {
  const now = formerOf(held);
  const overtaken = async (): Promise<ChangeOutcome> => ({ kind: 'overtaken', by: await lastLine(tx, held.id) });
  switch (change.kind) {
    case 'take':
      return held.ownerId === null ? { ...now, ownerId: actor.slackId } : overtaken();
    case 'assign':
      if (held.ownerId !== change.from) return overtaken();
      return (await mayOwn(tx, change.to, held.state, today))
        ? { ...now, ownerId: change.to }
        : { kind: 'not_an_owner' };
    case 'evidence':
      if (!sameSet(held.evidence, change.from)) return overtaken();
      return { ...now, evidence: [...change.now] };
    case 'merge':
      if (!(await takesPlaceOf(tx, held, change.into))) return { kind: 'not_another' };
      return moved(
        held,
        change.from,
        'superseded',
        change.reason,
        { replacedBy: change.into, until: null },
        today,
        overtaken,
      );
    case 'move':
      if (change.to === 'superseded' && !(await takesPlaceOf(tx, held, change.replacedBy)))
        return { kind: 'not_another' };
      return moved(held, change.from, change.to, change.reason, change, today, overtaken);
  }
}

async function moved(
  held: Held,
  from: RequestStatus,
  to: RequestStatus,
  reason: string,
  { replacedBy, until }: { replacedBy: string | null; until: Day | null },
  today: Day,
  overtaken: () => Promise<ChangeOutcome>,
): Promise<Former | ChangeOutcome> {
  if (held.standing.status !== from) return overtaken();
  const move = moveTo(held.standing, to);
  if (move === null) return { kind: 'no_such_move', standing: held.standing, to };
  if (move.needsReason && reason.trim() === '') return { kind: 'reason_missing' };
  const { status, left } = movedTo(held.standing, move);
  return {
    ...formerOf(held),
    status,
    leftStatus: left,
    holdUntil: status === 'on_hold' ? until : null,
    replacedBy: status === 'superseded' ? replacedBy : null,
    closedOn: isOpen(status) ? null : today,
  };
}

/** Whether `reference` is another request of the same State for the same theme that is still open: none can take the place of each other in a circle. */
async function takesPlaceOf(tx: Tx, held: Held, reference: string | null): Promise<boolean> {
  const other = reference === null ? null : await heldRequest(tx, reference);
  if (other === null || other.id === held.id) return false;
  return other.state === held.state && other.theme === held.theme && isOpen(other.standing.status);
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

async function intoAnother(tx: Tx, desk: RecordDesk, held: Held, into: string, doing: Doing): Promise<void> {
  const other = await heldRequest(tx, into);
  if (other === null) throw new Error(`${into} was there a moment ago.`);
  await copySources(tx, () => desk.ids.next(), held.id, other.id);
  const { actor, at } = doing;
  const line: Line = { id: desk.ids.next(), requestId: other.id, actor, at, what: 'merged', submission: null };
  await writeLine(tx, { ...line, after: `with ${held.reference}, whose sources are here now` });
  await sayCards(tx, desk, into, at);
}

/** For how long a change can be undone. */
const UNDO_SECONDS = 60;

/** Takes a change back, by the person who made it, within a minute, and only while nothing else has been done since. */
export async function undoChange(
  desk: RecordDesk,
  change: string,
  { actor, at }: Pick<Doing, 'actor' | 'at'>,
): Promise<UndoOutcome> {
  if (!may(actor, 'handle_request')) return { kind: 'not_allowed' };
  const outcome = await desk.db.$transaction(async (tx): Promise<UndoOutcome> => {
    const made = await changeToUndo(tx, change);
    if (made === null) return { kind: 'unknown' };
    if (made.by !== actor.slackId) return { kind: 'not_allowed' };
    const { reference } = made;
    const replacedBy = made.former?.replacedBy ?? null;
    if (replacedBy !== null && replacedBy < reference) await heldRequest(tx, replacedBy);
    const held = await heldRequest(tx, reference);
    if (held === null) return { kind: 'unknown' };
    if ((await tx.requestHistory.findUnique({ where: { undoes: change } })) !== null)
      return { kind: 'undone', reference };
    if (at.since(made.at).total('seconds') > UNDO_SECONDS) return { kind: 'too_late' };
    const line = { id: desk.ids.next(), requestId: held.id, actor, at, undoes: change, submission: null };
    if (made.former === null) {
      await writeLine(tx, { ...line, what: 'note taken back' });
      return { kind: 'undone', reference };
    }
    const last = await lastLine(tx, held.id);
    if (last?.id !== change) return { kind: 'overtaken', by: last };
    // Meanwhile this one may have taken the place of the one that had taken its place.
    if (replacedBy !== null && !(await takesPlaceOf(tx, held, replacedBy))) return { kind: 'overtaken', by: null };
    await writeHeld(tx, held.id, made.former);
    await writeLine(tx, { ...line, what: 'undone', before: made.what });
    await sayCards(tx, desk, reference, at);
    return { kind: 'undone', reference };
  });
  desk.poke();
  return outcome;
}
