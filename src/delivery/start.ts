import type { Clockwork } from '../desk/describe.ts';
import { wakeOf } from './wake.ts';
import { type WorkerParts, workerOf } from './worker.ts';

export interface DeliveryParts extends Omit<WorkerParts, 'onRest'> {
  clockworks: readonly Clockwork[];
  /** Called when a message has come to rest without having been sent; what it does not get to do a clockwork does. */
  onRest(): Promise<void>;
}

/** The queue and what wakes it, running. */
export interface Delivering {
  /** Something was enqueued. */
  poke(): void;
  /** A clock was moved: what has fallen due is decided now. */
  look(): Promise<void>;
  /** Resolves when nothing can be sent at this moment. */
  idle(): Promise<void>;
  /** Decides and sends nothing more; what is being sent is waited for, what waits is taken up at the next start. */
  stop(): Promise<void>;
}

/** Starts to decide what is due and to send what was decided. */
export function startDelivery({ clockworks, onRest, ...parts }: DeliveryParts): Delivering {
  const { clock, log } = parts;
  const worker = workerOf({
    ...parts,
    async onRest() {
      await onRest();
      worker.poke();
    },
  });
  const wake = wakeOf({ clockworks, clock, log, poke: worker.poke });
  worker.poke();
  return {
    poke: worker.poke,
    look: wake.look,
    idle: worker.idle,
    async stop() {
      await wake.stop();
      await worker.stop();
    },
  };
}
