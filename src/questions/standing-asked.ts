import type { Cue } from './lexicon/en/cues.ts';
import { has, hasOnly, type Parts } from './parts.ts';
import { NOT_UNDERSTOOD, type Reading, type StandingQuestion, type StandingSubject } from './question.ts';

const SUBJECTS: Partial<Record<Cue, StandingSubject>> = {
  party: 'party',
  join: 'party',
  ratify: 'ratify',
  sign: 'sign',
  signatory: 'signatory',
  in_force: 'in_force',
  standing: 'standing',
};
const CUES: readonly Cue[] = [
  ...([
    'party',
    'join',
    'ratify',
    'sign',
    'signatory',
    'in_force',
    'standing',
    'which',
    'who',
    'what',
    'when',
  ] as const),
  ...(['how_many', 'yes_no', 'states', 'state', 'all', 'and', 'either', 'pronoun'] as const),
];

/** The one subject of the text; null with none or with several, of which one would be dropped. */
function subjectOf({ cues }: Parts): StandingSubject | null {
  const [only, ...others] = [...new Set(cues.flatMap((cue) => SUBJECTS[cue] ?? []))];
  return only !== undefined && others.length === 0 ? only : null;
}

export const asksForStanding = ({ cues }: Parts): boolean => cues.some((cue) => SUBJECTS[cue] !== undefined);

/** Reads a question about the standing of States. */
export function standing(parts: Parts): Reading {
  const { states, window, isToday } = parts;
  const subject = subjectOf(parts);
  const isTimed = !isToday && (window.from !== null || window.until !== null);
  if (subject === null || isTimed || !hasOnly(parts, CUES)) return NOT_UNDERSTOOD;
  const form = formOf(parts, subject);
  const isOpen = states.length === 0 && (form === 'when' || subject === 'standing');
  if (isOpen || (form === 'list' && !has(parts, 'which', 'who', 'what', 'all', 'states', 'party', 'signatory')))
    return NOT_UNDERSTOOD;
  return { kind: 'understood', question: { about: 'standing', subject, states, form, asOf: parts.asOf } };
}

function formOf(parts: Parts, subject: StandingSubject): StandingQuestion['form'] {
  if (has(parts, 'how_many')) return 'count';
  if (has(parts, 'when')) return 'when';
  if (parts.states.length === 0) return 'list';
  return subject !== 'standing' && (parts.cues[0] === 'yes_no' || subject === 'party' || subject === 'signatory')
    ? 'yes_no'
    : 'when';
}
