import type { NameBook } from '../../questions/names.ts';
import { takeAsOf } from '../../questions/written-date.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { readAt, type Step } from './read-words.ts';
import { ALL_DATES, type Wanted } from './wanted.ts';
import { windowAtStart } from './windows.ts';

/** What became of the words after `/ccm deadlines`; `wanted` is what could be read of them. */
export type Parsed =
  | { kind: 'wanted'; wanted: Wanted }
  | { kind: 'no_such_day'; text: string }
  | { kind: 'backwards'; from: Day; until: Day }
  | { kind: 'no_clock'; subject: string }
  | { kind: 'several_states'; words: string; states: readonly Iso3[]; wanted: Wanted }
  | { kind: 'not_understood'; words: readonly string[]; nearest: readonly string[]; wanted: Wanted };

/** What has been read so far. */
interface Reading {
  wanted: Wanted;
  /** The first name that several States share. */
  several: { words: string; states: readonly Iso3[] } | null;
  unknown: readonly { word: string; nearest: readonly string[] }[];
}

const SEPARATORS = /^[\s,;:.?!()[\]{}"“”„«»·…/|*_~`-]+/;

/**
 * Reads the words after `/ccm deadlines`, in any order: windows, articles, kinds, States, regions, status, "as of".
 * `today` is the desk's day. Nothing is passed over: what it cannot read it gives back.
 */
export function parseWanted(text: string, today: Day, book: NameBook): Parsed {
  if (text.length > LONGEST) return { kind: 'not_understood', words: [text], nearest: [], wanted: ALL_DATES };
  const taken = takeAsOf(text, today);
  if (taken.kind === 'no_such_day') return taken;
  const from = taken.asOf ?? today;
  let reading: Reading = { wanted: { ...ALL_DATES, asOf: taken.asOf }, several: null, unknown: [] };
  let rest = taken.rest.replace(SEPARATORS, '');
  // In a text that is all in capitals three of them are no code.
  const codes = text !== text.toUpperCase() || !/\s/.test(text.trim());
  while (rest !== '') {
    const window = windowAtStart(rest, from);
    if (window?.kind === 'no_such_day') return window;
    const step = window ?? readAt(rest, { book, guess: reading.unknown.length < MOST_GUESSES, codes });
    reading = step.kind === 'window' ? { ...reading, wanted: withWindow(reading.wanted, step) } : taking(reading, step);
    rest = step.rest.replace(SEPARATORS, '');
  }
  return ended(reading);
}

/** Nobody asks for dates in more; reading what is longer would keep everybody else waiting. */
const LONGEST = 500;

/** Words of which something near is looked for; of a long text that is none of ours, the first few are enough. */
const MOST_GUESSES = 4;

function taking(reading: Reading, step: Step): Reading {
  const { wanted } = reading;
  const change = (part: Partial<Wanted>): Reading => ({ ...reading, wanted: { ...wanted, ...part } });
  switch (step.kind) {
    case 'articles':
      return change({ articles: union(wanted.articles, step.articles) });
    case 'kind':
      return change({ kinds: union(wanted.kinds, [step.of]) });
    case 'report_of':
      return change({ kinds: union(wanted.kinds, ['annual_report']), reportYear: step.year });
    case 'status':
      return change({ statuses: union(wanted.statuses, [step.of]) });
    case 'region':
      return change({ regions: union(wanted.regions, [step.of]) });
    case 'state':
      return change({ states: union(wanted.states, [step.of]) });
    case 'everything':
      return change({ everything: true });
    case 'nothing':
      return reading;
    case 'no_clock':
      return change({ undated: union(wanted.undated, [step.subject]) });
    case 'several':
      return { ...reading, several: reading.several ?? { words: step.words, states: step.states } };
    case 'unknown':
      return { ...reading, unknown: [...reading.unknown, { word: step.word, nearest: step.nearest }] };
  }
}

const union = <T>(known: readonly T[], more: readonly T[]): readonly T[] => [...new Set([...known, ...more])];

/** Two windows named one after the other are one from the first day to the last; a bound by itself moves its own end. */
function withWindow(
  wanted: Wanted,
  { from, until, openEnded }: { from?: Day; until?: Day; openEnded: boolean },
): Wanted {
  const everything = wanted.everything || openEnded;
  if (from === undefined || until === undefined || wanted.from === null || wanted.until === null)
    return { ...wanted, everything, from: from ?? wanted.from, until: until ?? wanted.until };
  return {
    ...wanted,
    everything,
    from: from < wanted.from ? from : wanted.from,
    until: until > wanted.until ? until : wanted.until,
  };
}

function ended({ wanted, several, unknown }: Reading): Parsed {
  if (unknown.length > 0)
    return {
      kind: 'not_understood',
      words: unknown.map(({ word }) => word),
      nearest: [...new Set(unknown.flatMap(({ nearest }) => nearest))],
      wanted,
    };
  if (several !== null) return { kind: 'several_states', ...several, wanted };
  const { from, until, articles, kinds, undated } = wanted;
  const [subject] = undated;
  if (subject !== undefined && articles.length === 0 && kinds.length === 0) return { kind: 'no_clock', subject };
  if (from !== null && until !== null && from > until) return { kind: 'backwards', from, until };
  return { kind: 'wanted', wanted };
}
