import { useState } from 'preact/hooks';

/** How far something is being moved: whole days, and minutes in quarters of an hour. */
export interface Shift {
  days: number;
  minutes: number;
}

const NONE: Shift = { days: 0, minutes: 0 };
const STEP = 15;
const KEYS: Readonly<Record<string, Shift>> = {
  ArrowUp: { days: 0, minutes: -STEP },
  ArrowDown: { days: 0, minutes: STEP },
  ArrowLeft: { days: -1, minutes: 0 },
  ArrowRight: { days: 1, minutes: 0 },
};

interface DragParts {
  /** Pixels of an hour; 0 where there are whole days alone. */
  hour: number;
  /** Called when it has been let go somewhere else. */
  moved(shift: Shift): void;
  /** Called when it was pressed and not moved. */
  opened(): void;
}

/** Moves something by the pointer, or with Shift and the arrow keys. */
export function useDrag({ hour, moved, opened }: DragParts) {
  const [from, setFrom] = useState<{ x: number; y: number; width: number } | null>(null);
  const [shift, setShift] = useState(NONE);
  const isMoved = shift.days !== 0 || shift.minutes !== 0;
  return {
    shift: from === null ? NONE : shift,
    held: from !== null,
    on: {
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
        const column = event.currentTarget.closest('[data-day]') ?? event.currentTarget;
        event.currentTarget.setPointerCapture(event.pointerId);
        setShift(NONE);
        setFrom({ x: event.clientX, y: event.clientY, width: Math.max(1, column.getBoundingClientRect().width) });
      },
      onPointerMove(event: PointerEvent) {
        if (from === null) return;
        const days = Math.round((event.clientX - from.x) / from.width);
        const minutes = hour === 0 ? 0 : Math.round((((event.clientY - from.y) / hour) * 60) / STEP) * STEP;
        setShift({ days, minutes });
      },
      onPointerUp() {
        if (from === null) return;
        setFrom(null);
        if (isMoved) moved(shift);
      },
      onPointerCancel: () => setFrom(null),
      onClick() {
        if (isMoved) setShift(NONE);
        else opened();
      },
      onKeyDown(event: KeyboardEvent) {
        const step = event.shiftKey ? KEYS[event.key] : undefined;
        if (step === undefined || (hour === 0 && step.minutes !== 0)) return;
        event.preventDefault();
        moved(step);
      },
    },
  };
}
