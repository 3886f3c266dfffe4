import { type Day, daysBetween, lastWorkingDay, weekday, yearOf } from '../../treaty/day.ts';
import type { Catalogue } from './catalogue.ts';
import type { Tongue } from './tongue.ts';
import { unName } from './un-names.ts';

/** The key of a sentence in a catalogue: its English with {0}, {1} … for what is filled in. */
export const keyOf = (parts: readonly string[]): string =>
  parts.map((part, at) => (at === 0 ? part : `{${at - 1}}${part}`)).join('');

const filledIn = (template: string, filled: readonly (string | number)[]): string =>
  template.replace(/\{(\d+)\}/g, (_, at: string) => String(filled[Number(at)] ?? ''));

const MEETING = /^(\d+)(MSP|RC)$/;
const PREPARATORY = /^2RC-PREP(\d)$/;

/** A tongue made of a catalogue; what the catalogue lacks is said in English. */
export function tongueOf(catalogue: Catalogue): Tongue {
  const { date, language } = catalogue;
  const [months, shortMonths, weekdays, numbers, ordinals] = [
    catalogue.months,
    catalogue.shortMonths,
    catalogue.shortWeekdays,
    catalogue.numbers,
    catalogue.ordinals,
  ].map((line) => line.split(' '));
  const monthOf = (names: readonly string[] | undefined, text: string): string =>
    names?.[Number(text.slice(5, 7)) - 1] ?? '';
  const written = (shape: string, text: string, names: readonly string[] | undefined): string =>
    shape
      .replace('{d}', text.slice(8, 10) === '01' ? date.first : String(Number(text.slice(8, 10))))
      .replace('{m}', monthOf(names, text))
      .replace('{y}', text.slice(0, 4));
  const long = (on: Day): string => written(date.long, on, months);
  const short = (on: Day): string => written(`${date.seen} {y}`, on, shortMonths);
  const isNear = (today: Day, on: Day): boolean => daysBetween(today, on) >= 0 && daysBetween(today, on) <= 366;
  const seen = (today: Day, on: Day): string => {
    if (!isNear(today, on)) return short(on);
    const named = `${weekdays?.[weekday(on) - 1]} ${written(date.seen, on, shortMonths)}`;
    return yearOf(on) === yearOf(today) ? named : `${named} ${on.slice(0, 4)}`;
  };
  const say: Tongue['say'] = (sentence, ...filled) => {
    const key = keyOf(sentence);
    return filledIn(catalogue.sentences[key] ?? key.replace(/\|[a-z]+$/, ''), filled);
  };
  const listed: Tongue['listed'] = (names, joint = 'and') =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${catalogue[joint]} ${names.at(-1)}`;
  return {
    language,
    say,
    known: (text) => catalogue.names[text] ?? text,
    number: (n) => numbers?.[n] ?? String(n),
    long,
    seen,
    inText: (today, on) => {
      if (!isNear(today, on)) return long(on);
      const working = lastWorkingDay(on);
      return today === on || working === on
        ? seen(today, on)
        : say`${seen(today, on)} (last working day ${seen(today, working)})`;
    },
    month: (text) => written(date.month, text, months),
    span: spanOf,
    listed,
    stateName: (state, english) => unName(state, language)?.alone ?? english,
    stateInSentence: (state, english) => {
      const name = unName(state, language);
      return (catalogue.articles ? name?.inSentence : name?.alone) ?? english;
    },
    meetingName,
  };

  function meetingName(code: string, english: string): string {
    const [, number, type] = MEETING.exec(code) ?? [];
    const preparatory = PREPARATORY.exec(code)?.[1];
    const shape = preparatory ? catalogue.meetings.PREP : catalogue.meetings[type as 'MSP' | 'RC'];
    const ordinal = ordinals?.[Number(preparatory ?? number) - 1];
    return ordinal === undefined || shape === undefined
      ? (catalogue.names[english] ?? english)
      : shape.replace('{0}', ordinal);
  }

  function spanOf(start: string, end: string | null): string {
    if (start.length === 4) return start;
    if (start.length === 7) return written(date.month, start, shortMonths);
    const last = end === null || end.length < 10 ? start : end;
    const shown = (text: string): string => written(`${date.seen} {y}`, text, shortMonths);
    if (last === start) return shown(start);
    return last.slice(0, 7) === start.slice(0, 7)
      ? `${Number(start.slice(8))}–${shown(last)}`
      : `${shown(start)} – ${shown(last)}`;
  }
}
