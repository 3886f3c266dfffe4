import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeenClock } from '../../protocol.ts';

const TICK = 5_000;

/** The sandbox's clock in milliseconds since 1970; between two states it runs on by itself unless it is frozen. */
export function useNow(clock: SeenClock | undefined): number {
  const from = useRef({ now: 0, at: 0 });
  const [, tick] = useState(0);
  useEffect(() => {
    from.current = { now: Date.parse(clock?.now ?? ''), at: performance.now() };
    tick((count) => count + 1);
    if (clock === undefined || clock.frozen) return;
    const timer = setInterval(() => tick((count) => count + 1), TICK);
    return () => clearInterval(timer);
  }, [clock]);
  const shown = clock === undefined ? 0 : Date.parse(clock.now);
  const passed = clock === undefined || clock.frozen ? 0 : performance.now() - from.current.at;
  return Math.floor(from.current.now === shown ? shown + passed : shown);
}
