import { Temporal } from 'temporal-polyfill';

/** The machine's time, and waiting on it. */
export interface Patience {
  now(): Temporal.Instant;
  wait(ms: number): Promise<void>;
}

export const machinePatience: Patience = {
  now: () => Temporal.Now.instant(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Longer than this nobody waits: the next round takes it up. */
const LONGEST_MS = 180_000;
const UNSAID_MS = 3_000;

/** How long to wait, from a Retry-After in seconds or as a date; null when it is longer than anybody waits. */
export function waitFor(retryAfter: string | undefined, now: Temporal.Instant): number | null {
  const ms = retryAfter === undefined ? UNSAID_MS : read(retryAfter, now);
  return ms > LONGEST_MS ? null : ms;
}

function read(text: string, now: Temporal.Instant): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const at = Date.parse(text);
  return Number.isNaN(at) ? UNSAID_MS : Math.max(0, at - now.epochMilliseconds);
}
