import type { DataTableBlock } from '@slack/types';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../frame/Icon.tsx';
import { inOrder } from '../text/in-order.ts';
import { Cell } from './Cell.tsx';
import { readCell } from './cell.ts';
import { Pages } from './Pages.tsx';
import { nextSorting, type Sorting, sorted } from './sorting.ts';

const ariaSort = (sorting: Sorting, column: number): 'ascending' | 'descending' | 'none' => {
  if (sorting?.column !== column) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
};

const SORT_ICONS = { ascending: 'up', descending: 'down', none: 'sort' } as const;

/** Short words stay on one line: a reference, a date, a number of days; the longer a text, the more room it keeps. */
const widthOf = (text: string): string => {
  if (text.length <= 12) return 'cell-short';
  return text.length <= 30 ? 'cell-middling' : 'cell-long';
};

/** A table with its caption: sorted by pressing a column's head, leafed through by pages. */
export function DataTable({ of }: { of: DataTableBlock }) {
  const [sorting, setSorting] = useState<Sorting>(null);
  const [page, setPage] = useState(0);
  const caption = useId();
  const [head = [], ...body] = of.rows.map((row) => row.map(readCell));
  const size = of.page_size ?? 5;
  const rowHead = of.row_header_column_index ?? 0;
  const shown = sorted(body, sorting).slice(page * size, (page + 1) * size);
  return (
    <div class="block-table">
      <p id={caption} class="table-caption" dir="auto">
        {of.caption}
      </p>
      <div class="table-scroll">
        <table aria-labelledby={caption}>
          <thead>
            <tr>
              {inOrder(head).map(([key, { text }]) => {
                const order = ariaSort(sorting, Number(key));
                return (
                  <th key={key} scope="col" aria-sort={order}>
                    <button
                      type="button"
                      class="sort"
                      onClick={() => {
                        setSorting(nextSorting(sorting, Number(key)));
                        setPage(0);
                      }}
                    >
                      {text}
                      <Icon name={SORT_ICONS[order]} />
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {inOrder(shown).map(([key, row]) => (
              <tr key={key}>
                {inOrder(row).map(([column, { cell, text }]) =>
                  Number(column) === rowHead ? (
                    <th key={column} scope="row" class={widthOf(text)} dir="auto">
                      <Cell of={cell} />
                    </th>
                  ) : (
                    <td key={column} class={widthOf(text)} dir="auto">
                      <Cell of={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pages page={page} size={size} count={body.length} turn={setPage} />
    </div>
  );
}
