import { elementsIn, type Placed } from '../../src/sandbox/payloads/elements-in.ts';
import type { SeenBlock, SeenHome, SeenMessage, SeenModal, Where, WorldView } from '../../src/sandbox/protocol.ts';
import { isRecord } from '../../src/sandbox/validate/part.ts';

/** Something with controls on it: a message, a modal, App Home. */
export interface Screen {
  where: Where;
  blocks: readonly SeenBlock[];
}

export const messageScreen = ({ channel, ts, blocks }: SeenMessage): Screen => ({
  where: { kind: 'message', channel, ts },
  blocks,
});
export const modalScreen = ({ id, blocks }: SeenModal): Screen => ({ where: { kind: 'modal', viewId: id }, blocks });
export const homeScreen = ({ blocks }: SeenHome): Screen => ({ where: { kind: 'home' }, blocks });

/** A control with the words that stand on it: of a button its own, of another control its label or placeholder. */
export interface Control extends Placed {
  where: Where;
  label: string;
}

const wordsOn = (part: unknown): string => {
  if (!isRecord(part)) return '';
  return typeof part['text'] === 'string'
    ? part['text']
    : wordsOn(part['text'] ?? part['label'] ?? part['placeholder']);
};

/** Every control of a screen, in order. */
export const controlsOf = ({ where, blocks }: Screen): readonly Control[] =>
  elementsIn(blocks).map((placed) => {
    const block = blocks.find(({ block_id }) => block_id === placed.blockId);
    const label =
      placed.input === null ? wordsOn(placed.element) : wordsOn(block?.type === 'input' ? block.label : null);
    return { ...placed, where, label };
  });

const TOKENS = ['verbatim', 'emoji', 'type'];

function texts(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(texts);
  if (!isRecord(part)) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    if (TOKENS.includes(name)) return [];
    if (
      name === 'text' ||
      name === 'initial_value' ||
      name === 'initial_date' ||
      name === 'alt_text' ||
      name === 'caption'
    )
      return typeof value === 'string' ? [value] : texts(value);
    return texts(value);
  });
}

/** All that can be read on `blocks`, line after line: text, tables, labels, hints, what fields were filled with. */
export const wordsIn = (blocks: readonly SeenBlock[]): string => texts(blocks).join('\n');

/** All that can be read of a message: its plain text and its blocks. */
export const wordsOf = ({ text, blocks }: SeenMessage): string => [text, wordsIn(blocks)].join('\n');

/** Everything that a person can read anywhere, now. */
export const everythingSeen = ({ messages, home, modals, notices }: WorldView): string =>
  [
    ...Object.values(messages).flat().map(wordsOf),
    ...modals.map(({ title, blocks, errors }) => [title.text, wordsIn(blocks), ...Object.values(errors)].join('\n')),
    home === null ? '' : wordsIn(home.blocks),
    ...notices.map(({ text }) => text),
  ].join('\n');
