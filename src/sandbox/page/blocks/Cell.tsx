import type { DataCell } from './cell.ts';
import { readCell } from './cell.ts';
import { RichText } from './RichText.tsx';

/** A cell of a table. */
export const Cell = ({ of }: { of: DataCell }) => (of.type === 'rich_text' ? <RichText of={of} /> : readCell(of).text);
