import { wordsIn } from '../../questions/fold.ts';
import { codesIn, type NameBook, statesIn } from '../../questions/names.ts';
import { dateAtStart } from '../../questions/written-date.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';

/** What was typed after `/ccm followups`. */
export type Typed =
  | { kind: 'list'; all: boolean }
  | ({ kind: 'add' } & Read)
  | ({ kind: 'done' | 'later' | 'pass' } & Named)
  | { kind: 'unknown'; word: string };

/** The follow-up it is about, and the day and person that were named. */
interface Named {
  number: number | null;
  due: Day | null;
  person: string | null;
  noSuchDay: string | null;
}

/** What is to be done, with the State, day and person taken from the words. */
export interface Read {
  what: string;
  state: Iso3 | null;
  due: Day | null;
  person: string | null;
  /** A day that no calendar has. */
  noSuchDay: string | null;
}

const VERBS: Readonly<Record<string, 'add' | 'done' | 'later' | 'pass'>> = {
  add: 'add',
  new: 'add',
  done: 'done',
  later: 'later',
  move: 'later',
  pass: 'pass',
  give: 'pass',
};

const MENTION = /(?:(?:^|\s)(?:for|to))?\s*<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;
const BEFORE_DATE = /(?:^|\s)(?:by|on|until|due|to)\s+/gi;

/** The first day named in `text` after "by", "on" or the like, and the text without it. */
function dayIn(text: string, today: Day): { due: Day | null; rest: string; noSuchDay: string | null } {
  for (const found of text.matchAll(BEFORE_DATE)) {
    const read = dateAtStart(text.slice(found.index + found[0].length), today, 'ahead');
    if (read === null) continue;
    if (read.date.kind === 'no_such_day') return { due: null, rest: text, noSuchDay: read.date.text };
    const due = read.date.kind === 'day' ? read.date.day : read.date.until;
    return { due, rest: `${text.slice(0, found.index)} ${read.rest}`.trim(), noSuchDay: null };
  }
  return { due: null, rest: text, noSuchDay: null };
}

/** What is to be done, read out of a sentence or a message; a State only where one alone is named. */
export function readFollowUp(text: string, book: NameBook, today: Day): Read {
  const person = MENTION.exec(text)?.[1] ?? null;
  const { due, rest, noSuchDay } = dayIn(text.replace(MENTION, ''), today);
  const words = wordsIn(rest);
  const found = statesIn(book, words, (word) => !book.states.has(word), codesIn(rest));
  const states = [...new Set(found.flatMap((span) => (span.found.kind === 'found' ? [span.found.state] : [])))];
  const [state] = states;
  return { what: rest.trim(), state: states.length === 1 ? (state ?? null) : null, due, person, noSuchDay };
}

/** Reads what follows the verb: nothing or "all" for a list, else add, done, later or pass with what they are about. */
export function parseFollowUps(text: string, book: NameBook, today: Day): Typed {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const first = word.toLowerCase();
  if (first === '' || first === 'list' || first === 'all') return { kind: 'list', all: first === 'all' };
  const kind = Object.hasOwn(VERBS, first) ? VERBS[first] : undefined;
  if (kind === undefined) return { kind: 'unknown', word };
  if (kind === 'add') return { kind, ...readFollowUp(rest, book, today) };
  const [, digits, after = ''] = /^[Ff]?(\d{1,9})\b\s*([\s\S]*)$/.exec(rest) ?? [];
  const person = MENTION.exec(after)?.[1] ?? null;
  const bare = after.replace(MENTION, '').trim();
  const { due, noSuchDay } = dayIn(/^(?:by|on|until|to)\s/i.test(bare) ? bare : `by ${bare}`, today);
  return { kind, number: digits === undefined ? null : Number(digits), due, person, noSuchDay };
}
