import type { Day } from '../treaty/day.ts';
import { day } from '../treaty/day.ts';
import type { Clock, VagueDate } from '../treaty/facts.ts';
import { THEME_WORDS, type Theme } from '../treaty/theme.ts';
import { kindWithArticle } from './clock-words.ts';
import type { Tongue } from './tongue/tongue.ts';

/** When something was completed, as vague as its source: "completed by August 2019", "completed 10 July 2020". */
export function completedWords(completed: VagueDate | null, { say, long, month }: Tongue): string {
  if (completed === null) return say`completed`;
  const { text, precision } = completed;
  if (text === '') return say`completed on a date not on record`;
  const by = precision === 'by';
  if (text.length === 4) return by ? say`completed by ${text}|month` : say`completed ${text}|month`;
  if (text.length === 7) return by ? say`completed by ${month(text)}|month` : say`completed ${month(text)}|month`;
  return by ? say`completed by ${long(day(text))}` : say`completed ${long(day(text))}`;
}

/** What stands in a table for a clearance or stockpile deadline; `written` writes its date. */
export function deadlineCell(
  clock: Clock | undefined,
  tongue: Tongue,
  written: (due: Day) => string = tongue.long,
): string {
  const { say } = tongue;
  if (clock === undefined) return '–';
  if (clock.status === 'completed') return completedWords(clock.completed, tongue);
  if (clock.status === 'uncertain') return say`to be confirmed`;
  if (clock.status === 'extended')
    return clock.confidence === 'high'
      ? say`${written(clock.due)}, extended`
      : say`${written(clock.due)}, extended, to be confirmed`;
  return clock.status === 'overdue' ? say`${written(clock.due)}, passed, no outcome on record` : written(clock.due);
}

/** "survey and clearance (Article 4)" where a clock runs under the article, else the name alone; as it follows "for". */
export function themeUnderstood(theme: Theme, tongue: Tongue): string {
  const { name, article } = THEME_WORDS[theme];
  return withArticle(theme, tongue.known(`with ${name}`).replace(/^with /, ''), article, tongue);
}

/** The same, standing alone. */
export function themeAlone(theme: Theme, tongue: Tongue): string {
  const { name, article } = THEME_WORDS[theme];
  return withArticle(theme, tongue.known(name), article, tongue);
}

const withArticle = (theme: Theme, name: string, article: string | null, { say }: Tongue): string =>
  theme === 'SURVEY_AND_CLEARANCE' || theme === 'STOCKPILE_DESTRUCTION'
    ? say`${name} (Article ${article ?? ''})`
    : name;

/** One date of the treaty in a sentence, as it is seen from `asOf`: "clearance (Art. 4), 1 May 2021". The date itself is always in it. */
export const clockSentence = (clock: Clock, asOf: Day, tongue: Tongue): string =>
  `${kindWithArticle(clock, tongue)}, ${stateOf(clock, asOf, tongue)}`;

function stateOf(clock: Clock, asOf: Day, tongue: Tongue): string {
  const { say } = tongue;
  const due = tongue.inText(asOf, clock.due);
  const meeting = clock.meeting ?? '';
  if (clock.kind === 'extension_request') {
    if (clock.status === 'completed') return say`due ${due} for the ${meeting}, submitted${doneOn(clock, tongue)}`;
    return clock.confidence === 'low'
      ? say`by ${due} for the ${meeting}, if more time is needed; whether there is anything to extend is to be confirmed`
      : say`by ${due} for the ${meeting}, if more time is needed`;
  }
  if (clock.article === 7) {
    if (clock.status === 'completed') return say`due ${due}, received${doneOn(clock, tongue)}`;
    if (clock.status === 'open') return due;
    return clock.status === 'overdue'
      ? say`due ${due}, listed by a source as outstanding`
      : say`due ${due}, receipt not on record`;
  }
  if (clock.status === 'completed') return say`${completedWords(clock.completed, tongue)} (deadline ${due})`;
  if (clock.status === 'uncertain') return say`to be confirmed (${due} on record)`;
  return deadlineCell(clock, tongue, (on) => tongue.inText(asOf, on));
}

/** " 3 January 2020", as it follows "submitted" or "received"; empty where nothing is on record. */
function doneOn({ completed }: Clock, tongue: Tongue): string {
  if (completed === null) return '';
  const { text, precision } = completed;
  const { say, long, month } = tongue;
  const by = precision === 'by';
  if (text === '') return say` on a date not on record`;
  if (text.length < 10) {
    const period = text.length === 4 ? text : month(text);
    return by ? say` by ${period}|month` : say` ${period}|month`;
  }
  return by ? say` by ${long(day(text))}` : say` ${long(day(text))}`;
}
