import { useEffect, useRef, useState } from 'preact/hooks';
import type { InputState } from '../../protocol.ts';
import { useSurface } from './surface.ts';

/** Presses an element; `busy` until the app has acknowledged, during which further presses do nothing. */
export function usePress(blockId: string, actionId: string): { busy: boolean; press(input?: InputState): void } {
  const surface = useSurface();
  const [busy, setBusy] = useState(false);
  const shown = useRef(true);
  useEffect(
    () => () => {
      shown.current = false;
    },
    [],
  );
  const done = () => {
    if (shown.current) setBusy(false);
  };
  return {
    busy,
    press: (input) => {
      if (busy) return;
      setBusy(true);
      surface.press(blockId, actionId, input).then(done, done);
    },
  };
}
