import { useEffect, useState } from 'preact/hooks';
import type { Entry } from './entry.ts';

export interface Found {
  state: 'short' | 'searching' | 'found' | 'unanswered';
  entries: readonly Entry[];
}

const NONE: readonly Entry[] = [];
/** Milliseconds of rest before the app is asked, so that it is not asked for every letter. */
const REST = 150;

/** What `find` finds for `query`, which is null while the list is closed; late answers to earlier queries are ignored. */
export function useEntries(
  query: string | null,
  find: (query: string) => Promise<readonly Entry[] | null>,
  minLength: number,
): Found {
  const [found, setFound] = useState<Found>({ state: 'searching', entries: NONE });
  useEffect(() => {
    if (query === null) return;
    if (query.trim().length < minLength) {
      setFound({ state: 'short', entries: NONE });
      return;
    }
    let current = true;
    setFound((before) => ({ state: 'searching', entries: before.entries }));
    const show = (entries: readonly Entry[] | null) => {
      if (current) setFound(entries ? { state: 'found', entries } : { state: 'unanswered', entries: NONE });
    };
    const later = setTimeout(() => find(query.trim()).then(show, () => show(null)), query === '' ? 0 : REST);
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [query, minLength]);
  return found;
}
