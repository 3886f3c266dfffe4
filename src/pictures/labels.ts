import type { Day } from '../treaty/day.ts';
import type { Measure } from './font.ts';
import type { Timeline } from './timeline.ts';

/** Words over a line of the picture. */
export interface PlacedLabel {
  words: string;
  x: number;
  y: number;
  /** The line to which they belong. */
  at: number;
  /** Today, or a day by which requests must be in. */
  today: boolean;
}

interface Space {
  x(day: Day): number;
  left: number;
  right: number;
  top: number;
  tier: number;
}

const SIZE = 13;

/** Sets the words over today and over the days for requests, each in the lowest tier where it meets no other. */
export function placeLabels(
  { asOf, asOfWords, requestDays }: Timeline,
  { x, left, right, top, tier }: Space,
  measure: Measure,
): { labels: readonly PlacedLabel[]; tiers: number } {
  const today = { at: x(asOf), words: asOfWords, today: true };
  const requests = requestDays
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, words }) => ({ at: x(day), words, today: false }));
  const taken: { from: number; until: number }[][] = [];
  const set = [today, ...requests].map((label) => {
    const width = measure(label.words, SIZE, label.today ? 600 : 400);
    // Today's stands before its line, the others behind theirs, as far as the picture goes.
    const wished = label.today ? label.at - 7 - width : label.at + 7;
    const from = Math.max(label.today ? left - 60 : left, Math.min(wished, right - width));
    const free = taken.findIndex((others) =>
      others.every((other) => from > other.until + 14 || from + width + 14 < other.from),
    );
    const own = free < 0 ? taken.length : free;
    taken[own] = [...(taken[own] ?? []), { from, until: from + width }];
    return { ...label, x: from, own };
  });
  const tiers = taken.length;
  return {
    tiers,
    labels: set.map(({ own, ...label }) => ({ ...label, y: top + (tiers - 1 - own) * tier + tier / 2 })),
  };
}
