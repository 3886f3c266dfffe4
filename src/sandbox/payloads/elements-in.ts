import type { SeenBlock } from '../protocol.ts';
import { isRecord, type Part } from '../validate/part.ts';

/** A control and where it stands. */
export interface Placed {
  blockId: string;
  actionId: string;
  element: Part & { type: string };
  /** The input block around it; null for buttons and selects among other content. */
  input: { optional: boolean } | null;
}

const place = (blockId: string, element: unknown, input: Placed['input']): Placed[] => {
  if (!isRecord(element) || typeof element.action_id !== 'string' || typeof element.type !== 'string') return [];
  return [{ blockId, actionId: element.action_id, element: { ...element, type: element.type }, input }];
};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Every control in `blocks`, in order. */
export const elementsIn = (blocks: readonly SeenBlock[]): Placed[] =>
  (blocks as readonly unknown[]).flatMap((block) => {
    if (!isRecord(block)) return [];
    const id = String(block.block_id ?? '');
    switch (block.type) {
      case 'section':
        return place(id, block.accessory, null);
      case 'actions':
        return listed(block.elements).flatMap((element) => place(id, element, null));
      case 'input':
        return place(id, block.element, { optional: block.optional === true });
      case 'container':
        return elementsIn(listed(block.child_blocks) as readonly SeenBlock[]);
      default:
        return [];
    }
  });
