import { button } from '../../blocks/build.ts';
import type { Mrkdwn } from '../../blocks/mrkdwn.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, TreatyRecord } from '../../treaty/facts.ts';
import { TIMELINE } from './card.ts';
import { composeDates, type Dates, type Heading } from './compose.ts';
import { bullet } from './lines.ts';
import { ALL_DATES, type Wanted } from './wanted.ts';

/** One line of the coming year's dates, in words and as data. */
interface DateInWords {
  text: Mrkdwn;
  due: Day;
  /** The States of the line; none where all owe it. */
  names: readonly string[];
  what: Clock['kind'];
  /** Ids of the facts that it rests on. */
  facts: readonly string[];
}

export interface DatesInWords {
  heading: Heading;
  meeting: { code: string; name: string; due: Day; lastWorkingDay: Day | null } | null;
  lines: readonly DateInWords[];
}

/** The button that has the dates of a day drawn, under a message of another feature. */
export const timelineOfDay = (asOf: Day) => button({ text: 'Timeline', action: TIMELINE, value: `as of ${asOf}` });

/** The treaty's dates of the coming year and those passed without an outcome, for other features to show; dates without their last working day; `only` of some regions or States. */
export function datesInWords(
  record: TreatyRecord,
  clocks: readonly Clock[],
  asOf: Day,
  only: Partial<Pick<Wanted, 'regions' | 'states'>> = {},
): { groups: readonly DatesInWords[]; furtherOn: Dates['furtherOn'] } {
  const dates = composeDates(record, clocks, { ...ALL_DATES, ...only }, asOf);
  const groups = dates.groups.map((group) => ({
    heading: group.heading,
    meeting: group.meeting,
    lines: group.lines.map((line) => ({
      text: bullet({ ...line, lastWorkingDay: null }, group, asOf),
      due: line.due,
      names: line.everyone ? [] : line.entries.map(({ name }) => name),
      what: line.kind,
      facts: line.clocks.flatMap((clock) => clock.facts),
    })),
  }));
  return { groups, furtherOn: dates.furtherOn };
}
