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

export type RequestStatus = (typeof REQUEST_STATUSES)[number];

const CLOSED: readonly RequestStatus[] = ['fulfilled', 'withdrawn', 'superseded'];

/** Whether a request still stands: neither fulfilled, withdrawn nor superseded by a later report. */
export const isOpen = (status: RequestStatus): boolean => !CLOSED.includes(status);

/** "step 1 of 8"; null for a status beside the road. */
export const stepOf = (status: RequestStatus): number | null => {
  const at = (STEPS as readonly string[]).indexOf(status);
  return at < 0 ? null : at + 1;
};
