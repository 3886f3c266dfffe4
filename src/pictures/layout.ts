import { addDays, type Day, daysBetween } from '../treaty/day.ts';
import type { Measure } from './font.ts';
import { type PlacedLabel, placeLabels } from './labels.ts';
import { legendLines, type PlacedSign } from './legend.ts';
import type { PlacedRow } from './placed-row.ts';
import type { Timeline } from './timeline.ts';
import { linesOf } from './wrap.ts';

export const WIDTH = 1_280;
export const SIZES = { title: 24, subtitle: 15, heading: 15, name: 15, words: 13, small: 12.5 } as const;

export const EDGE = 40;
const LONGEST_NAME = 250;
const ROW = 30;
const HEADING = 42;
const TIER = 22;
export const LINE = 20;
/** From a date's shape to its words. */
const GAP = 13;

interface Placed {
  words: string;
  y: number;
}

/** Where everything in a timeline stands, in pixels. */
export interface Layout {
  timeline: Timeline;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  /** The first and last day of the axis. */
  from: Day;
  until: Day;
  today: number;
  subtitle: readonly Placed[];
  /** The middle of the years and months over the axis. */
  axis: number;
  headings: readonly Placed[];
  rows: readonly PlacedRow[];
  labels: readonly PlacedLabel[];
  legend: readonly PlacedSign[];
  /** Lines of small print. */
  foot: readonly Placed[];
}

/** Sets out a timeline: names on the left, the words of each date to its right, wherever its date lies. */
export function layoutOf(timeline: Timeline, measure: Measure): Layout {
  const all = timeline.sections.flatMap(({ rows }) => rows);
  const names = new Map(all.map((row) => [row, linesOf(row.name, LONGEST_NAME, width(measure, SIZES.name))]));
  const widest = Math.max(
    ...timeline.sections.map(({ heading }) => measure(heading, SIZES.heading, 600)),
    ...[...names.values()].flat().map(width(measure, SIZES.name)),
  );
  const [left, right] = [EDGE + Math.ceil(widest) + 24, WIDTH - EDGE];
  const { from, scale } = scaleOf(timeline, right - left, measure);
  const x = (day: Day): number => left + daysBetween(from, day) * scale;
  const today = x(timeline.asOf);
  const subtitle = stacked(linesOf(timeline.subtitle, right - EDGE, width(measure, SIZES.subtitle)), 68);
  // The years stand over the lines of today and of requests, so that none crosses them.
  const axisAt = (subtitle.at(-1)?.y ?? 68) + 34;
  const { labels, tiers } = placeLabels(timeline, { x, left, right, top: axisAt + 12, tier: TIER }, measure);
  const top = axisAt + 12 + tiers * TIER + 4;
  const rows: PlacedRow[] = [];
  const headings: Placed[] = [];
  let y = top + 6;
  for (const section of timeline.sections) {
    headings.push({ words: section.heading, y: y + HEADING / 2 + 4 });
    y += HEADING;
    for (const row of section.rows) {
      const name = names.get(row) ?? [row.name];
      const height = ROW + (name.length - 1) * LINE;
      const due = x(row.due);
      rows.push({
        row,
        name,
        y: y + height / 2,
        due,
        extendedFrom: row.extendedFrom === null ? null : x(row.extendedFrom),
        requestBy: row.requestBy === null ? null : x(row.requestBy),
        words: Math.max(due, today) + GAP,
      });
      y += height;
    }
  }
  const bottom = y + 10;
  const legend = legendLines(all, { left: EDGE, right, top: bottom + 56 }, width(measure, SIZES.small));
  const small = stacked(
    timeline.foot.flatMap((words) => linesOf(words, right - EDGE, width(measure, SIZES.small))),
    (legend.at(-1)?.y ?? bottom + 30) + 36,
  );
  return {
    timeline,
    height: Math.round((small.at(-1)?.y ?? bottom + 40) + 30),
    plot: { left, right, top, bottom },
    from,
    until: addDays(from, Math.floor((right - left) / scale)),
    today,
    subtitle,
    axis: axisAt,
    headings,
    rows,
    labels,
    legend,
    foot: small,
  };
}

const width =
  (measure: Measure, size: number) =>
  (words: string): number =>
    measure(words, size, 400);

const stacked = (lines: readonly string[], y: number): readonly Placed[] =>
  lines.map((words, at) => ({ words, y: y + at * LINE }));

/** The first day of the axis, and how many pixels a day is wide: as many as let the words of every date end within `room`. */
function scaleOf({ asOf, sections }: Timeline, room: number, measure: Measure): { from: Day; scale: number } {
  const rows = sections.flatMap((section) => section.rows);
  const days = [
    asOf,
    ...rows.flatMap((row) => [row.due, row.extendedFrom ?? row.due, row.requestBy ?? row.due]),
  ].sort();
  const [first = asOf] = days;
  const last = days.at(-1) ?? asOf;
  const margin = Math.max(20, Math.round(daysBetween(first, last) * 0.03));
  const from = addDays(first, -margin);
  const ofRows = rows.map((row) => {
    const stands = row.due > asOf ? row.due : asOf;
    return (room - GAP - 4 - measure(row.words, SIZES.words, 400)) / Math.max(1, daysBetween(from, stands));
  });
  return { from, scale: Math.min(...ofRows, room / daysBetween(from, addDays(last, margin))) };
}
