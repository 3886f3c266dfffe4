import type { Day } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import type { NamedSpan } from './names.ts';
import type { Parts } from './parts.ts';
import type { Meaning } from './vocabulary.ts';
import type { Window } from './window.ts';

interface Read {
  asOf: Day | null;
  window: Window;
  today: Day;
  words: readonly string[];
  /** What the words outside names mean, with their places among `words`. */
  meanings: readonly { at: number; meaning: Meaning }[];
  spans: readonly NamedSpan[];
}

// After these words a State is the one that is asked for help.
const ADDRESSING = new Set(['ask', 'asks', 'asked', 'asking', 'to']);
const JOINING = new Set(['and', 'or']);
// "request from Chad" is Chad's; "help from Chad" is asked of it.
const OWN = new Set(['request', 'requests', 'need', 'needs', 'report', 'reports', 'deadline', 'deadlines']);

/** Gathers the parts of a text, and what their order says of them. */
export function partsOf({ asOf, window, today, words, meanings, spans }: Read): Parts {
  const cues = meanings.flatMap(({ at, meaning }) => (meaning.kind === 'cue' ? [{ at, cue: meaning.cue }] : []));
  const themes = meanings.flatMap(({ at, meaning }) => (meaning.kind === 'theme' ? [{ at, ...meaning }] : []));
  const besides = cues.find(({ cue }) => cue === 'besides')?.at ?? Number.POSITIVE_INFINITY;
  const named = (inside: (span: NamedSpan) => boolean): readonly Iso3[] => [
    ...new Set(spans.filter(inside).flatMap(({ found }) => (found.kind === 'found' ? [found.state] : []))),
  ];
  const once = (those: readonly { theme: Theme }[]): readonly Theme[] => [...new Set(those.map(({ theme }) => theme))];
  const isAddressed = ({ from }: NamedSpan): boolean => {
    const at = words[from - 1] === 'the' ? from - 1 : from;
    const [before = '', earlier = ''] = [words[at - 1], words[at - 2]];
    if (before !== 'from' || at < 2 || JOINING.has(earlier)) return ADDRESSING.has(before);
    return !OWN.has(earlier) || spans.some((other) => other.from < from);
  };
  const firstNamed = Math.min(
    ...spans.map(({ from }) => from),
    ...cues.flatMap(({ at, cue }) => (['which', 'who', 'states', 'state', 'party'].includes(cue) ? [at] : [])),
  );
  return {
    asOf,
    window,
    isToday: window.from === (asOf ?? today) && window.until === (asOf ?? today),
    cues: cues.map(({ cue }) => cue),
    themes: once(themes),
    byArticle: once(themes.filter(({ byArticle }) => byArticle)),
    byName: once(themes.filter(({ byArticle }) => !byArticle)),
    states: named(({ from }) => from < besides),
    without: named(({ from }) => from > besides),
    withoutTheme: isExcluded(themes, spans, besides),
    addressed: spans.some(isAddressed),
    dangling: cues.some(({ at, cue }) => cue === 'pronoun' && at < firstNamed),
  };
}

/** Whether what stands next after "besides" is a theme and not a State. */
function isExcluded(themes: readonly { at: number }[], spans: readonly NamedSpan[], besides: number): boolean {
  const next = Math.min(...themes.flatMap(({ at }) => (at > besides ? [at] : [])));
  return spans.every(({ from }) => from < besides || from > next) && Number.isFinite(next);
}
