import type { Theme } from '../../treaty/theme.ts';
import type { Cue } from '../lexicon/cue.ts';
import { type CoordinatingRole, NOT_UNDERSTOOD, type Shape } from '../question.ts';
import type { Window } from '../window.ts';
import { has, hasOnly, type Parts } from './parts.ts';

const OF_THEME: Partial<Record<Theme, CoordinatingRole>> = {
  SURVEY_AND_CLEARANCE: 'clearance',
  RISK_REDUCTION_EDUCATION: 'clearance',
  STOCKPILE_DESTRUCTION: 'stockpile',
  VICTIM_ASSISTANCE: 'victim_assistance',
  TRANSPARENCY: 'transparency',
  NATIONAL_IMPLEMENTATION: 'national_implementation',
};

/** The role that is named; null for any, `unknown` where several are named or one that nobody holds. */
export function coordinatingRole(parts: Parts): CoordinatingRole | null | 'unknown' {
  const { themes } = parts;
  const ofThemes = [...new Set(themes.map((theme) => OF_THEME[theme] ?? 'unknown'))];
  if (has(parts, 'analysis_group')) {
    if (themes.length === 0) return 'analysis';
    if (themes.length > 1) return 'unknown';
    return ofThemes[0] === 'clearance' ? 'analysis_4' : ofThemes[0] === 'stockpile' ? 'analysis_3' : 'unknown';
  }
  if (has(parts, 'presidency')) return themes.length === 0 ? 'presidency' : 'unknown';
  const roles = [
    ...ofThemes,
    ...(has(parts, 'universalization') ? (['universalization'] as const) : []),
    ...(has(parts, 'cooperation') ? (['cooperation'] as const) : []),
  ];
  return roles.length > 1 ? 'unknown' : (roles[0] ?? null);
}

const CUES: readonly Cue[] = [
  'coordinator',
  'presidency',
  'analysis_group',
  'universalization',
  'cooperation',
  'which',
  'who',
  'what',
  'is',
  'did',
  'states',
  'state',
  'party',
  'and',
  'all',
  'how_many',
  'extension',
  'themes',
  'meeting',
];

/** The year in which a term began: the year itself, or the first of "2017-2018"; null for other stretches of time. */
function termOf({ year, from, until }: Window): number | null {
  if (year !== null || from === null || until === null) return year;
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return from.endsWith('-01-01') && until.endsWith('-12-31') && last === first + 1 ? first : null;
}

/** Reads a question about who coordinates what; the presidency of one meeting is a question about the meeting. */
export function coordinators(parts: Parts): Shape {
  const role = coordinatingRole(parts);
  if (role === 'unknown' || !hasOnly(parts, CUES, ['states', 'windows'])) return NOT_UNDERSTOOD;
  const [window] = parts.windows;
  const year = window === undefined ? null : termOf(window.window);
  if (window !== undefined && year === null) return NOT_UNDERSTOOD;
  if (has(parts, 'extension') && !has(parts, 'analysis_group')) return NOT_UNDERSTOOD;
  const { states, cues } = parts;
  const form = has(parts, 'how_many')
    ? 'count'
    : states.length === 0
      ? 'list'
      : cues[0] === 'is' || cues[0] === 'did'
        ? 'yes_no'
        : 'what';
  if (form === 'what' && role !== null) return NOT_UNDERSTOOD;
  return { about: 'coordinators', role, states, year, form };
}
