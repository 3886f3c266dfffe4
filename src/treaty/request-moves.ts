/** The road of an assistance request, in order; each step is reached from the one before it. */
export const STEPS = [
  'logged',
  'verified',
  'acknowledged',
  'relayed',
  'offered',
  'matched',
  'in_progress',
  'fulfilled',
] as const;
export const REQUEST_STATUSES = [...STEPS, 'on_hold', 'withdrawn', 'superseded'] as const;

type Step = (typeof STEPS)[number];
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

const CLOSED: readonly RequestStatus[] = ['fulfilled', 'withdrawn', 'superseded'];

/** Whether a request still stands: neither fulfilled, withdrawn nor superseded by a later report. */
export const isOpen = (status: RequestStatus): boolean => !CLOSED.includes(status);

/** Whether it was taken back with the report it came from, and so was never asked: whoever closes a request leaves a step, this does not. */
export const wasTakenBack = ({
  status,
  leftStatus,
}: {
  status: RequestStatus;
  leftStatus: RequestStatus | null;
}): boolean => status === 'withdrawn' && leftStatus === null;

const rankOf = (status: RequestStatus): number => (STEPS as readonly RequestStatus[]).indexOf(status);

/** "step 1 of 8"; null for a status beside the road. */
export function stepOf(status: RequestStatus): number | null {
  const at = rankOf(status);
  return at < 0 ? null : at + 1;
}

/** Where a request stands, as far as its moves depend on it. */
export interface Standing {
  status: RequestStatus;
  /** What it was before it was put on hold or closed; null on the road. */
  left: RequestStatus | null;
  /** Whether the State published what it asked, or agreed to its being shared. */
  shareable: boolean;
}

/** `forward` and `back` lead along the road, `resume` from hold, `reopen` from an end; each to the status left. */
type MoveKind = 'forward' | 'back' | 'hold' | 'resume' | 'withdraw' | 'supersede' | 'reopen';

export interface Move {
  kind: MoveKind;
  to: RequestStatus;
  /** Whether the one who makes it has to say why. */
  needsReason: boolean;
}

/** Every move that a request may make from where it stands; nothing else is possible by any path. */
export function movesFrom(standing: Standing): readonly Move[] {
  const { status, left } = standing;
  if (!isOpen(status)) return left === null ? [] : [{ kind: 'reopen', to: left, needsReason: true }];
  const ends: readonly Move[] = [
    { kind: 'withdraw', to: 'withdrawn', needsReason: true },
    { kind: 'supersede', to: 'superseded', needsReason: true },
  ];
  if (status === 'on_hold') return left === null ? ends : [{ kind: 'resume', to: left, needsReason: false }, ...ends];
  return [
    ...STEPS.flatMap((to) => alongTheRoad(standing, to)),
    { kind: 'hold', to: 'on_hold', needsReason: true },
    ...ends,
  ];
}

/** One step on needs no reason, several do, and so does the one step back. */
function alongTheRoad(standing: Standing, to: Step): readonly Move[] {
  const by = rankOf(to) - rankOf(standing.status);
  if (by === 0 || by < -1 || (to === 'relayed' && notRelayedBecause(standing) !== null)) return [];
  return [by > 0 ? { kind: 'forward', to, needsReason: by > 1 } : { kind: 'back', to, needsReason: true }];
}

/** Why a request may not be relayed to partners from where it stands; null when it may. */
export function notRelayedBecause({ status, shareable }: Standing): 'not_verified' | 'not_to_be_shared' | null {
  if (rankOf(status) < rankOf('verified')) return 'not_verified';
  return shareable ? null : 'not_to_be_shared';
}

/** The move to `to`, or null where there is none from where the request stands. */
export const moveTo = (standing: Standing, to: RequestStatus): Move | null =>
  movesFrom(standing).find((move) => move.to === to) ?? null;

/** What stands after a move: on hold and at an end it is kept which status was left. */
export const movedTo = (standing: Standing, { to, kind }: Move): Pick<Standing, 'status' | 'left'> => ({
  status: to,
  left:
    kind === 'hold'
      ? standing.status
      : isOpen(to)
        ? null
        : standing.status === 'on_hold'
          ? standing.left
          : standing.status,
});
