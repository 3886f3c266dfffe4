import type { DataTableBlock } from '@slack/types';

export type DataCell = DataTableBlock['rows'][number][number];

/** The words of any value: of rich text, the texts of all its parts. */
const wordsIn = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  if ('text' in value && typeof value.text === 'string') return value.text;
  return 'elements' in value ? wordsIn(value.elements) : '';
};

/** A cell with the text by which it is sorted. */
export const readCell = (cell: DataCell): { cell: DataCell; text: string } => ({
  cell,
  text: cell.type === 'rich_text' ? wordsIn(cell) : cell.text,
});
