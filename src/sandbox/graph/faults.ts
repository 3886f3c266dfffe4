import type { GraphRequest } from './reply.ts';

/** Something that shall go wrong, ordered by a test or a person. */
type GraphFault = { times?: number; method?: string; path?: RegExp } & (
  | { fault: 'status'; status: number; code?: string; retryAfter?: string; done?: boolean }
  /** `done`: the work is done, and then nothing is answered. */
  | { fault: 'silence'; done: boolean }
  /** A link of the reading has ended its life. */
  | { fault: 'reset'; status?: number }
  | { fault: 'empty_reading' | 'shuffle' | 'repeat' | 'foreign_link' | 'missing_member' }
);

export interface GraphFaults {
  order(fault: GraphFault): void;
  /** The first ordered one of these kinds that fits, used up by one. */
  take<K extends GraphFault['fault']>(
    request: GraphRequest | null,
    ...kinds: readonly K[]
  ): Extract<GraphFault, { fault: K }> | null;
  clear(): void;
}

export function graphFaults(): GraphFaults {
  let ordered: { fault: GraphFault; left: number }[] = [];
  const fits = ({ method, path }: GraphFault, request: GraphRequest | null): boolean =>
    request === null || ((method ?? request.method) === request.method && (path?.test(request.path) ?? true));
  return {
    order: (fault) => void ordered.push({ fault, left: fault.times ?? 1 }),
    take<K extends GraphFault['fault']>(request: GraphRequest | null, ...kinds: readonly K[]) {
      const isKind = (fault: GraphFault): fault is Extract<GraphFault, { fault: K }> =>
        kinds.some((kind) => kind === fault.fault);
      for (const entry of ordered) {
        if (!isKind(entry.fault) || !fits(entry.fault, request)) continue;
        entry.left -= 1;
        ordered = ordered.filter(({ left }) => left > 0);
        return entry.fault;
      }
      return null;
    },
    clear() {
      ordered = [];
    },
  };
}
