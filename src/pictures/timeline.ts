import type { Day } from '../treaty/day.ts';

/** How a date stands, told by its shape and in words, never by colour. */
export type Shape = 'open' | 'extended' | 'unconfirmed' | 'passed' | 'completed';

/** One date of one State, or one that many share. */
export interface TimelineRow {
  /** "Lebanon", "All States Parties". */
  name: string;
  due: Day;
  shape: Shape;
  /** The date as it was before an extension; null without one. */
  extendedFrom: Day | null;
  /** The day by which a request for an extension must be in; null where no meeting for it is known or the day has passed. */
  requestBy: Day | null;
  /** What stands beside the date: "1 Mar 2021 · to be confirmed". */
  words: string;
}

export interface TimelineSection {
  /** "Clearance (Art. 4)". */
  heading: string;
  rows: readonly TimelineRow[];
}

/** Dates along a line of time, as a picture shows them. */
export interface Timeline {
  title: string;
  /** As understood, and as of when. */
  subtitle: string;
  asOf: Day;
  /** The day of `asOf` at the line of today: "18 Nov 2019". */
  asOfWords: string;
  sections: readonly TimelineSection[];
  /** Days by which requests for an extension must be in, with what is said of them above the line. */
  requestDays: readonly { day: Day; words: string }[];
  /** Small print below: sources, what was left out. */
  foot: readonly string[];
}
