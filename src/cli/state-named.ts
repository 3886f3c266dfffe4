import type { NameFound } from '../questions/names.ts';

/** What is wrong with a name that names no State, or several. */
export const nameOf = (typed: string, found: Exclude<NameFound, { kind: 'found' }>): string =>
  found.kind === 'several'
    ? `"${typed}" may be ${found.states.join(' or ')}. Give the code or the full name.`
    : `There is no State "${typed}" on record.${found.nearest.length > 0 ? ` The nearest: ${found.nearest.join(', ')}.` : ''}`;
