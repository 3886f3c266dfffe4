import type { TableBlock } from '@slack/types';
import { useReachable } from '../frame/use-reachable.ts';
import { inOrder } from '../text/in-order.ts';
import { Cell } from './Cell.tsx';

/** The older table: its first row is drawn as its head, columns as their settings say. */
export function PlainTable({ of }: { of: TableBlock }) {
  const [head = [], ...rows] = of.rows;
  const settingOf = (column: string) => of.column_settings?.[Number(column)];
  const alignOf = (column: string) => `cell-${settingOf(column)?.align ?? 'left'}`;
  return (
    <div class="block-table">
      <div class="table-scroll" ref={useReachable()}>
        <table>
          <thead>
            <tr>
              {inOrder(head).map(([column, cell]) => (
                <th key={column} scope="col" class={`cell-head ${alignOf(column)}`} dir="auto">
                  <Cell of={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(rows).map(([key, row]) => (
              <tr key={key}>
                {inOrder(row).map(([column, cell]) => (
                  <td key={column} class={alignOf(column)} dir="auto">
                    <Cell of={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
