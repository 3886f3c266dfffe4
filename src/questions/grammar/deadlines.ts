import type { Iso3 } from '../../treaty/facts.ts';
import type { Cue } from '../lexicon/cue.ts';
import { type DeadlinesQuestion, NOT_UNDERSTOOD, type Shape } from '../question.ts';
import { datedOf } from './dated.ts';
import { has, type Parts } from './parts.ts';

const MORE: readonly Cue[] = [
  'when',
  'how_many',
  'how_long',
  'days_left',
  'next',
  'first',
  'last',
  'else',
  'decide',
  'meeting',
  'ahead',
  'with',
];

/** Reads a question about the treaty's dates. */
export function deadlines(parts: Parts, without: readonly Iso3[]): Shape {
  const dated = datedOf(parts, MORE);
  if (dated === null || parts.addressed || (has(parts, 'else') && without.length === 0)) return NOT_UNDERSTOOD;
  if (has(parts, 'must') && (has(parts, 'deadline') || !has(parts, 'when', 'days_left', 'what', 'who', 'which')))
    return NOT_UNDERSTOOD;
  const { states, regions } = parts;
  const form = formOf(parts);
  const picks = (['next', 'first', 'last'] as const).filter((cue) => has(parts, cue));
  if (picks.length > 1 || (picks.length > 0 && states.length > 1) || (states.length > 0 && regions.length > 0))
    return NOT_UNDERSTOOD;
  if ((form === 'days' || form === 'decides') && states.length === 0 && picks.length === 0) return NOT_UNDERSTOOD;
  if (has(parts, 'ahead') && dated.only !== null) return NOT_UNDERSTOOD;
  return { about: 'deadlines', dated, states, without, region: regions[0] ?? null, pick: picks[0] ?? null, form };
}

function formOf(parts: Parts): DeadlinesQuestion['form'] {
  const { cues, states } = parts;
  if (has(parts, 'days_left')) return 'days';
  if (has(parts, 'decide')) return 'decides';
  const asked = cues.indexOf('how_many');
  if (asked >= 0) {
    const noun = cues.slice(asked).find((cue) => ['deadline', 'extension', 'report', 'states', 'party'].includes(cue));
    return noun === 'states' || noun === 'party' ? 'count_states' : 'count_dates';
  }
  if ((cues[0] === 'is' || cues[0] === 'did') && has(parts, 'passed', 'late')) return 'yes_no';
  return states.length === 0 && has(parts, 'states', 'state', 'who', 'party') ? 'states' : 'dates';
}
