import type { CustomSeriesRenderItemReturn } from 'echarts';
import { FONT_FAMILY, type Weight } from './font.ts';

/** One element that echarts draws. */
export type Drawn = NonNullable<CustomSeriesRenderItemReturn>;

/** One ink for all dates: how a date stands is told by shape and words. */
export const INK = {
  text: '#1b2733',
  soft: '#4f5d69',
  accent: '#1d4e89',
  line: '#9aa7b3',
  grid: '#e7ebef',
} as const;

export interface TextStyle {
  x: number;
  /** The middle of the letters. */
  y: number;
  size: number;
  weight?: Weight;
  fill?: string;
}

export const textAt = (text: string, { x, y, size, weight = 400, fill = INK.text }: TextStyle): Drawn => ({
  type: 'text',
  style: { text, x, y, fill, verticalAlign: 'middle', fontSize: size, fontWeight: weight, fontFamily: FONT_FAMILY },
});

type Point = readonly [number, number];

export const line = (
  [x1, y1]: Point,
  [x2, y2]: Point,
  { stroke, width, dash }: { stroke: string; width: number; dash?: number[] },
): Drawn => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style: { stroke, lineWidth: width, fill: 'none', ...(dash ? { lineDash: dash } : {}) },
});
