import { addYears, type Day, day, endOfMonth, parseDay } from '../treaty/day.ts';
import { fold } from './fold.ts';

/** A date as a person typed it: a day, a month or year as its first and last day, or one that no calendar has. */
export type WrittenDate =
  | { kind: 'day'; day: Day }
  | { kind: 'period'; from: Day; until: Day }
  | { kind: 'no_such_day'; text: string };

/** Which year a day without one belongs to: the last such day up to today, or the next from today on. */
export type Yearless = 'past' | 'ahead';

// How the names of the months begin in English, French and Spanish.
const MONTHS = [
  'jan ene',
  'feb fev',
  'mar',
  'apr avr abr',
  'may mai',
  'jun juin',
  'jul juil',
  'aug aou ago',
  'sep set',
  'oct',
  'nov',
  'dec dic',
].map((beginnings) => beginnings.split(' '));
const MONTH =
  '(jan(?:uary|vier|v)?|ene(?:ro)?|feb(?:ruary|rero)?|f[eé]v(?:rier)?|mar(?:ch|s|zo)?|apr(?:il)?|avr(?:il)?|abr(?:il)?|may(?:o)?|mai|june?|juin|junio|july?|juil(?:let)?|julio|aug(?:ust)?|ao[uû]t|agosto|sept?(?:ember|embre|iembre)?|setiembre|oct(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|d[eé]c(?:ember|embre)?|dic(?:iembre)?)\\.?';
const YEAR = '((?:19|20|21)\\d{2})';
const NUMBER = '(\\d{1,2})(?:st|nd|rd|th|er)?';
const OF = '(?:(?:of|de|del)\\s+)?';
const END = '(?=$|[\\s,;.)?!])';

function monthOf(name: string): string {
  const folded = fold(name);
  const long = MONTHS.findIndex((beginnings) => beginnings.includes(folded.slice(0, 4)));
  const found = long >= 0 ? long : MONTHS.findIndex((beginnings) => beginnings.includes(folded.slice(0, 3)));
  return String(found + 1).padStart(2, '0');
}

const dayOf = (year: string, month: string, number: string, text: string): WrittenDate => {
  const found = parseDay(`${year}-${month.padStart(2, '0')}-${number.padStart(2, '0')}`);
  return found === null ? { kind: 'no_such_day', text: text.trim() } : { kind: 'day', day: found };
};

const monthPeriod = (year: string, month: string, text: string): WrittenDate => {
  const from = parseDay(`${year}-${month}-01`);
  return from === null ? { kind: 'no_such_day', text: text.trim() } : { kind: 'period', from, until: endOfMonth(from) };
};

type Reader = (parts: readonly string[], today: Day, yearless: Yearless) => WrittenDate;
const at = (parts: readonly string[], index: number): string => parts[index] ?? '';

const readers: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`^(?:today|aujourd[’']hui|hoy)${END}`, 'i'), (_, today) => ({ kind: 'day', day: today })],
  [new RegExp(`^${YEAR}-(\\d{1,2})-(\\d{1,2})${END}`), (p) => dayOf(at(p, 1), at(p, 2), at(p, 3), at(p, 0))],
  [new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.${YEAR}${END}`), (p) => dayOf(at(p, 3), at(p, 2), at(p, 1), at(p, 0))],
  [
    new RegExp(`^${NUMBER}\\s+${OF}${MONTH},?\\s+${OF}${YEAR}${END}`, 'i'),
    (p) => dayOf(at(p, 3), monthOf(at(p, 2)), at(p, 1), at(p, 0)),
  ],
  [
    new RegExp(`^${MONTH}\\s+${NUMBER},?\\s+${YEAR}${END}`, 'i'),
    (p) => dayOf(at(p, 3), monthOf(at(p, 1)), at(p, 2), at(p, 0)),
  ],
  [new RegExp(`^${YEAR}-(\\d{2})${END}`), (p) => monthPeriod(at(p, 1), at(p, 2), at(p, 0))],
  [new RegExp(`^${MONTH}\\s+${OF}${YEAR}${END}`, 'i'), (p) => monthPeriod(at(p, 2), monthOf(at(p, 1)), at(p, 0))],
  [
    new RegExp(`^${NUMBER}\\s+${OF}${MONTH}${END}`, 'i'),
    (p, today, yearless) => yearlessDay(monthOf(at(p, 2)), at(p, 1), at(p, 0), today, yearless),
  ],
  [
    new RegExp(`^${MONTH}\\s+${NUMBER}${END}`, 'i'),
    (p, today, yearless) => yearlessDay(monthOf(at(p, 1)), at(p, 2), at(p, 0), today, yearless),
  ],
  [
    new RegExp(`^${YEAR}${END}`),
    (p) => ({ kind: 'period', from: day(`${at(p, 1)}-01-01`), until: day(`${at(p, 1)}-12-31`) }),
  ],
];

function yearlessDay(month: string, number: string, text: string, today: Day, yearless: Yearless): WrittenDate {
  const years = yearless === 'past' ? [0, -1, -2, -3, -4] : [0, 1, 2, 3, 4];
  for (const step of years) {
    const found = dayOf(addYears(today, step).slice(0, 4), month, number, text);
    if (found.kind !== 'day') continue;
    if (yearless === 'past' ? found.day <= today : found.day >= today) return found;
  }
  return { kind: 'no_such_day', text: text.trim() };
}

/** The date that `text` begins with, and what follows it; null when it begins with none. Days come before months: 4.9.2020 is 4 September. */
export function dateAtStart(text: string, today: Day, yearless: Yearless): { date: WrittenDate; rest: string } | null {
  const trimmed = text.trimStart();
  for (const [shape, read] of readers) {
    const parts = shape.exec(trimmed);
    if (parts !== null) return { date: read(parts, today, yearless), rest: trimmed.slice(parts[0].length).trimStart() };
  }
  return null;
}

const AS_OF =
  /(?<!\b(?:du|del|entre|desde)\b.*)(?:^|\s)(?:as (?:of|at|on)|as things stood on|(?:en date du|[àa] la date du|(?:au|au jour du)(?=\s+\d{1,2}(?:er)?\s+\p{L}))|a (?:fecha de|fecha)|(?:con|a) fecha (?:de|del)|al(?=\s+\d{1,2}\s+de))\s+(?:the\s+|el\s+)?/iu;

/** `text` without its "as of …", and the day it names: the last day of a month or year. `asOf` is null when it says none. */
export function takeAsOf(
  text: string,
  today: Day,
): { kind: 'read'; asOf: Day | null; rest: string } | { kind: 'no_such_day'; text: string } {
  const opening = AS_OF.exec(text);
  if (opening === null) return { kind: 'read', asOf: null, rest: text.trim() };
  const found = dateAtStart(text.slice(opening.index + opening[0].length), today, 'past');
  if (found === null) return { kind: 'read', asOf: null, rest: text.trim() };
  if (found.date.kind === 'no_such_day') return found.date;
  const asOf = found.date.kind === 'day' ? found.date.day : found.date.until;
  return { kind: 'read', asOf, rest: `${text.slice(0, opening.index)} ${found.rest}`.trim() };
}
