import type { Fault, OrderedFault } from './fault.ts';

/** A fault of one method of the Web API. */
export type MethodFault = Extract<Fault, { method: string }>;

/** What goes wrong on purpose, counted down as it happens. */
export interface Faults {
  /** Takes note of a fault; `disconnect`, `redeliver` and `events-limited` happen at once and are left to the socket. */
  order(fault: Fault): void;
  /** The fault that the next call of `method` meets, if any. */
  onCall(method: string): MethodFault | null;
  /** Milliseconds by which the next acknowledgement is late, or 'lost'; null when it arrives as sent. */
  onAck(): number | 'lost' | null;
  /** What is still to happen, in the order in which it was asked for. */
  ordered(): readonly OrderedFault[];
}

/** No faults yet; `changed` is told whenever one is ordered or has happened. */
export function faultsOf(changed: () => void): Faults {
  let ordered: OrderedFault[] = [];

  function take<F extends Fault>(fits: (fault: Fault) => fault is F): F | null {
    for (const each of ordered) {
      if (!fits(each.fault)) continue;
      each.left -= 1;
      ordered = ordered.filter(({ left }) => left > 0);
      changed();
      return each.fault;
    }
    return null;
  }

  return {
    order(fault) {
      if (fault.fault === 'none') ordered = [];
      else if (fault.fault !== 'disconnect' && fault.fault !== 'redeliver' && fault.fault !== 'events-limited')
        ordered.push({ fault, left: fault.times ?? 1 });
      changed();
    },
    onCall: (method) => take((fault): fault is MethodFault => 'method' in fault && fault.method === method),
    onAck() {
      const met = take((fault) => fault.fault === 'late-acks' || fault.fault === 'lost-acks');
      if (met === null) return null;
      return met.fault === 'late-acks' ? met.milliseconds : 'lost';
    },
    ordered: () => ordered,
  };
}
