import type { StateRow } from '../db/read/rows.ts';
import { findState, nameBook } from '../questions/names.ts';
import type { Iso3 } from '../treaty/facts.ts';
import type { Taken } from './verb.ts';

/** The State that `typed` names, by any of its names or codes; else those it may be, or the nearest names. */
export function stateNamed(states: readonly StateRow[], typed: string): Taken<Iso3> {
  // Two letters are a code here, where nothing else is said; in a question they may be words.
  const byCode = states.find(({ iso2 }) => iso2 === typed.trim().toUpperCase());
  if (byCode !== undefined) return { ok: true, value: byCode.iso3 };
  const book = nameBook(states);
  const found = findState(book, typed);
  if (found.kind === 'found') return { ok: true, value: found.state };
  const named = (codes: readonly Iso3[]): string[] => codes.map((code) => `${book.shortName(code)} (${code})`);
  if (found.kind === 'several')
    return {
      ok: false,
      problem: `"${typed}" may be ${named(found.states).join(' or ')}. Give the code or the full name.`,
    };
  const nearest = found.nearest.length > 0 ? ` The nearest: ${named(found.nearest).join(', ')}.` : '';
  return { ok: false, problem: `There is no State "${typed}" on record.${nearest}` };
}
