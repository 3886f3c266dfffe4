import type { TimelineRow } from './timeline.ts';

/** Where one row of a timeline stands, in pixels. */
export interface PlacedRow {
  row: TimelineRow;
  /** The name, in as many lines as it needs. */
  name: readonly string[];
  /** The middle of the row. */
  y: number;
  /** Where each of its days lies. */
  due: number;
  extendedFrom: number | null;
  requestBy: number | null;
  /** Where the words beside the date begin. */
  words: number;
}
