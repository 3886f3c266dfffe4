import type { Cue } from '../lexicon/cue.ts';
import { NOT_UNDERSTOOD, type Shape } from '../question.ts';
import { has, hasOnly, type Parts } from './parts.ts';

const CUES: readonly Cue[] = [
  'note',
  'figure',
  'discrepancy',
  'seventh',
  'why',
  'say',
  'is',
  'did',
  'what',
  'which',
  'who',
  'how_many',
  'states',
  'state',
  'party',
  'need',
  'only',
  'pronoun',
  'that',
  'request',
];

export const asksForFigures = (parts: Parts): boolean =>
  has(parts, 'discrepancy', 'seventh') ||
  (has(parts, 'why') && parts.numbers.length > 0) ||
  (has(parts, 'note') && has(parts, 'say', 'which', 'how_many', 'why', 'figure', 'what')) ||
  (has(parts, 'figure') && has(parts, 'which', 'what'));

/** Reads a question about the numbers that a source states, and where they differ from its names. */
export function figures(parts: Parts): Shape {
  if (!hasOnly(parts, CUES, ['numbers']) || parts.themes.length > 1) return NOT_UNDERSTOOD;
  const [number] = parts.numbers;
  if (number !== undefined && number !== 6 && number !== 7) return NOT_UNDERSTOOD;
  const theme = parts.themes[0] ?? null;
  if (has(parts, 'discrepancy', 'seventh', 'why')) return { about: 'figures', theme, form: 'discrepancy' };
  if (number !== undefined) return NOT_UNDERSTOOD;
  return { about: 'figures', theme, form: theme === null || has(parts, 'figure') ? 'stated' : 'named' };
}
