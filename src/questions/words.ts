import { kindWithArticle } from '../blocks/clock-words.ts';
import { dateInText, longDate } from '../blocks/dates.ts';
import { type Day, day } from '../treaty/day.ts';
import type { Clock, VagueDate } from '../treaty/facts.ts';
import { THEME_WORDS, type Theme } from '../treaty/theme.ts';

/** A date as vague as its source: "by August 2019", "December 2016", "10 July 2020". */
function vagueWords({ text, precision }: VagueDate): string {
  const by = precision === 'by' ? 'by ' : '';
  if (text === '') return 'on a date not on record';
  if (text.length === 4) return `${by}${text}`;
  return text.length === 7 ? `${by}${longDate(day(`${text}-01`)).replace(/^\d+ /, '')}` : `${by}${longDate(day(text))}`;
}

/** What stands in a table for a clearance or stockpile deadline; `written` writes its date. */
export function deadlineCell(clock: Clock | undefined, written: (due: Day) => string = longDate): string {
  if (clock === undefined) return '–';
  if (clock.status === 'completed') return clock.completed ? `completed ${vagueWords(clock.completed)}` : 'completed';
  if (clock.status === 'uncertain') return 'to be confirmed';
  if (clock.status === 'extended')
    return `${written(clock.due)}, extended${clock.confidence === 'high' ? '' : ', to be confirmed'}`;
  return clock.status === 'overdue' ? `${written(clock.due)}, passed, no outcome on record` : written(clock.due);
}

/** "survey and clearance (Article 4)" where a clock runs under the article, else the name alone. */
export function themeUnderstood(theme: Theme): string {
  const { name, article } = THEME_WORDS[theme];
  return theme === 'SURVEY_AND_CLEARANCE' || theme === 'STOCKPILE_DESTRUCTION' ? `${name} (Article ${article})` : name;
}

/** One date of the treaty in a sentence, as it is seen from `asOf`: "clearance (Art. 4), 1 May 2021". The date itself is always in it. */
export const clockSentence = (clock: Clock, asOf: Day): string => `${kindWithArticle(clock)}, ${stateOf(clock, asOf)}`;

function stateOf(clock: Clock, asOf: Day): string {
  const due = dateInText(asOf, clock.due);
  const done = clock.completed ? ` ${vagueWords(clock.completed)}` : '';
  if (clock.kind === 'extension_request') {
    if (clock.status === 'completed') return `due ${due} for the ${clock.meeting}, submitted${done}`;
    const doubt = clock.confidence === 'low' ? '; whether there is anything to extend is to be confirmed' : '';
    return `by ${due} for the ${clock.meeting}, if more time is needed${doubt}`;
  }
  if (clock.article === 7) {
    if (clock.status === 'completed') return `due ${due}, received${done}`;
    if (clock.status === 'open') return due;
    return `due ${due}, ${clock.status === 'overdue' ? 'listed by a source as outstanding' : 'receipt not on record'}`;
  }
  if (clock.status === 'completed') return `completed${done} (deadline ${due})`;
  if (clock.status === 'uncertain') return `to be confirmed (${due} on record)`;
  return deadlineCell(clock, (on) => dateInText(asOf, on));
}
