import { dateInText, dateSeenFrom, longDate, span } from '../../blocks/dates.ts';
import { numberWord } from '../../blocks/words.ts';
import { day } from '../../treaty/day.ts';
import type { Tongue } from './tongue.ts';

/** `text` without what only tells two uses of it apart. */
const said = (text: string): string => text.replace(/\|[a-z]+$/, '');

/** English: what is said is what stands in the code. */
export const ENGLISH_TONGUE: Tongue = {
  language: 'en',
  say: (sentence, ...filled) =>
    sentence.map((part, at) => `${at === sentence.length - 1 ? said(part) : part}${filled[at] ?? ''}`).join(''),
  known: (text) => text,
  number: numberWord,
  long: longDate,
  seen: dateSeenFrom,
  inText: dateInText,
  month: (text) => longDate(day(`${text}-01`)).replace(/^\d+ /, ''),
  span,
  listed: (names, joint = 'and') =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`,
  stateName: (_, english) => english,
  stateInSentence: (_, english) => english,
  meetingName: (_, english) => english,
};
