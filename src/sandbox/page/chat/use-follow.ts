import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SeenMessage } from '../../protocol.ts';
import { useNames } from '../text/names.ts';

/** Within this many pixels of its end a list counts as read to the end. */
const NEAR_END = 80;

/** Pixels of air over what comes first in sight. */
const ABOVE = 8;

/** Keeps the newest message in sight: its beginning where it is taller than the list, else the end of the list. */
export function useFollow(messages: readonly SeenMessage[]): {
  list: RefObject<HTMLDivElement | null>;
  onScroll(): void;
} {
  const { me } = useNames();
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const placed = useRef(0);
  const seen = useRef<string | undefined>(undefined);
  const height = useRef(0);
  useLayoutEffect(() => {
    const at = list.current;
    if (at === null) return;
    const last = messages.at(-1);
    const isNew = last?.ts !== seen.current;
    const unchanged = !isNew && at.scrollHeight === height.current;
    seen.current = last?.ts;
    height.current = at.scrollHeight;
    if (isNew && (last?.ephemeral || last?.author.id === me)) follows.current = true;
    if (unchanged || !follows.current) return;
    const end = at.scrollHeight - at.clientHeight;
    // The lines over it, the day and "New", belong to it.
    const newest = [...at.querySelectorAll('article')].at(-1)?.parentElement;
    const top = newest ? newest.offsetTop - ABOVE : end;
    const untouched = Math.abs(at.scrollTop - placed.current) < 2;
    at.scrollTop = isNew || untouched ? Math.min(end, top) : end;
    placed.current = at.scrollTop;
  });
  const onScroll = () => {
    const at = list.current;
    if (at === null || Math.abs(at.scrollTop - placed.current) < 2) return;
    follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_END;
  };
  return { list, onScroll };
}
