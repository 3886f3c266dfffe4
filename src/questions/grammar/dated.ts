import { annualReportDue } from '../../treaty/article-7.ts';
import type { ClockKind } from '../../treaty/facts.ts';
import type { Theme } from '../../treaty/theme.ts';
import { type Item, isCue } from '../items.ts';
import type { Cue } from '../lexicon/cue.ts';
import type { Dated } from '../question.ts';
import { has, hasOnly, type Parts, spanOf } from './parts.ts';

/** What a clause about the treaty's dates may hold. */
const DATED_CUES: readonly Cue[] = [
  'deadline',
  'passed',
  'doubtful',
  'initial',
  'annual',
  'report',
  'party',
  'states',
  'state',
  'open',
  'is',

  'did',
  'must',
  'and',
  'or',
  'pronoun',
  'which',
  'who',
  'what',
  'all',
  'late',
  'also',
  'submit',
  'finish',
  'extension',
  'need',
  'request',
  'could',
  'obligation',
];

const KIND_OF: Partial<Record<Theme, ClockKind>> = {
  SURVEY_AND_CLEARANCE: 'clearance',
  STOCKPILE_DESTRUCTION: 'stockpile',
};

/** Reads a clause about dates of the treaty: which kinds, in which stretch of time; null where it says more. */
export function datedOf(parts: Parts, more: readonly Cue[] = []): Dated | null {
  const extension = has(parts, 'extension');
  if (!hasOnly(parts, [...DATED_CUES, ...more], ['states', 'regions', 'windows', 'bounds', 'meetings'])) return null;
  const { meetings } = parts;
  if (meetings.length > 0 && !extension) return null;
  const themes = themesOf(parts);
  return {
    kinds: kindsOf({ ...parts, themes }),
    themes,
    span: reportSpan(parts) ?? spanOf(parts),
    only: has(parts, 'passed', 'late') ? 'passed' : has(parts, 'doubtful') ? 'doubtful' : null,
    decidedAt: meetings[0] ?? null,
  };
}

/** What is still to be finished, and the time that is left for it, is an obligation, though none is named. */
function themesOf(parts: Parts): readonly Theme[] {
  const isOfObligations = parts.themes.length === 0 && has(parts, 'finish', 'days_left');
  return isOfObligations && !has(parts, 'report', 'initial', 'annual', 'extension')
    ? ['STOCKPILE_DESTRUCTION', 'SURVEY_AND_CLEARANCE']
    : parts.themes;
}

/** "The annual report for 2019" covers that year; it is due on 30 April of the next. */
function reportSpan(parts: Parts): Dated['span'] | null {
  const { items } = parts;
  const at = items.findIndex((item) => item.kind === 'window');
  const window = items[at];
  const year = window?.kind === 'window' ? window.window.year : null;
  const isOf = (item: Item | undefined): boolean => isCue(item, 'report', 'annual');
  if (year === null || has(parts, 'initial', 'extension') || !(isOf(items[at - 1]) || isOf(items[at + 1]))) return null;
  const due = annualReportDue(year);
  return { from: due, until: due, meeting: null };
}

function kindsOf(parts: Parts): readonly ClockKind[] | null {
  const { themes } = parts;
  if (has(parts, 'extension')) return ['extension_request'];
  const both = has(parts, 'initial') === has(parts, 'annual');
  const reports: ClockKind[] =
    has(parts, 'report', 'initial', 'annual') || themes.includes('TRANSPARENCY')
      ? [
          ...(both || has(parts, 'initial') ? (['initial_report'] as const) : []),
          ...(both || has(parts, 'annual') ? (['annual_report'] as const) : []),
        ]
      : [];
  const kinds = [...themes.flatMap((theme) => KIND_OF[theme] ?? []), ...reports];
  return kinds.length > 0 || themes.length > 0 ? kinds : null;
}
