import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const GOES_TO = 'input, textarea, select, button, a[href], summary';

/** What may be longer or wider than its place: where nothing in it can be gone to with the keyboard, it can itself, and be scrolled. */
export function useReachable(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current === null) return;
    if (place.current.querySelector(GOES_TO) === null) place.current.tabIndex = 0;
    else place.current.removeAttribute('tabindex');
  });
  return place;
}
