import { Temporal } from 'temporal-polyfill';

/** The machine's time, and waiting on it. */
export interface Patience {
  now(): Temporal.Instant;
  wait(ms: number): Promise<void>;
  /** Whether nobody waits any more: what was not answered by now is left to the next process. */
  ended?(): boolean;
}

/** The same time, until it ends: who waits then goes on at once. */
export function endable(patience: Patience): Patience & { end(): void } {
  const waiting = new Set<() => void>();
  let over = false;
  return {
    now: patience.now,
    async wait(ms) {
      if (over) return;
      await new Promise<void>((go) => {
        waiting.add(go);
        void patience.wait(ms).then(() => {
          waiting.delete(go);
          go();
        });
      });
    },
    ended: () => over,
    end() {
      over = true;
      for (const go of waiting) go();
      waiting.clear();
    },
  };
}

export const machinePatience: Patience = {
  now: () => Temporal.Now.instant(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
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
