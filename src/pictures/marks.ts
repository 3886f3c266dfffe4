import { type Drawn, INK, line } from './drawn.ts';
import type { PlacedRow } from './placed-row.ts';
import type { Shape } from './timeline.ts';

const R = 6;
const DASH = [5, 4];
const DOTS = [1, 4];

/** The track of a date from today on, and the shape that says how it stands; of a day gone by, dots lead to its words. */
export function marksOf({ row, y, due, extendedFrom }: PlacedRow, today: number): Drawn[] {
  const dash = row.shape === 'unconfirmed' ? { dash: DASH } : {};
  const track = (from: number, until: number, off = 0, width = 2): Drawn =>
    line([from, y + off], [until, y + off], { stroke: INK.accent, width, ...dash });
  const shape = shapeAt(row.shape, due, y);
  if (due <= today || row.shape === 'completed')
    return [
      ...(due < today - 2 ? [line([due + R, y], [today, y], { stroke: INK.line, width: 1.5, dash: DOTS })] : []),
      shape,
    ];
  if (extendedFrom === null) return [track(today, due), shape];
  return [
    ...(extendedFrom > today ? [track(today, extendedFrom)] : []),
    // What an extension added: two lines instead of one.
    track(extendedFrom, due, -2.5, 1.5),
    track(extendedFrom, due, 2.5, 1.5),
    shapeAt('silent', extendedFrom, y),
    shape,
  ];
}

/** The time left for a request, from today until the day by which it must be in: a hatched bar. */
export const windowOf = ({ y, requestBy }: PlacedRow, today: number): Drawn[] =>
  requestBy === null || requestBy <= today ? [] : [hatched(today, requestBy, y)];

const HALF = 7;
const STEP = 6;

export function hatched(from: number, until: number, y: number): Drawn {
  const strokes: string[] = [];
  for (let x = from - 2 * HALF + STEP; x < until; x += STEP) {
    const [start, end] = [Math.max(x, from), Math.min(x + 2 * HALF, until)];
    strokes.push(`M${start} ${y + HALF - (start - x)}L${end} ${y + HALF - (end - x)}`);
  }
  return {
    type: 'group',
    children: [
      {
        type: 'rect',
        shape: { x: from, y: y - HALF, width: until - from, height: 2 * HALF },
        style: { fill: '#f3f6f9', stroke: INK.line, lineWidth: 1 },
      },
      { type: 'path', shape: { pathData: strokes.join('') }, style: { fill: 'none', stroke: INK.line, lineWidth: 1 } },
    ],
  };
}

/** The shape of a date: filled for one that stands, hollow for one that does not. */
export function shapeAt(shape: Shape | 'silent', x: number, y: number): Drawn {
  const hollow = { fill: '#ffffff', stroke: INK.accent, lineWidth: 2 };
  const filled = { fill: INK.accent, stroke: '#ffffff', lineWidth: 1.5 };
  const square = { x: x - R + 0.5, y: y - R + 0.5, width: 2 * R - 1, height: 2 * R - 1 };
  switch (shape) {
    case 'open':
    case 'extended':
      return { type: 'circle', shape: { cx: x, cy: y, r: R }, style: filled };
    case 'unconfirmed':
      return {
        type: 'polygon',
        shape: {
          points: [
            [x, y - R - 1],
            [x + R + 1, y],
            [x, y + R + 1],
            [x - R - 1, y],
          ],
        },
        style: hollow,
      };
    case 'passed':
      return { type: 'rect', shape: square, style: hollow };
    case 'completed':
      return { type: 'rect', shape: square, style: filled };
    case 'silent':
      return { type: 'circle', shape: { cx: x, cy: y, r: R - 1 }, style: hollow };
  }
}
