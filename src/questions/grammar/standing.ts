import { type Cue, OF_STANDING } from '../lexicon/cue.ts';
import { NOT_UNDERSTOOD, type Shape, type StandingQuestion, type StandingSubject } from '../question.ts';
import { standingSubject } from './filters.ts';
import { has, hasOnly, type Parts } from './parts.ts';

const CUES: readonly Cue[] = [
  'party',
  ...OF_STANDING,
  'standing',
  'which',
  'who',

  'what',
  'when',
  'how_many',
  'is',
  'did',
  'states',
  'state',
  'all',
  'and',
  'or',
  'pronoun',
  'last',
  'first',
];

/** Reads a question about the standing of States that needs no stretch of time. */
export function standing(parts: Parts): Shape {
  const subject = standingSubject(parts);
  if (subject === null || parts.themes.length > 0 || !hasOnly(parts, CUES, ['states'])) return NOT_UNDERSTOOD;
  const form = formOf(parts, subject);
  if (has(parts, 'first') || (form === 'last' && (parts.states.length > 0 || subject === 'standing')))
    return NOT_UNDERSTOOD;
  // "States Parties that signed" are not all that signed, and "a signatory or a Party" are two questions.
  if (has(parts, 'party') && (subject === 'sign' || subject === 'signatory')) return NOT_UNDERSTOOD;
  const isOpen = parts.states.length === 0 && (form === 'when' || subject === 'standing');
  if (
    isOpen ||
    (form === 'list' && !has(parts, 'which', 'who', 'what', 'all', 'states', 'party', 'signatory', 'did', 'is'))
  )
    return NOT_UNDERSTOOD;
  return { about: 'standing', subject, states: parts.states, form };
}

function formOf(parts: Parts, subject: StandingSubject): StandingQuestion['form'] {
  if (has(parts, 'last')) return 'last';
  if (has(parts, 'how_many')) return 'count';
  if (has(parts, 'when')) return 'when';
  if (parts.states.length === 0) return 'list';
  return subject !== 'standing' &&
    (parts.cues[0] === 'is' || parts.cues[0] === 'did' || subject === 'party' || subject === 'signatory')
    ? 'yes_no'
    : 'when';
}
