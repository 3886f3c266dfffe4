import type { Temporal } from 'temporal-polyfill';
import type { Attempt } from '../desk/courier.ts';

/** What becomes of a delivery after an attempt, and from when on its lane is free. */
export interface Verdict {
  state: 'sent' | 'due' | 'unsure' | 'refused';
  notBefore: Temporal.Instant;
  laneFree: Temporal.Instant;
  error: string | null;
  /** Whether an admin is to be told: once, when it comes to rest without having been sent. */
  told: boolean;
}

/** Slack wants a second between two messages of a channel. */
const GAP_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** Together some three hours; what Slack asks to wait for does not count. */
export const MOST_ATTEMPTS = 25;

/** Seconds that double from two on, up to ten minutes, spread by `random` (0 to 1) so that not all come back at once. */
const waitAfter = (attempts: number, random: number): number =>
  Math.round(Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** attempts) * (0.5 + random / 2));

/** Decides after the attempt number `attempts`; `now` is the machine's. What may have arrived waits until it can be looked for. */
export function verdictOn(attempt: Attempt, attempts: number, now: Temporal.Instant, random: number): Verdict {
  const gap = now.add({ milliseconds: GAP_MS });
  if (attempt.kind === 'sent') return { state: 'sent', notBefore: now, laneFree: gap, error: null, told: false };
  const { error } = attempt;
  const rest = (state: 'refused' | 'unsure'): Verdict => ({ state, notBefore: now, laneFree: gap, error, told: true });
  if (attempt.kind === 'never' || attempts >= MOST_ATTEMPTS) return rest('refused');
  if (attempt.kind === 'later' && attempt.afterMs !== null) {
    const free = now.add({ milliseconds: Math.max(GAP_MS, attempt.afterMs) });
    return { state: 'due', notBefore: free, laneFree: free, error, told: false };
  }
  const wait = now.add({ milliseconds: waitAfter(attempts, random) });
  return { state: 'due', notBefore: wait, laneFree: gap, error, told: false };
}
