import { kindWithArticle } from '../../blocks/clock-words.ts';
import { dateSeenFrom, daysSeenFrom, shortDate } from '../../blocks/dates.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { counted, listed } from '../../blocks/words.ts';
import type { Day } from '../../treaty/day.ts';
import type { Dates, Heading } from './compose.ts';
import type { Line } from './line.ts';

const MOST_NAMES = 12;
const MOST_LINES = 3;

/**
 * The first line: the next date, and what has passed unless that is `toldBelow`; where nothing lies ahead, what is on record
 * instead.
 */
export function answerOf({ groups, next, asOf }: Dates, toldBelow = false): Mrkdwn {
  const inGroups = (...headings: readonly Heading[]): readonly Line[] =>
    groups.filter(({ heading }) => headings.includes(heading)).flatMap(({ lines }) => lines);
  const passed = inGroups('passed').map((line) => `${names([line])}, ${kindWithArticle(line)}, ${shortDate(line.due)}`);
  const outcome = passed.length === 0 ? null : `Passed, no outcome on record: ${few(passed)}.`;
  if (next !== null) {
    const first = md`*Next: ${nextWords(next, asOf)}.*`;
    return outcome === null || toldBelow ? first : md`${first}\n${outcome}`;
  }
  if (outcome !== null) return md`*${outcome}*`;
  const [first] = groups;
  switch (first?.heading) {
    case undefined:
      return md`*No such date is on record* under Articles 3, 4 and 7.`;
    case 'unconfirmed':
      return md`*To be confirmed: ${names(inGroups('unconfirmed'))}.*`;
    case 'listed':
      return md`*Not yet received, according to one source; to be confirmed: ${names(inGroups('listed'))}.*`;
    case 'completed':
      return md`*${doneWords(inGroups('completed'))}*`;
    default:
      return md`*${nothingOnRecord(datesIn(inGroups('silent')))}.*`;
  }
}

/** Obligations are completed; reports and requests are on record, and completing is not said of them. */
function doneWords(lines: readonly Line[]): string {
  const obligations = lines.filter(({ kind }) => kind === 'clearance' || kind === 'stockpile');
  const reports = lines.filter(({ kind }) => kind === 'initial_report' || kind === 'annual_report');
  const requests = lines.filter(({ kind }) => kind === 'extension_request');
  return [
    ...(obligations.length === 0 ? [] : [`Completed: ${names(obligations)}.`]),
    ...(reports.length === 0 ? [] : [`Report on record: ${names(reports)}.`]),
    ...(requests.length === 0 ? [] : [`Extension request on record: ${names(requests)}.`]),
  ].join(' ');
}

/** "For 186 past dates the desk has nothing on record: that is the desk's gap, not the States'". */
export const nothingOnRecord = (dates: number): string =>
  `For ${counted(dates, 'past date')} the desk has nothing on record: that is the desk's gap, not the ${dates === 1 ? "State's" : "States'"}`;

const datesIn = (lines: readonly Line[]): number => lines.reduce((sum, { clocks }) => sum + clocks.length, 0);

const few = (parts: readonly string[]): string =>
  parts.length <= MOST_LINES
    ? parts.join('; ')
    : `${parts.slice(0, MOST_LINES).join('; ')}; and ${parts.length - MOST_LINES} more`;

/** The States of some lines, each once, in the order of the lines. */
function names(lines: readonly Line[]): string {
  const all = [...new Set(lines.flatMap(({ everyone, entries }) => everyone ?? entries.map(({ name }) => name)))];
  const inText = all.map((name) => (name.startsWith('All States') ? `all${name.slice(3)}` : name));
  const more = inText.length - MOST_NAMES;
  return more <= 0 ? listed(inText) : `${inText.slice(0, MOST_NAMES).join(', ')} and ${more} more`;
}

const nextWords = (line: Line, asOf: Day): string =>
  line.kind === 'extension_request'
    ? `${names([line])}, extension request (Art. ${line.article}) by ${dateSeenFrom(asOf, line.due)}, ${daysSeenFrom(asOf, line.due)}, if more time is needed`
    : `${names([line])}, ${kindWithArticle(line)}, ${dateSeenFrom(asOf, line.due)}, ${daysSeenFrom(asOf, line.due)}`;
