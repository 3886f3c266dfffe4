import { kindWithArticle } from '../../blocks/clock-words.ts';
import { daysSeenFrom, shortDate } from '../../blocks/dates.ts';
import { type Day, daysBetween } from '../../treaty/day.ts';
import type { Clock } from '../../treaty/facts.ts';
import { readStatuses } from '../../treaty/read-status.ts';
import type { Dates, Group } from './compose.ts';
import type { Entry, Line } from './line.ts';
import { dueWords } from './lines.ts';

/** One row of the table: one date of one State, or one that all owe. */
export interface Row {
  name: string;
  what: string;
  due: string;
  /** From the as-of date on; negative for days gone by. */
  days: number;
  /** A dash for what is completed or on record: nothing runs any more. */
  daysInWords: string;
  standing: string;
}

/** The rows of `groups` in date order, then in the order in which their States are named. */
export function rowsOf(groups: readonly Group[], { asOf }: Pick<Dates, 'asOf'>): readonly Row[] {
  return groups
    .flatMap(({ lines }) => lines)
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .flatMap((line) => rowsOfLine(line, asOf));
}

function rowsOfLine(line: Line, asOf: Day): readonly Row[] {
  const row = (name: string, standing: string, settled = false): Row => ({
    name,
    what: kindWithArticle(line),
    due: dueWords(line, asOf),
    days: daysBetween(asOf, line.due),
    daysInWords: settled ? '–' : daysSeenFrom(asOf, line.due),
    standing,
  });
  if (line.everyone !== null) return [row(line.everyone, line.remark ?? 'open')];
  return line.clocks.flatMap((clock, at) => {
    const entry = line.entries[at];
    return entry === undefined ? [] : [row(entry.name, standingOf(clock, entry, asOf), clock.status === 'completed')];
  });
}

/** How a date stands, in words, with what is on record beside it. */
function standingOf(clock: Clock, { remark, toBeConfirmed, extends: until }: Entry, asOf: Day): string {
  const said = (...parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join(' · ');
  const [status = 'open'] = readStatuses(clock, asOf);
  if (clock.article === 7) return remark ?? status;
  const doubt = toBeConfirmed && 'to be confirmed';
  if (clock.kind === 'extension_request') {
    if (status === 'completed' || status === 'not on record') return said(remark, doubt);
    return said('if more time is needed', until !== null && `deadline ${shortDate(until)}`, doubt, remark);
  }
  switch (status) {
    case 'passed':
      return said('passed, no outcome on record', remark);
    case 'completed':
      return remark === null ? 'completed' : `completed ${remark}`;
    case 'to be confirmed':
      return said('to be confirmed', remark);
    default:
      return said(status, doubt, remark);
  }
}
