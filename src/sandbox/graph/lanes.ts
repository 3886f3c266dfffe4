import { type GraphReply, refusal } from './reply.ts';

/** Exchange works on no more of one app and mailbox. */
const LANES = 4;

/** The limit of requests under way in one mailbox; who comes again before the time named is refused once more. */
export function lanesOf(now: () => number) {
  let underWay = 0;
  let most = 0;
  let refused = 0;
  const early = new Map<string, number>();
  return {
    /** The most that were under way at once, how many were refused, and how many came again too early. */
    counts: () => ({ most, refused }),
    /** Remembers that `key` was told to wait. */
    tellToWait: (key: string, ms: number) => void early.set(key, now() + ms),
    async run(key: string, work: () => Promise<GraphReply>): Promise<GraphReply> {
      const until = early.get(key);
      if (until !== undefined && now() < until) {
        refused += 1;
        early.set(key, now() + 1_000);
        return refusal(429, 'TooManyRequests', 'Asked again before its time.', { 'Retry-After': '1' });
      }
      early.delete(key);
      if (underWay >= LANES) {
        refused += 1;
        early.set(key, now() + 1_000);
        return refusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
          'Retry-After': '1',
        });
      }
      underWay += 1;
      most = Math.max(most, underWay);
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
  };
}

export type Lanes = ReturnType<typeof lanesOf>;
