import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Open {
  open: boolean;
  toggle(): void;
  /** Shuts it and puts focus back on the button. */
  shut(): void;
  /** The button that opens it. */
  button: RefObject<HTMLButtonElement | null>;
  /** What holds the button and what it opened; a press outside of it shuts it. */
  whole: RefObject<HTMLSpanElement | null>;
}

/** Something that a button opens beside itself, until Escape or a press elsewhere. */
export function useOpen(): Open {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement | null>(null);
  const whole = useRef<HTMLSpanElement | null>(null);
  const shut = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      shut();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', leave, true);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', leave, true);
    };
  }, [open]);
  return { open, toggle: () => setOpen(!open), shut, button, whole };
}
