import { type Drawn, INK, line, textAt } from './drawn.ts';
import { hatched, shapeAt } from './marks.ts';
import type { TimelineRow } from './timeline.ts';

/** What a shape means. */
interface Sign {
  words: string;
  occursIn(rows: readonly TimelineRow[]): boolean;
  /** Drawn from `x` on, within 34 pixels. */
  draw(x: number, y: number): Drawn[];
}

export interface PlacedSign {
  sign: Sign;
  x: number;
  y: number;
}

const SIGN = 42;
const BETWEEN = 28;
const LINE = 26;

const isShaped = (shape: TimelineRow['shape']) => (rows: readonly TimelineRow[]) =>
  rows.some((row) => row.shape === shape);
const track = (x: number, y: number, dash?: number[]): Drawn =>
  line([x, y], [x + 26, y], { stroke: INK.accent, width: 2, ...(dash ? { dash } : {}) });

const SIGNS: readonly Sign[] = [
  {
    words: 'date ahead',
    occursIn: isShaped('open'),
    draw: (x, y) => [track(x, y), shapeAt('open', x + 26, y)],
  },
  {
    words: 'extended: from, until',
    occursIn: (rows) => rows.some((row) => row.extendedFrom !== null),
    draw: (x, y) => [
      ...[-2.5, 2.5].map((off) => line([x + 6, y + off], [x + 28, y + off], { stroke: INK.accent, width: 1.5 })),
      shapeAt('silent', x + 6, y),
      shapeAt('extended', x + 28, y),
    ],
  },
  {
    words: 'to be confirmed',
    occursIn: isShaped('unconfirmed'),
    draw: (x, y) => [track(x, y, [5, 4]), shapeAt('unconfirmed', x + 26, y)],
  },
  {
    words: 'passed, no outcome on record',
    occursIn: isShaped('passed'),
    draw: (x, y) => [shapeAt('passed', x + 22, y)],
  },
  { words: 'completed', occursIn: isShaped('completed'), draw: (x, y) => [shapeAt('completed', x + 22, y)] },
  {
    words: 'time for an extension request, if more time is needed',
    occursIn: (rows) => rows.some((row) => row.requestBy !== null),
    draw: (x, y) => [hatched(x, x + 32, y)],
  },
];

/** The signs that occur in `rows`, side by side in as many lines as they need. */
export function legendLines(
  rows: readonly TimelineRow[],
  { left, right, top }: { left: number; right: number; top: number },
  widthOf: (words: string) => number,
): readonly PlacedSign[] {
  let [x, y] = [left, top];
  return SIGNS.filter(({ occursIn }) => occursIn(rows)).map((sign) => {
    const width = SIGN + widthOf(sign.words);
    if (x > left && x + width > right) [x, y] = [left, y + LINE];
    const placed = { sign, x, y };
    x += width + BETWEEN;
    return placed;
  });
}

export const signOf = ({ sign, x, y }: PlacedSign, size: number): Drawn[] => [
  ...sign.draw(x, y),
  textAt(sign.words, { x: x + SIGN, y, size, fill: INK.soft }),
];
