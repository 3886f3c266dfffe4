import { dateSeenFrom, monthName } from '../../blocks/dates.ts';
import { wordsIn } from '../../questions/fold.ts';
import { codesIn, type NameBook, statesIn } from '../../questions/names.ts';
import { dateAtStart } from '../../questions/written-date.ts';
import { addDays, type Day, weekday } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';

/** What was typed after `/ccm note`, as far as it says. */
export interface TypedNote {
  /** The State that it begins with, or the only one that it names. */
  state: Iso3 | null;
  text: string;
  withWhom: string;
}

/** A day on which a note may be followed up, and how one says so: "early March". */
export interface Suggestion {
  due: Day;
  words: string;
}

const LONGEST_NAME = 6;
const WITH = /^with\s+([^:]{2,100}):\s*/i;

/** "Peru counsellor says request by March" is about Peru; what comes after the name is the note. */
export function parseNote(typed: string, book: NameBook): TypedNote {
  const text = typed.trim();
  const begun = stateAtStart(text, book);
  const rest = begun?.rest ?? text;
  const [spoken = '', whom = ''] = WITH.exec(rest) ?? [];
  return {
    state: begun?.state ?? onlyState(text, book),
    text: rest.slice(spoken.length).trim(),
    withWhom: whom.trim(),
  };
}

function stateAtStart(text: string, book: NameBook): { state: Iso3; rest: string } | null {
  const tokens = text.split(/\s+/);
  const isCode = codesIn(text);
  for (let size = Math.min(LONGEST_NAME, tokens.length); size > 0; size -= 1) {
    const name = wordsIn(tokens.slice(0, size).join(' ')).join(' ');
    const [state, ...others] = book.states.get(name) ?? [];
    if (state === undefined || others.length > 0 || (name.length <= 3 && !isCode(name))) continue;
    const rest = tokens
      .slice(size)
      .join(' ')
      .replace(/^[,:;–-]\s*/, '');
    // Line breaks of a longer note are its own.
    const at = text.indexOf(rest.split(/\s+/)[0] ?? '', tokens.slice(0, size).join(' ').length);
    return { state, rest: rest === '' ? '' : text.slice(at).trim() };
  }
  return null;
}

function onlyState(text: string, book: NameBook): Iso3 | null {
  const found = statesIn(book, wordsIn(text), (word) => !book.states.has(word), codesIn(text));
  const states = new Set(found.flatMap((span) => (span.found.kind === 'found' ? [span.found.state] : ['several'])));
  const [state] = states;
  return states.size === 1 && state !== undefined && state !== 'several' ? state : null;
}

const BEFORE_DATE = /(?:^|\s)(?:by|before|until|on|in)\s+(?:the\s+)?(?:end\s+of\s+|early\s+|mid[-\s]?|late\s+)?/gi;

/** The day that a note itself names for what comes next: "request by March" is to be asked about early in March. */
export function followUpIn(text: string, today: Day): Suggestion | null {
  for (const found of text.matchAll(BEFORE_DATE)) {
    const after = text.slice(found.index + found[0].length);
    const date = dateAtStart(after, today, 'ahead')?.date ?? monthAhead(after, today);
    if (date === null || date.kind === 'no_such_day') continue;
    if (date.kind === 'day') {
      if (date.day >= today) return { due: date.day, words: dateSeenFrom(today, date.day) };
      continue;
    }
    if (date.until < today) continue;
    const due = workingDay(date.from > today ? date.from : today);
    const isMonth = date.from.slice(0, 7) === date.until.slice(0, 7);
    const early = isMonth && date.from > today ? `early ${monthName(date.from)}` : dateSeenFrom(today, due);
    return { due, words: early };
  }
  return null;
}

/** A month without a year is the next that has not ended. */
function monthAhead(text: string, today: Day) {
  const [word = ''] = /^\p{L}+/u.exec(text) ?? [];
  for (const ahead of [0, 1]) {
    const found = word.length < 3 ? null : dateAtStart(`${word} ${Number(today.slice(0, 4)) + ahead}`, today, 'ahead');
    if (found?.date.kind === 'period' && found.date.until >= today) return found.date;
  }
  return null;
}

const workingDay = (on: Day): Day => (weekday(on) > 5 ? addDays(on, 8 - weekday(on)) : on);
