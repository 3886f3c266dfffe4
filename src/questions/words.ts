import { kindWords } from '../blocks/clock-words.ts';
import { longDate } from '../blocks/dates.ts';
import { day } from '../treaty/day.ts';
import type { Clock, VagueDate } from '../treaty/facts.ts';
import { THEME_WORDS, type Theme } from '../treaty/theme.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as vague as its source: "by August 2019", "December 2016", "10 July 2020". */
function vagueWords({ text, precision }: VagueDate): string {
  const by = precision === 'by' ? 'by ' : '';
  if (text.length === 4) return `${by}${text}`;
  if (text.length === 7) return `${by}${MONTHS[Number(text.slice(5)) - 1] ?? ''} ${text.slice(0, 4)}`;
  return text === '' ? 'on a date not on record' : `${by}${longDate(day(text))}`;
}

/** What stands in a table for a clearance or stockpile deadline. */
export function deadlineCell(clock: Clock | undefined): string {
  if (clock === undefined) return '–';
  if (clock.status === 'completed') return clock.completed ? `completed ${vagueWords(clock.completed)}` : 'completed';
  if (clock.status === 'uncertain') return 'to be confirmed';
  if (clock.status === 'extended')
    return `${longDate(clock.due)}, extended${clock.confidence === 'high' ? '' : ', to be confirmed'}`;
  return clock.status === 'overdue' ? `${longDate(clock.due)}, passed, no outcome on record` : longDate(clock.due);
}

/** "survey and clearance (Article 4)" where a clock runs under the article, else the name alone. */
export function themeUnderstood(theme: Theme): string {
  const { name, article } = THEME_WORDS[theme];
  return theme === 'SURVEY_AND_CLEARANCE' || theme === 'STOCKPILE_DESTRUCTION' ? `${name} (Article ${article})` : name;
}

/** One date of the treaty in a sentence: "clearance (Art. 4) by 1 May 2021". */
export function clockSentence(clock: Clock): string {
  const what = `${kindWords(clock)} (Art. ${clock.article})`;
  if (clock.status === 'completed') {
    const word = clock.kind === 'clearance' || clock.kind === 'stockpile' ? 'completed' : 'received';
    return `${what}: ${word}${clock.completed ? ` ${vagueWords(clock.completed)}` : ''}`;
  }
  if (clock.kind === 'extension_request')
    return `${what}: by ${longDate(clock.due)} for the ${clock.meeting}, if more time is needed`;
  if (clock.status === 'uncertain') {
    return clock.article === 7
      ? `${what}: due ${longDate(clock.due)}, receipt not on record`
      : `${what}: to be confirmed (${longDate(clock.due)} on record)`;
  }
  if (clock.status === 'overdue')
    return clock.article === 7
      ? `${what}: due ${longDate(clock.due)}, listed by a source as outstanding`
      : `${what}: ${longDate(clock.due)}, passed, no outcome on record`;
  return `${what}: ${longDate(clock.due)}${clock.status === 'extended' ? `, extended${clock.confidence === 'high' ? '' : ' (to be confirmed)'}` : ''}`;
}
