import { zoneTyped } from '../../desk/zones-typed.ts';
import { wordsIn } from '../../questions/fold.ts';
import { codesIn, type NameBook, statesIn } from '../../questions/names.ts';
import { dateAtStart } from '../../questions/written-date.ts';
import type { Day } from '../../treaty/day.ts';
import type { MeetingKind } from '../../treaty/meeting-kind.ts';

/** What a sentence says of a meeting. */
export interface MeetingRead {
  title: string;
  kind: MeetingKind;
  /** A day, or a month alone; empty where none is named. */
  day: string;
  from: string;
  until: string;
  /** Where it is named behind the times: “10:00 (New York)”. */
  zone: string | null;
  states: readonly string[];
  people: readonly string[];
  /** A day that no calendar has. */
  noSuchDay: string | null;
}

const KINDS: readonly (readonly [RegExp, MeetingKind])[] = [
  [/\bside[- ]events?\b/i, 'side_event'],
  [/\bcoalitions?\b/i, 'coalition'],
  [/\bworkshops?\b/i, 'workshop'],
  [/\bfield (?:visit|assessment)s?\b/i, 'field_visit'],
  [/\btrainings?\b/i, 'training'],
  [/\bpreparatory\b/i, 'preparatory'],
  [/\bISU\b/, 'isu'],
  [/\bcoordinators?\b/i, 'coordinators'],
];

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;
const WEEKDAY = /\b(?:on\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s*$/i;
const TIMES =
  /(?:^|[\s,])(?:at\s+|from\s+)?([01]?\d|2[0-3])[:h.]([0-5]\d)(?:\s*(?:-|–|to|until)\s*([01]?\d|2[0-3])[:h.]([0-5]\d))?(?=$|[\s,;.)])/i;

/** The first day or month named in `text`, and the text without it. */
function takeDay(text: string, today: Day): { day: string; rest: string; noSuchDay: string | null } {
  for (const { index } of text.matchAll(/(?<=^|\s)\S/g)) {
    const read = dateAtStart(text.slice(index), today, 'ahead');
    if (read === null) continue;
    const { date } = read;
    if (date.kind === 'no_such_day') return { day: '', rest: text, noSuchDay: date.text };
    const month = date.kind === 'period' && date.from.slice(0, 7) === date.until.slice(0, 7);
    if (date.kind === 'period' && !month) continue;
    const before = text
      .slice(0, index)
      .replace(WEEKDAY, '')
      .replace(/\b(?:on|in)\s*$/i, '');
    return {
      day: date.kind === 'day' ? date.day : date.from.slice(0, 7),
      rest: `${before} ${read.rest}`,
      noSuchDay: null,
    };
  }
  return { day: '', rest: text, noSuchDay: null };
}

const padded = (hour: string, minute: string): string => `${hour.padStart(2, '0')}:${minute}`;

/** An hour later; the last minute of the day at the latest. */
const hourLater = (time: string): string => {
  const hour = Number(time.slice(0, 2));
  return hour >= 23 ? '23:59' : `${String(hour + 1).padStart(2, '0')}${time.slice(2)}`;
};

/** The zone in brackets that `text` begins with, as “(New York)”, and what follows it. */
function takeZone(text: string): { zone: string | null; rest: string } {
  const [whole = '', inBrackets = ''] = /^\s*\(([^()]{2,40})\)/.exec(text) ?? [];
  const zone = zoneTyped(inBrackets);
  return zone === null ? { zone: null, rest: text } : { zone, rest: text.slice(whole.length) };
}

function takeTimes(text: string): { from: string; until: string; zone: string | null; rest: string } {
  const found = TIMES.exec(text);
  if (found === null) return { from: '', until: '', zone: null, rest: text };
  const [whole, hour = '', minute = '', endHour, endMinute] = found;
  const from = padded(hour, minute);
  const until = endHour === undefined || endMinute === undefined ? hourLater(from) : padded(endHour, endMinute);
  const { zone, rest } = takeZone(text.slice(found.index + whole.length));
  return { from, until, zone, rest: `${text.slice(0, found.index)} ${rest}` };
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;.:])/g, '$1')
    .replace(/(?:[\s,;]+(?:on|at|with|from|and|for))+\s*$/i, '')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');

/** Reads a meeting out of a sentence: day, times, States and persons are taken from it, the rest is what it is about. */
export function readMeetingWords(text: string, book: NameBook, today: Day): MeetingRead {
  const people = [...text.matchAll(MENTION)].flatMap(([, id]) => (id === undefined ? [] : [id]));
  const { day, rest, noSuchDay } = takeDay(text.replace(MENTION, ' '), today);
  const { from, until, zone, rest: words } = takeTimes(rest);
  const title = tidy(words);
  const found = statesIn(book, wordsIn(title), (word) => !book.states.has(word), codesIn(title));
  const states = found.flatMap((span) => (span.found.kind === 'found' ? [span.found.state] : []));
  const kind = KINDS.find(([shape]) => shape.test(title))?.[1] ?? 'informal';
  return { title, kind, day, from, until, zone, states: [...new Set(states)], people: [...new Set(people)], noSuchDay };
}
