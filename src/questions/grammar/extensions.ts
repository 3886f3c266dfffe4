import type { Cue } from '../lexicon/cue.ts';
import { type ExtensionsQuestion, NOT_UNDERSTOOD, type Shape } from '../question.ts';
import { has, hasOnly, obligationArticles, type Parts } from './parts.ts';

const CUES: readonly Cue[] = [
  'extension',
  'extend',
  'grant',
  'need',
  'request',
  'submit',
  'received',
  'when',
  'how_long',
  'longest',
  'is',
  'did',
  'deadline',
  'which',
  'what',
  'who',
  'state',
  'states',
  'and',
  'announce',
  'pronoun',
];

/** Reads when a State asked or was granted an extension, until when, and which was the longest. */
export function extensions(parts: Parts): Shape {
  const articles = obligationArticles(parts.themes);
  const form = formOf(parts);
  if (articles === null || form === null || has(parts, 'announce') || !hasOnly(parts, CUES, ['states']))
    return NOT_UNDERSTOOD;
  if ((parts.states.length === 0) !== (form === 'longest')) return NOT_UNDERSTOOD;
  return { about: 'extensions', states: parts.states, articles, form };
}

function formOf(parts: Parts): ExtensionsQuestion['form'] | null {
  if (has(parts, 'longest')) return 'longest';
  if (has(parts, 'how_long')) return 'until';
  if (!has(parts, 'when')) return null;
  if (has(parts, 'extend')) return 'until';
  if (has(parts, 'grant', 'received')) return 'granted';
  return has(parts, 'did') && has(parts, 'need', 'submit') ? 'requested' : null;
}

/** Whether it asks for one of these, and not who has an extension or by when one must be asked. */
export const asksOfExtension = (parts: Parts): boolean =>
  !has(parts, 'must', 'could') && formOf(parts) !== null && (has(parts, 'longest') || parts.states.length > 0);
