import { useEffect, useState } from 'preact/hooks';
import type { WorldView } from '../../protocol.ts';
import { worldSeenBy } from './endpoints.ts';

export interface Watched {
  world: WorldView | null;
  /** False while the sandbox does not answer. */
  reached: boolean;
}

/** The world as `as` sees it, kept up to date by the sandbox's events. */
export function useWorld(as: string | null): Watched {
  const [watched, setWatched] = useState<Watched>({ world: null, reached: true });
  useEffect(() => {
    let current = true;
    let asking = false;
    let changed = false;
    const look = async () => {
      changed = true;
      if (asking) return;
      asking = true;
      while (changed && current) {
        changed = false;
        const world = await worldSeenBy(as);
        if (current) setWatched((before) => ({ world: world ?? before.world, reached: world !== null }));
      }
      asking = false;
    };
    const lookAgain = () => void look();
    const events = new EventSource('/sandbox/events');
    events.addEventListener('changed', lookAgain);
    events.addEventListener('open', lookAgain);
    events.addEventListener('error', () => setWatched((before) => ({ ...before, reached: false })));
    lookAgain();
    return () => {
      current = false;
      events.close();
    };
  }, [as]);
  return watched;
}
