import type { SandboxIds } from '../ids.ts';
import type { SeenBlock } from '../protocol.ts';
import { ELEMENTS } from '../validate/elements.ts';
import { isRecord, type Part } from '../validate/part.ts';

const shortId = (ids: SandboxIds): string => ids.next('').slice(-6);

/** `blocks`, already found valid, with a block_id and action_id wherever the app gave none. */
export function identified(blocks: readonly unknown[], ids: SandboxIds): SeenBlock[] {
  const element = (part: unknown): unknown =>
    isRecord(part) && typeof part.type === 'string' && part.type !== 'image' && Object.hasOwn(ELEMENTS, part.type)
      ? { ...part, action_id: part.action_id ?? shortId(ids) }
      : part;
  const block = (part: unknown): unknown => {
    if (!isRecord(part)) return part;
    const whole: Part = { ...part, block_id: part.block_id ?? shortId(ids) };
    if (whole.accessory !== undefined) whole.accessory = element(whole.accessory);
    if (whole.element !== undefined) whole.element = element(whole.element);
    if (whole.type === 'actions' && Array.isArray(whole.elements)) whole.elements = whole.elements.map(element);
    if (Array.isArray(whole.child_blocks)) whole.child_blocks = whole.child_blocks.map(block);
    return whole;
  };
  return blocks.map(block) as SeenBlock[];
}
