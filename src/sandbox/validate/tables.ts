import { all, anything, boolean, byType, type Check, integer, list, oneOf, problem, shape, string } from './check.ts';
import { codePoints, SLACK_LIMITS } from './limits.ts';
import { isRecord } from './part.ts';

const MOST = { min: 1, max: 100_000 };

const rawText = shape({ text: string(MOST) });
const rawNumber = shape({
  value: (value, at) => (typeof value === 'number' ? [] : [problem('invalid_type', 'must provide a number', at)]),
  text: string(MOST),
});
const rich = shape({ elements: list(anything, { min: 1, max: 1_000 }) }, { block_id: string(SLACK_LIMITS.blockId) });

const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: rich });

const rowsOf = (block: unknown): unknown[][] =>
  isRecord(block) && Array.isArray(block.rows) ? block.rows.filter((row) => Array.isArray(row)) : [];

const equalRows: Check = (block, at) => {
  const [first, ...rest] = rowsOf(block);
  return rest.flatMap((row, n) =>
    row.length === first?.length
      ? []
      : [problem('uneven_rows', 'all rows must have the same number of cells', `${at}/rows/${n + 1}`)],
  );
};

const plainHeading: Check = (block, at) =>
  (rowsOf(block)[0] ?? []).flatMap((each, n) =>
    isRecord(each) && each.type === 'rich_text'
      ? [problem('unsupported_type', 'unsupported type: rich_text', `${at}/rows/0/${n}/type`)]
      : [],
  );

/** The older table: any cells, no heading of its own. */
export const table: Check = shape(
  { rows: list(list(cell, SLACK_LIMITS.tableCells), SLACK_LIMITS.tableRows) },
  {
    block_id: string(SLACK_LIMITS.blockId),
    column_settings: list(shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }), {
      min: 0,
      max: SLACK_LIMITS.tableCells.max,
    }),
  },
);

/** The table with pages: a heading, even rows and a caption. */
export const dataTable: Check = all(
  shape(
    {
      caption: string(SLACK_LIMITS.textObject),
      rows: list(list(cell, SLACK_LIMITS.tableCells), SLACK_LIMITS.dataTableRows),
    },
    {
      block_id: string(SLACK_LIMITS.blockId),
      page_size: integer(SLACK_LIMITS.dataTablePage),
      row_header_column_index: integer({ min: 0, max: SLACK_LIMITS.tableCells.max - 1 }),
    },
  ),
  equalRows,
  plainHeading,
);

/** Characters in the cells of a table. */
export const cellText = (block: unknown): number =>
  rowsOf(block)
    .flat()
    .reduce<number>((sum, each) => sum + (isRecord(each) ? codePoints(String(each.text ?? each.value ?? '')) : 0), 0);
