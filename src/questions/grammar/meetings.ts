import type { Cue } from '../lexicon/cue.ts';
import { type MeetingsQuestion, NOT_UNDERSTOOD, type Shape } from '../question.ts';
import { has, hasOnly, isTimed, type Parts, spanOf } from './parts.ts';

const CUES: readonly Cue[] = [
  'meeting',
  'preparatory',
  'ahead',
  'held',
  'when',
  'where',
  'who',
  'which',
  'what',
  'how_many',
  'days_left',
  'next',
  'last',
  'is',
  'did',
  'presidency',
  'deadline',
  'must',
  'coordinator',
  'all',
  'could',
];

/** Reads a question about the meetings of the Convention. */
export function meetings(parts: Parts): Shape {
  if (parts.themes.length > 0 || !hasOnly(parts, CUES, ['meetings', 'windows', 'bounds'])) return NOT_UNDERSTOOD;
  const [named = null] = parts.meetings;
  const generic = named === 'MSP' || named === 'RC';
  const preparatory = has(parts, 'preparatory');
  const type = preparatory ? 'PREP' : named === 'NDM' ? 'EXTERNAL' : generic ? named : null;
  const meeting = generic || named === 'NDM' || preparatory ? null : named;
  if (preparatory && named !== null && named !== '2RC' && named !== 'RC') return NOT_UNDERSTOOD;
  const one = meeting !== null || named === 'RC' || named === 'NDM';
  const form = formOf(parts, one);
  if (
    form === null ||
    (one && (isTimed(parts) || form === 'next' || form === 'last' || form === 'count') && named !== 'RC')
  )
    return NOT_UNDERSTOOD;
  if (!one && (form === 'where' || form === 'who')) return NOT_UNDERSTOOD;
  const only = one ? null : has(parts, 'ahead') ? 'ahead' : has(parts, 'held') && has(parts, 'did') ? 'held' : null;
  return { about: 'meetings', meeting, type, span: spanOf(parts), only, form };
}

function formOf(parts: Parts, one: boolean): MeetingsQuestion['form'] | null {
  if (has(parts, 'days_left')) return one || has(parts, 'next') ? 'days' : null;
  if (has(parts, 'presidency', 'coordinator')) return 'who';
  if (has(parts, 'where')) return 'where';
  if (has(parts, 'how_many')) return 'count';
  if (has(parts, 'next')) return 'next';
  if (has(parts, 'last')) return 'last';
  if (has(parts, 'who')) return null;
  return one ? 'when' : 'list';
}
