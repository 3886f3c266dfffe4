import { useState } from 'preact/hooks';
import type { InputValues } from '../../protocol.ts';
import { useSeen } from '../world/world.ts';
import { Modal } from './Modal.tsx';

/** The modals that the app has opened: the last one in sight, those below keeping what was typed in them. */
export function Modals() {
  const { world } = useSeen();
  const [typed, setTyped] = useState<Readonly<Record<string, InputValues>>>({});
  const top = world.modals.at(-1);
  if (top === undefined) return null;
  return (
    <Modal
      key={top.id}
      of={top}
      depth={world.modals.length}
      typed={[
        typed[top.id] ?? {},
        (change) => setTyped((before) => ({ ...before, [top.id]: change(before[top.id] ?? {}) })),
      ]}
    />
  );
}
