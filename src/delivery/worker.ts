import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../db/client.ts';
import type { Courier } from '../desk/courier.ts';
import type { Log } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import { type Claimed, claim, nextClaimAt } from './claim.ts';
import { deliver } from './deliver.ts';
import { settle } from './settle.ts';
import type { Verdict } from './verdict.ts';

export interface WorkerParts {
  db: Db;
  courier: Courier;
  /** The machine's clock: leases and waiting never follow the desk's, which can be moved. */
  machine: Clock;
  /** The desk's clock, for when something was sent as people see it. */
  clock: Clock;
  /** A number from 0 to 1, for spreading what is tried again. */
  random(): number;
  log: Log;
  /** Called once for each message that came to rest without having been sent. */
  onRest(claimed: Claimed, verdict: Verdict): Promise<void>;
  leaseMs?: number;
  /** Told of each step of each message; for tests that stop the process there. */
  passes?(step: 'claimed' | 'sent' | 'settled', id: string): void;
}

/** The queue at work. */
export interface Worker {
  /** Looks at once: something was enqueued, or a clock was moved. */
  poke(): void;
  /** Resolves when nothing can be sent at this moment. */
  idle(): Promise<void>;
  /** Takes nothing more and waits for what is being sent. */
  stop(): Promise<void>;
}

const LANES_AT_ONCE = 10;
const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 30_000;

/** Starts to send what is due, lane by lane, until stopped. */
export function workerOf(parts: WorkerParts): Worker {
  const { db, machine, log } = parts;
  let stopped = false;
  let poked = true;
  let working: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function work(): Promise<void> {
    while (poked && !stopped) {
      poked = false;
      for (let sent = await sendSome(parts); sent > 0 && !stopped; ) sent = await sendSome(parts);
    }
    if (!stopped) rest(await nextClaimAt(db));
  }

  function rest(next: Date | null): void {
    const wait = next === null ? LOOK_AGAIN_MS : next.getTime() - machine.now().epochMilliseconds;
    timer = setTimeout(poke, Math.min(LOOK_AGAIN_MS, Math.max(20, wait)));
    timer.unref();
  }

  function poke(): void {
    poked = true;
    if (stopped || working !== null) return;
    if (timer !== null) clearTimeout(timer);
    working = work()
      .catch((error: unknown) => {
        log.error({ error: String(error) }, 'the queue could not be worked on; it is looked at again');
        if (!stopped) rest(null);
      })
      .finally(() => {
        working = null;
        if (poked) poke();
      });
  }

  return {
    poke,
    async idle() {
      while (working !== null) await working;
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await working;
    },
  };
}

/** Sends the next message of each of some free lanes; returns how many. */
async function sendSome(parts: WorkerParts): Promise<number> {
  const { db, machine, leaseMs = LEASE_MS } = parts;
  const claimed = await claim(db, machine.now(), leaseMs, LANES_AT_ONCE);
  const outcomes = await Promise.allSettled(claimed.map((each) => sendOne(parts, each)));
  const fault = outcomes.find((outcome) => outcome.status === 'rejected');
  if (fault !== undefined) throw fault.reason;
  return claimed.length;
}

async function sendOne(parts: WorkerParts, claimed: Claimed): Promise<void> {
  const { db, courier, machine, clock, log, passes } = parts;
  passes?.('claimed', claimed.id);
  const now = (): Temporal.Instant => machine.now();
  const settled = await deliver(courier, claimed, now, parts.random());
  passes?.('sent', claimed.id);
  const kept = await settle(db, claimed, settled, clock.now());
  passes?.('settled', claimed.id);
  const { verdict } = settled;
  if (!kept) return log.warn({ delivery: claimed.id }, 'a message was sent after its lease; another has taken it up');
  if (verdict.error !== null)
    log.warn({ delivery: claimed.id, error: verdict.error, state: verdict.state }, 'a message was not sent');
  if (verdict.told) await parts.onRest(claimed, verdict);
}
