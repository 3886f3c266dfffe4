import type { ReceiverEvent } from '@slack/bolt';
import type { Arrival, Inbox, Log } from '../desk/ports.ts';
import { arrivalOf } from './arrival.ts';
import type { Failures } from './failures.ts';
import { holdable } from './holdable.ts';

export interface IntakeParts {
  inbox: Inbox;
  failures: Failures;
  log: Log;
  /** Tells whom it concerns that something could not even be kept. */
  unkept(delivery: ReceiverEvent, reference: string): Promise<void>;
}

type Process = (delivery: ReceiverEvent) => Promise<void>;

/** What stands between the sockets and Bolt: keeps what came in before Bolt acknowledges it, and lets no delivery through twice. */
export interface Intake {
  take(delivery: ReceiverEvent, process: Process): Promise<void>;
  /** The keys of what is being worked on. */
  working(): ReadonlySet<string>;
  /** Resolves when everything taken so far has been worked through. */
  idle(): Promise<void>;
}

/** An intake over `inbox`. A repeated submission passes, since its answer is its acknowledgement and storing it is idempotent. */
export function intakeOf({ inbox, failures, log, unkept }: IntakeParts): Intake {
  const working = new Set<Promise<void>>();
  const keys = new Set<string>();

  async function work(delivery: ReceiverEvent, process: Process): Promise<void> {
    const arrival = arrivalOf(delivery.body);
    if (arrival === null) return process(delivery);
    keys.add(arrival.key);
    try {
      await keepAndProcess(arrival, delivery, process);
    } finally {
      keys.delete(arrival.key);
    }
  }

  async function keepAndProcess(arrival: { kind: Arrival; key: string }, delivery: ReceiverEvent, process: Process) {
    const seen = await inbox
      .receive({ ...arrival, payload: delivery.body })
      .catch((error: unknown) => ({ fault: failures.note('keeping what came in', error) }));
    if (typeof seen === 'object') return unkept(delivery, seen.fault);
    if (seen === 'seen' && arrival.kind !== 'submission') {
      log.info({ kind: arrival.kind, retry: delivery.retryNum }, 'a repeated delivery was acknowledged and left alone');
      await delivery.ack();
      return;
    }
    const failure = await failures.watch(arrival.key, () => process(delivery));
    await inbox.finish(arrival.key, failure);
  }

  return {
    async take(delivery, process) {
      const done = work({ ...delivery, body: Object(holdable(delivery.body)) }, process);
      working.add(done);
      await done.finally(() => working.delete(done));
    },
    working: () => keys,
    async idle() {
      await Promise.allSettled([...working]);
    },
  };
}
