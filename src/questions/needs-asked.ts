import { listed } from '../blocks/words.ts';
import { THEME_WORDS, type Theme } from '../treaty/theme.ts';
import type { Cue } from './lexicon/en/cues.ts';
import { has, hasOnly, type Parts } from './parts.ts';
import { type NeedsQuestion, NOT_UNDERSTOOD, type Reading } from './question.ts';

const CUES: readonly Cue[] = [
  ...(['need', 'request', 'report', 'party', 'which', 'who', 'what', 'how_many', 'yes_no', 'states', 'state'] as const),
  ...(['all', 'both', 'either', 'and', 'besides', 'else', 'pronoun'] as const),
];

export const asksForNeeds = (parts: Parts): boolean => has(parts, 'need', 'request');

/** Reads a question about the register: who asked for help, or what a State asked for. */
export function needs(parts: Parts): Reading {
  const { themes, states, without, window, isToday } = parts;
  if (!hasOnly(parts, CUES) || parts.addressed) return NOT_UNDERSTOOD;
  if (!isToday && window.year === null && (window.from !== null || window.until !== null)) return NOT_UNDERSTOOD;
  // Without a year "reports" are not those in which a State asked.
  if (has(parts, 'report') && window.year === null) return NOT_UNDERSTOOD;
  const combine = combined(parts);
  if (combine === 'mixed') return NOT_UNDERSTOOD;
  if (combine === 'open') return bothOrEither(themes, window.year);
  return {
    kind: 'understood',
    question: {
      about: 'needs',
      themes,
      combine,
      states,
      without,
      year: window.year,
      form: formOf(parts),
      asOf: parts.asOf,
    },
  };
}

/** How several themes belong together; `mixed` has words that do not fit together, `open` none that says how. */
function combined(parts: Parts): NeedsQuestion['combine'] | 'mixed' | 'open' {
  const { themes, states } = parts;
  if (themes.length < 2) return has(parts, 'both') && states.length < 2 ? 'mixed' : 'any';
  const [both, either, and] = [has(parts, 'both'), has(parts, 'either'), has(parts, 'and')];
  if ((both && either) || (and && either && states.length < 2)) return 'mixed';
  if (either) return 'any';
  if (states.length > 0) return formOf(parts) === 'yes_no' ? 'all' : 'any';
  return both ? 'all' : 'open';
}

function formOf(parts: Parts): NeedsQuestion['form'] {
  const { cues, states } = parts;
  const asked = cues.indexOf('how_many');
  if (asked >= 0) {
    const noun = cues.slice(asked).find((cue) => ['need', 'request', 'states', 'state', 'party'].includes(cue));
    return noun === 'request' ? 'count_requests' : 'count_states';
  }
  if (states.length === 0) return 'list';
  return cues[0] === 'yes_no' ? 'yes_no' : 'what';
}

function bothOrEither(themes: readonly Theme[], year: number | null): Reading {
  const names = themes.map((theme) => THEME_WORDS[theme].name);
  const reports = year === null ? '' : ` in ${year}`;
  return {
    kind: 'ambiguous',
    why:
      themes.length > 2
        ? 'Those that asked for all of these, or for any?'
        : 'Those that asked for both, or for either?',
    suggestions: [
      `which states asked for ${names.length > 2 ? `all of ${listed(names)}` : `both ${names.join(' and ')}`}${reports}?`,
      `which states asked for ${names.join(' or ')}${reports}?`,
    ],
  };
}
