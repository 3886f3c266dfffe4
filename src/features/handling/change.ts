import type { HistoryRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import type { Evidence } from '../../treaty/evidence.ts';
import type { RequestStatus, Standing } from '../../treaty/request-moves.ts';

/** Who may read a note on a request: its author, the coordinators, or coordinators and the ISU. */
export const READERS = ['me', 'coordinators', 'desk'] as const;
export type SeenBy = (typeof READERS)[number];

/** Something that a person does with a request. */
export type Change =
  | {
      kind: 'move';
      /** Where it stood on the screen that the person acted on. */
      from: RequestStatus;
      to: RequestStatus;
      reason: string;
      /** On hold: the day until which it rests. */
      until: Day | null;
      /** Superseded: the reference of the request that takes its place. */
      replacedBy: string | null;
    }
  /** It is the same as another: its sources go there, and it is closed. */
  | { kind: 'merge'; from: RequestStatus; into: string; reason: string }
  | { kind: 'take' }
  /** `from` is the owner on the screen that the person acted on. */
  | { kind: 'assign'; from: string | null; to: string }
  | { kind: 'evidence'; from: readonly Evidence[]; now: readonly Evidence[] }
  | { kind: 'note'; text: string; seenBy: SeenBy };

/** What became of it. Everything but `done` left the record as it was. */
export type ChangeOutcome =
  | { kind: 'done'; reference: string; change: string }
  | { kind: 'not_allowed' }
  | { kind: 'unknown' }
  /** Nobody handles their own State; `handler` does. */
  | { kind: 'own_state'; state: string; handler: string | null }
  /** Somebody was quicker; what they did. */
  | { kind: 'overtaken'; by: HistoryRow | null }
  | { kind: 'no_such_move'; standing: Standing; to: RequestStatus }
  | { kind: 'reason_missing' }
  /** The owner to be may not handle it. */
  | { kind: 'not_an_owner' }
  /** The other request is of another State or theme, closed, the same one, or none was named where one is needed. */
  | { kind: 'not_another' };

export type UndoOutcome =
  | { kind: 'undone'; reference: string }
  | { kind: 'not_allowed' }
  | { kind: 'unknown' }
  | { kind: 'too_late' }
  | { kind: 'overtaken'; by: HistoryRow | null };
