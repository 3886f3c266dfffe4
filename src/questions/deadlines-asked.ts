import type { ClockKind } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Cue } from './lexicon/en/cues.ts';
import { has, hasOnly, type Parts } from './parts.ts';
import { type DeadlinesQuestion, NOT_UNDERSTOOD, type Reading } from './question.ts';

const CUES: readonly Cue[] = [
  ...(['deadline', 'extension', 'initial', 'annual', 'report', 'party', 'which', 'who', 'what', 'when'] as const),
  ...(['how_many', 'yes_no', 'states', 'state', 'all', 'either', 'and', 'besides', 'else', 'pronoun'] as const),
];

export const asksForDates = (parts: Parts): boolean =>
  has(parts, 'deadline', 'extension') || (has(parts, 'when') && (parts.themes.length > 0 || has(parts, 'report')));

/** Reads a question about the treaty's dates. */
export function deadlines(parts: Parts): Reading {
  const { themes, states, without, window, asOf } = parts;
  if (!hasOnly(parts, CUES)) return NOT_UNDERSTOOD;
  return {
    kind: 'understood',
    question: {
      about: 'deadlines',
      states,
      without,
      themes,
      kinds: kindsOf(parts),
      from: window.from,
      until: window.until,
      form: formOf(parts),
      asOf,
    },
  };
}

const KIND_OF: Partial<Record<Theme, ClockKind>> = {
  SURVEY_AND_CLEARANCE: 'clearance',
  STOCKPILE_DESTRUCTION: 'stockpile',
};

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

function formOf(parts: Parts): DeadlinesQuestion['form'] {
  const { cues } = parts;
  const asked = cues.indexOf('how_many');
  if (asked >= 0) {
    const noun = cues.slice(asked).find((cue) => ['deadline', 'extension', 'report', 'states', 'party'].includes(cue));
    return noun === 'states' || noun === 'party' ? 'count_states' : 'count_dates';
  }
  return has(parts, 'states', 'state', 'who', 'party') ? 'states' : 'dates';
}
