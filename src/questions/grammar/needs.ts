import type { Iso3 } from '../../treaty/facts.ts';
import type { Theme } from '../../treaty/theme.ts';
import type { Cue } from '../lexicon/cue.ts';
import { type NeedsQuestion, NOT_UNDERSTOOD, type Shape } from '../question.ts';
import { askedOf } from './asked.ts';
import { has, type Parts } from './parts.ts';

const MORE: readonly Cue[] = ['how_many', 'else', 'share', 'compare', 'common', 'most', 'with'];

/** Reads a question about requests alone: who asked for help, what a State asked for, what is asked for most. */
export function needs(parts: Parts, without: readonly Iso3[], exclude: readonly Theme[]): Shape {
  const read = askedOf(parts, exclude, MORE);
  if (read === null) return NOT_UNDERSTOOD;
  if (has(parts, 'else') && without.length === 0 && exclude.length === 0) return NOT_UNDERSTOOD;
  const form = formOf(parts);
  if (form === null) return NOT_UNDERSTOOD;
  if (form === 'list' && !isWhole(parts)) return NOT_UNDERSTOOD;
  // Of named States each theme is told; what some of them have in common is compared.
  if (read.open && parts.states.length === 0)
    return { kind: 'ambiguous', doubt: { of: 'both_or_either', themes: parts.themes, year: read.asked.year } };
  const { states, regions } = parts;
  if (states.length > 0 && (regions.length > 0 || read.asked.amount !== null || without.length > 0))
    return NOT_UNDERSTOOD;
  if ((form === 'share_states' || form === 'share_requests') && (states.length > 0 || read.asked.themes.length === 0))
    return NOT_UNDERSTOOD;
  return { about: 'needs', asked: read.asked, states, without, region: regions[0] ?? null, form };
}

/** "States need": too little to be a question. */
const isWhole = (parts: Parts): boolean =>
  has(parts, 'which', 'who', 'what', 'all', 'request', 'themes') ||
  parts.themes.length + parts.regions.length + parts.windows.length + parts.amounts.length > 0;

function formOf(parts: Parts): NeedsQuestion['form'] | null {
  const { cues, states, themes } = parts;
  const asked = cues.indexOf('how_many');
  const share = cues.indexOf('share');
  if (has(parts, 'compare', 'common'))
    return states.length > 1 && !has(parts, 'most', 'how_many', 'share') ? 'compare' : null;
  const noun = cues
    .slice(Math.max(asked, share) + 1)
    .find((cue) => ['need', 'request', 'states', 'state', 'party'].includes(cue));
  if (share >= 0) return has(parts, 'most', 'how_many') ? null : noun === 'request' ? 'share_requests' : 'share_states';
  if (has(parts, 'most')) {
    // Who needs most cannot be told from the number of requests.
    if (!has(parts, 'request', 'themes', 'what')) return null;
    if (states.length > 0 || asked >= 0 || themes.length > 0) return null;
    return has(parts, 'states', 'state', 'who', 'party')
      ? 'most_states'
      : has(parts, 'themes', 'what', 'which')
        ? 'most_themes'
        : null;
  }
  if (asked >= 0) return noun === 'request' ? 'count_requests' : 'count_states';
  if (has(parts, 'themes') && states.length === 0 && themes.length === 0 && parts.amounts.length === 0)
    return asksForThemes(cues) ? 'themes' : 'list';
  if (states.length === 0)
    return has(parts, 'request') && !has(parts, 'states', 'state', 'party', 'who') ? 'count_requests' : 'list';
  return cues[0] === 'is' || cues[0] === 'did' ? 'yes_no' : 'what';
}

/** "Which themes did States ask for?": the themes stand before the States. */
function asksForThemes(cues: readonly Cue[]): boolean {
  const states = cues.findIndex((cue) => cue === 'states' || cue === 'state' || cue === 'party' || cue === 'who');
  return states < 0 || cues.indexOf('themes') < states;
}
