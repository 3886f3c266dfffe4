import type { Block, Message } from '../../src/blocks/message.ts';

/** What the desk never says of a State in text that people read. */
export const FORBIDDEN = /\b(overdue|missed|failed|late|lately|needs help|in breach|violat\w*|non-complian\w*)\b/i;

/** All text of a message's blocks, one block to a line group, as a person reads it. */
export function readable(blocks: readonly Block[]): string {
  return blocks.map(textOf).join('\n');
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'section':
      return [block.text?.text, ...(block.fields ?? []).map(({ text }) => text)]
        .filter((text) => text !== undefined)
        .join('\n');
    case 'context':
      return block.elements.map((element) => ('text' in element ? element.text : '')).join('\n');
    case 'actions':
      return block.elements
        .map((element) =>
          element.type === 'overflow'
            ? `[⋯ ${element.options.map(({ text }) => text.text).join(' | ')}]`
            : 'text' in element
              ? `[${element.text?.text}]`
              : '',
        )
        .join(' ');
    case 'data_table':
      return JSON.stringify(block.rows);
    default:
      return '';
  }
}

/** Everything that a message shows anywhere. */
export const everything = ({ text, blocks, withoutTable }: Message): string =>
  [text, readable(blocks), readable(withoutTable ?? [])].join('\n');
