import type { ActAnswer } from '../protocol.ts';
import type { Delivery } from '../socket/envelope.ts';

export const done: ActAnswer = { ok: true };

export const refusedAct = (error: string, shown: string): ActAnswer => ({ ok: false, error, shown });

/** Slack's code for a delivery that nobody acknowledged; null when somebody did. */
export const failureOf = (delivery: Delivery): 'operation_timeout' | 'dispatch_failed' | null => {
  switch (delivery.kind) {
    case 'acked':
      return null;
    case 'timeout':
      return 'operation_timeout';
    case 'nobody':
      return 'dispatch_failed';
  }
};
