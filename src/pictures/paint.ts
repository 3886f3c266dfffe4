import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Day } from '../treaty/day.ts';
import { type Drawn, INK, line, textAt } from './drawn.ts';
import { FONT_FAMILY, type Measure } from './font.ts';
import { EDGE, type Layout, LINE, SIZES, WIDTH } from './layout.ts';
import { signOf } from './legend.ts';
import { marksOf, windowOf } from './marks.ts';
import type { PlacedRow } from './placed-row.ts';
import { ticksOf } from './ticks.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The picture as echarts draws it: an axis of time on top, and each row by its own marks. */
export function optionOf(layout: Layout, measure: Measure): EChartsCoreOption {
  const { plot, axis, from, until, height } = layout;
  const ticks = ticksOf(from, until, plot.right - plot.left).map(instantOf);
  return {
    animation: false,
    useUTC: true,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT_FAMILY },
    grid: { left: plot.left, right: WIDTH - plot.right, top: plot.top, bottom: height - plot.bottom },
    xAxis: {
      type: 'time',
      position: 'top',
      min: instantOf(from),
      max: instantOf(until),
      axisLine: { show: false },
      axisTick: { show: false, customValues: ticks },
      splitLine: { show: true, customValues: ticks, lineStyle: { color: INK.grid, width: 1 } },
      axisLabel: {
        customValues: ticks,
        margin: plot.top - axis - SIZES.words / 2,
        fontFamily: FONT_FAMILY,
        fontSize: SIZES.words,
        color: INK.soft,
        formatter: (value: number, at: number) => tickWords(value, at === 0),
        rich: { year: { fontFamily: FONT_FAMILY, fontSize: SIZES.words, fontWeight: 600, color: INK.text } },
      },
    },
    yAxis: { type: 'value', min: 0, max: 1, show: false },
    series: [
      {
        type: 'custom',
        coordinateSystem: 'none',
        silent: true,
        data: [0],
        renderItem: () => ({ type: 'group', children: everything(layout, measure) }),
      } satisfies CustomSeriesOption,
    ],
  };
}

const instantOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The year in bold where it begins, else the month; the first month with its year. */
function tickWords(value: number, first: boolean): string {
  const [year = '', month = ''] = new Date(value).toISOString().split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return month === '01' ? `{year|${year}}` : first ? `${name} ${year}` : name;
}

function everything(layout: Layout, measure: Measure): Drawn[] {
  const { timeline, plot, today, subtitle, headings, rows, labels, legend, foot } = layout;
  const todayWidth = measure(timeline.asOfWords, SIZES.words, 600);
  return [
    textAt(timeline.title, { x: EDGE, y: 40, size: SIZES.title, weight: 600 }),
    ...subtitle.map(({ words, y }) => textAt(words, { x: EDGE, y, size: SIZES.subtitle, fill: INK.soft })),
    ...labels.flatMap((label) => labelOf(label, plot)),
    ...[plot.top, plot.bottom].map((y) => line([plot.left, y], [plot.right, y], { stroke: INK.line, width: 1 })),
    ...rows.map(({ y }) => line([plot.left, y], [plot.right, y], { stroke: INK.grid, width: 1 })),
    textAt(timeline.asOfWords, {
      x: Math.max(plot.left, Math.min(today - todayWidth / 2, plot.right - todayWidth)),
      y: plot.bottom + 16,
      size: SIZES.words,
      weight: 600,
    }),
    ...headings.map(({ words, y }) => textAt(words, { x: EDGE, y, size: SIZES.heading, weight: 600 })),
    ...rows.flatMap((row) => rowOf(row, today, measure)),
    ...legend.flatMap((sign) => signOf(sign, SIZES.small)),
    ...foot.map(({ words, y }) => textAt(words, { x: EDGE, y, size: SIZES.small, fill: INK.soft })),
  ];
}

function labelOf({ words, x, y, at, today }: Layout['labels'][number], { bottom }: Layout['plot']): Drawn[] {
  const fill = today ? INK.text : INK.accent;
  return [
    line([at, y - 9], [at, bottom + (today ? 5 : 0)], {
      stroke: fill,
      width: today ? 1.5 : 1,
      ...(today ? {} : { dash: [2, 3] }),
    }),
    textAt(words, { x, y, size: SIZES.words, fill, weight: today ? 600 : 400 }),
  ];
}

function rowOf(placed: PlacedRow, today: number, measure: Measure): Drawn[] {
  const { row, name, y, words } = placed;
  const first = y - ((name.length - 1) * LINE) / 2;
  const width = measure(row.words, SIZES.words, 400);
  return [
    ...name.map((part, at) => textAt(part, { x: EDGE, y: first + at * LINE, size: SIZES.name })),
    ...windowOf(placed, today),
    ...marksOf(placed, today),
    // Where a line passes behind the words it gives way.
    { type: 'rect', shape: { x: words - 3, y: y - 10, width: width + 6, height: 20 }, style: { fill: '#ffffff' } },
    textAt(row.words, { x: words, y, size: SIZES.words }),
  ];
}
