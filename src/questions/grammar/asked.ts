import { REQUEST_STATUSES, type RequestStatus } from '../../treaty/request-moves.ts';
import type { Theme } from '../../treaty/theme.ts';
import type { Cue } from '../lexicon/cue.ts';
import type { Asked } from '../question.ts';
import { has, hasOnly, type Parts } from './parts.ts';

const STATUSES: readonly Cue[] = [...REQUEST_STATUSES];

/** What a clause about requests may hold. */
const ASKED_CUES: readonly Cue[] = [
  'need',
  'request',
  'report',
  'annual',
  'party',
  'states',
  'state',
  'open',
  'unowned',
  'owned',
  'also',
  'and',
  'or',
  'both',
  'only',
  'is',
  'did',
  'themes',
  'pronoun',
  'which',
  'who',
  'what',
  'all',
  'cooperation',
];

/** How several themes belong together; `mixed` has words that do not fit together, `open` none that says how. */
type Combined = Asked['combine'] | 'mixed' | 'open';

/**
 * Reads a clause about requests; null where it says more than the desk knows of them. The combination is left `open`
 * where two themes are named and nothing says whether both are meant.
 */
export function askedOf(
  parts: Parts,
  exclude: readonly Theme[],
  more: readonly Cue[] = [],
): { asked: Asked; open: boolean } | null {
  // "How many requests did Chad submit?": what is submitted is the request.
  const submitting: readonly Cue[] = has(parts, 'request') ? ['submit'] : [];
  if (
    !hasOnly(
      parts,
      [...ASKED_CUES, ...STATUSES, ...more, ...submitting, 'reported'],
      ['states', 'regions', 'windows', 'amounts', 'ages'],
    )
  )
    return null;
  const { themes, windows, amounts, ages, cues, addressed } = parts;
  if (addressed) return null;
  const [window] = windows;
  const year = window?.window.year ?? null;
  if (window !== undefined && year === null) return null;
  // "Needs reported in 2017" are those of that year's reports.
  if (has(parts, 'reported') && year === null) return null;
  // Without a year "reports" are not those in which a State asked.
  if (has(parts, 'report', 'annual') && year === null) return null;
  const statuses = STATUSES.filter((cue) => cues.includes(cue));
  if (statuses.length + (has(parts, 'open') ? 1 : 0) > 1) return null;
  const combine = combined(parts);
  if (combine === 'mixed' || (amounts.length > 0 && themes.length > 0)) return null;
  return {
    open: combine === 'open',
    asked: {
      themes,
      combine: combine === 'open' ? 'any' : combine,
      exclude,
      year,
      status: (statuses[0] as RequestStatus | undefined) ?? (has(parts, 'open') ? 'open' : null),
      unowned: has(parts, 'unowned'),
      owned: has(parts, 'owned'),
      olderThan: ages[0] ?? null,
      amount: amounts[0] ? { least: amounts[0].least, most: amounts[0].most } : null,
    },
  };
}

function combined(parts: Parts): Combined {
  const { themes, states } = parts;
  const [both, either, and, also] = [has(parts, 'both'), has(parts, 'or'), has(parts, 'and'), has(parts, 'also')];
  if (has(parts, 'only')) return themes.length === 0 || either || states.length > 0 ? 'mixed' : 'only';
  if (themes.length < 2) return both && states.length < 2 ? 'mixed' : 'any';
  if ((both && either) || (and && either && states.length < 2)) return 'mixed';
  if (either) return 'any';
  if (both || also) return 'all';
  if (states.length > 0) return parts.cues[0] === 'is' || parts.cues[0] === 'did' ? 'all' : 'any';
  return 'open';
}
