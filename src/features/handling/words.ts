import { shortDate } from '../../blocks/dates.ts';
import { evidenceWord, standsAs, statusWord } from '../../blocks/request-words.ts';
import type { Reader } from '../../db/client.ts';
import type { HistoryRow } from '../../db/read/rows.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import type { Evidence } from '../../treaty/evidence.ts';
import { notRelayedBecause, type RequestStatus, type Standing } from '../../treaty/request-moves.ts';
import type { Change, SeenBy } from './change.ts';
import type { Former, Held } from './store.ts';

/** Who a person is in a history. */
export const nameOf = async (db: Reader, slackId: string | null): Promise<string> =>
  slackId === null
    ? 'nobody'
    : ((await db.person.findUnique({ where: { slackId }, select: { name: true } }))?.name ?? slackId);

const evidenceWords = (evidence: readonly string[]): string =>
  evidence.length === 0 ? 'none' : evidence.map((kind) => evidenceWord(kind as Evidence)).join(', ');

/** A change as its line in the history says it. */
export async function changeWords(
  db: Reader,
  held: Held,
  change: Exclude<Change, { kind: 'note' }>,
  next: Former,
): Promise<{ what: string; before: string; after: string; why: string | null }> {
  const status = {
    before: standsAs(held.standing.status, held.replacedBy),
    after: standsAs(next.status as RequestStatus, next.replacedBy),
  };
  switch (change.kind) {
    case 'take':
    case 'assign': {
      const [before, after] = [await nameOf(db, held.ownerId), await nameOf(db, next.ownerId)];
      return { what: 'owner', before, after, why: null };
    }
    case 'evidence':
      return {
        what: 'evidence on record',
        before: evidenceWords(held.evidence),
        after: evidenceWords(change.now),
        why: null,
      };
    case 'merge':
      return { what: 'merged', before: status.before, after: `with ${change.into}`, why: change.reason };
    case 'move': {
      const until = change.to === 'on_hold' && change.until !== null ? `, until ${shortDate(change.until)}` : '';
      return {
        what: 'moved',
        before: status.before,
        after: `${status.after}${until}`,
        why: change.reason.trim() === '' ? null : change.reason.trim(),
      };
    }
  }
}

const SEEN_BY: Readonly<Record<SeenBy, string>> = {
  me: 'only you',
  coordinators: 'coordinators',
  desk: 'coordinators and the ISU',
};
export const seenByWords = (seenBy: SeenBy): string => SEEN_BY[seenBy];

/** What has been done, in a sentence. */
export function doneWords(reference: string, change: Change): string {
  switch (change.kind) {
    case 'take':
      return `${reference} is yours now.`;
    case 'assign':
      return `${reference} has a new owner.`;
    case 'evidence':
      return `${reference}: evidence on record is ${evidenceWords(change.now)}.`;
    case 'note':
      return `Noted on ${reference} (${seenByWords(change.seenBy)}).`;
    case 'merge':
      return `${reference} is merged with ${change.into}; its sources stand there now.`;
    case 'move':
      return change.to === 'on_hold'
        ? `${reference} is on hold${change.until === null ? '' : ` until ${shortDate(change.until)}`}.`
        : change.replacedBy === null
          ? `${reference} is now: ${statusWord(change.to).toLowerCase()}.`
          : `${reference} is now replaced by ${change.replacedBy}.`;
  }
}

/** What somebody else did meanwhile: "Coordinator (Netherlands), 09:14: moved, Logged → Verified". */
export function overtakenWords(by: HistoryRow | null): string {
  if (by === null) return 'It was changed meanwhile.';
  const change = [by.before, by.after].filter((each) => each !== null).join(' → ');
  return `Meanwhile: ${by.by}, ${shortDate(dayIn(DESK_ZONE, by.at))}, ${timeIn(DESK_ZONE, by.at)}: ${by.what}${change === '' ? '' : `, ${change}`}.`;
}

/** Why a request cannot make a move from where it stands. */
export function noMoveWords(standing: Standing, to: RequestStatus): string {
  const here = statusWord(standing.status).toLowerCase();
  if (to === 'relayed') {
    const why = notRelayedBecause(standing);
    if (why === 'not_verified') return 'It is relayed only once it is verified.';
    if (why === 'not_to_be_shared')
      return 'It is relayed only when its State has published it or agreed to its being shared.';
  }
  return `From ${here} it does not go to ${statusWord(to).toLowerCase()}.`;
}
