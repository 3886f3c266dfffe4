import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const GAP = 4;
const EDGE = 8;

function place(popup: HTMLElement, anchor: HTMLElement, align: 'start' | 'end'): void {
  const at = anchor.getBoundingClientRect();
  const below = innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  popup.style.maxHeight = '';
  const height = popup.offsetHeight;
  const up = height > below && above > below;
  popup.style.minWidth = `${Math.min(at.width, innerWidth - 2 * EDGE)}px`;
  popup.style.maxHeight = `${Math.max(up ? above : below, 96)}px`;
  const width = popup.offsetWidth;
  const left = align === 'start' ? at.left : at.right - width;
  popup.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  popup.style.top = up ? `${Math.max(EDGE, at.top - GAP - Math.min(height, above))}px` : `${at.bottom + GAP}px`;
}

interface PopupProps {
  anchor: RefObject<HTMLElement | null>;
  align?: 'start' | 'end';
  class?: string;
  children: ComponentChildren;
}

/** What opens beside `anchor`, above everything else on the page, and stays beside it when the page moves. */
export function Popup({ anchor, align = 'start', class: name, children }: PopupProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const popup = ref.current;
    const from = anchor.current;
    if (popup === null || from === null) return;
    popup.showPopover();
    const follow = () => place(popup, from, align);
    follow();
    const resized = new ResizeObserver(follow);
    resized.observe(popup);
    addEventListener('scroll', follow, true);
    addEventListener('resize', follow);
    return () => {
      resized.disconnect();
      removeEventListener('scroll', follow, true);
      removeEventListener('resize', follow);
    };
  }, [anchor, align]);
  return (
    <div ref={ref} popover="manual" class={`popup ${name ?? ''}`}>
      {children}
    </div>
  );
}
