import { useEffect, useState } from 'preact/hooks';
import type { WorldView } from '../../protocol.ts';
import { look } from './endpoints.ts';

export interface Watched {
  world: WorldView | null;
  /** What is in the way: the sandbox is gone, or was started again with another key; null when nothing is. */
  trouble: 'unreached' | 'locked' | null;
}

/** How long to wait before listening again to a sandbox that refused. */
const AGAIN_MS = 2_000;

/** The world as `as` sees it, kept up to date by the sandbox's events. */
export function useWorld(as: string | null): Watched {
  const [watched, setWatched] = useState<Watched>({ world: null, trouble: null });
  useEffect(() => {
    let current = true;
    let asking = false;
    let changed = false;
    const follow = async () => {
      changed = true;
      if (asking) return;
      asking = true;
      while (changed && current) {
        changed = false;
        const seen = await look(as);
        if (!current) return;
        if (seen.world) setWatched({ world: seen.world, trouble: null });
        else setWatched((before) => ({ ...before, trouble: seen.why }));
      }
      asking = false;
    };
    const lookAgain = () => void follow();
    let events: EventSource;
    let waiting = 0;
    const listen = () => {
      events = new EventSource('/sandbox/events');
      events.addEventListener('changed', lookAgain);
      events.addEventListener('open', lookAgain);
      events.addEventListener('error', () => {
        // Looking says what is in the way. A browser tries again by itself, unless it was answered and refused.
        lookAgain();
        if (events.readyState === EventSource.CLOSED) waiting = setTimeout(listen, AGAIN_MS);
      });
    };
    listen();
    lookAgain();
    return () => {
      current = false;
      clearTimeout(waiting);
      events.close();
    };
  }, [as]);
  return watched;
}
