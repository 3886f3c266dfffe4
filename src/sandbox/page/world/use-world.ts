import { useEffect, useState } from 'preact/hooks';
import type { WorldView } from '../../protocol.ts';
import { look } from './endpoints.ts';

export interface Watched {
  world: WorldView | null;
  /** What is in the way: the sandbox is gone, or was started again with another key; null when nothing is. */
  trouble: 'unreached' | 'locked' | null;
}

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
    const events = new EventSource('/sandbox/events');
    events.addEventListener('changed', lookAgain);
    events.addEventListener('open', lookAgain);
    events.addEventListener('error', () => setWatched((before) => ({ ...before, trouble: 'unreached' })));
    lookAgain();
    return () => {
      current = false;
      events.close();
    };
  }, [as]);
  return watched;
}
