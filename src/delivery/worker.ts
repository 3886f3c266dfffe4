import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../db/client.ts';
import { URGENCY } from '../db/deliveries.ts';
import type { Courier } from '../desk/courier.ts';
import type { Log } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import { type Claimed, claim, nextClaimAt } from './claim.ts';
import { deliver } from './deliver.ts';
import { type Settle, settlerOf } from './settle.ts';
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
/** Lanes that what goes to many may hold at once: the others are for what somebody waits for. */
const FOR_MANY = 8;
/** How many of these are to be free before they are filled again: one look at the queue is made for several messages. */
const REFILLED_AT = 4;
const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 30_000;
const LOOK_WHILE_SENDING_MS = 500;

/** Starts to send what is due, lane by lane, until stopped. */
export function workerOf(parts: WorkerParts): Worker {
  const { db, machine, log } = parts;
  let stopped = false;
  let poked = true;
  let working: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let bell = (): void => undefined;
  const settle = settlerOf(db);

  async function work(): Promise<void> {
    const sending = new Map<string, Promise<void>>();
    const faults: unknown[] = [];
    const begin = (claimed: Claimed): void => {
      const one = sendOne(parts, settle, claimed)
        .catch((error: unknown) => void faults.push(error))
        .finally(() => sending.delete(claimed.lane));
      sending.set(claimed.lane, one);
    };
    try {
      while (!stopped && faults.length === 0) {
        poked = false;
        const taken = await takeSome(parts, [...sending.keys()]);
        taken.forEach(begin);
        if (taken.length > 0 && sending.size < FOR_MANY) continue;
        if (sending.size === 0 && !poked) break;
        await untilRoom(sending);
      }
    } finally {
      await Promise.all(sending.values());
    }
    if (faults.length > 0) throw faults[0];
    if (!stopped) rest(await nextClaimAt(db));
  }

  /** Until enough has been sent for the queue to be looked at again, or something was enqueued, or one hangs so long that other lanes are free again. */
  async function untilRoom(sending: ReadonlyMap<string, Promise<void>>): Promise<void> {
    const enough = Math.min(REFILLED_AT, sending.size - 1);
    let late = false;
    const bells = new Promise<void>((ring) => {
      bell = ring;
    });
    const alarm = setTimeout(() => {
      late = true;
      bell();
    }, LOOK_WHILE_SENDING_MS);
    while (!late && !poked && !stopped && sending.size > enough) await Promise.race([...sending.values(), bells]);
    clearTimeout(alarm);
  }

  function rest(next: Date | null): void {
    const wait = next === null ? LOOK_AGAIN_MS : next.getTime() - machine.now().epochMilliseconds;
    timer = setTimeout(poke, Math.min(LOOK_AGAIN_MS, Math.max(20, wait)));
    timer.unref();
  }

  function poke(): void {
    poked = true;
    bell();
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
      bell();
      if (timer !== null) clearTimeout(timer);
      await working;
    },
  };
}

/** Takes the next message of some free lanes; where many are being sent already, only what somebody waits for. */
async function takeSome(
  { db, machine, leaseMs = LEASE_MS }: WorkerParts,
  busy: readonly string[],
): Promise<readonly Claimed[]> {
  const now = machine.now();
  if (busy.length < FOR_MANY) return claim(db, now, leaseMs, FOR_MANY - busy.length, { busy });
  const room = LANES_AT_ONCE - busy.length;
  return room > 0 ? claim(db, now, leaseMs, room, { busy, upTo: URGENCY.register }) : [];
}

async function sendOne(parts: WorkerParts, settle: Settle, claimed: Claimed): Promise<void> {
  const { courier, machine, clock, log, passes } = parts;
  passes?.('claimed', claimed.id);
  const now = (): Temporal.Instant => machine.now();
  const settled = await deliver(courier, claimed, now, parts.random());
  passes?.('sent', claimed.id);
  const kept = await settle(claimed, settled, clock.now());
  passes?.('settled', claimed.id);
  const { verdict } = settled;
  if (!kept) return log.warn({ delivery: claimed.id }, 'a message was sent after its lease; another has taken it up');
  if (verdict.error !== null)
    log.warn({ delivery: claimed.id, error: verdict.error, state: verdict.state }, 'a message was not sent');
  if (verdict.told) await parts.onRest(claimed, verdict);
}
