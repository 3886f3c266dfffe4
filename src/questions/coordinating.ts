import type { Iso3 } from '../treaty/facts.ts';
import type { Facts, KnownTerm } from './facts.ts';
import { findState } from './names.ts';
import type { CoordinatingRole } from './question.ts';

const NAMED: readonly (readonly [CoordinatingRole, RegExp])[] = [
  ['analysis_3', /^Analysis Group Article 3/],
  ['analysis_4', /^Analysis Group Article 4/],
  ['presidency', /^Presidency/],
  ['cooperation', /^International cooperation/],
  ['clearance', /^Clearance/],
  ['stockpile', /^Stockpile/],
  ['victim_assistance', /^Victim/],
  ['universalization', /^Universalization/],
  ['transparency', /^Transparency/],
  ['national_implementation', /^National/],
  ['general_status', /^General status/],
];
const BESIDE: readonly CoordinatingRole[] = ['analysis_3', 'analysis_4', 'presidency'];

/** A role with the States that hold it. */
export interface Holding {
  role: CoordinatingRole;
  term: KnownTerm;
  states: readonly Iso3[];
}

const roleOf = ({ theme }: KnownTerm): CoordinatingRole | null =>
  NAMED.find(([, shape]) => shape.test(theme))?.[0] ?? null;
const yearsOf = ({ period }: KnownTerm): readonly [number, number] => {
  const [first = '', last = ''] = period.split('-');
  return [Number(first), Number(last || first)];
};

// A term begins with the end of a Meeting of States Parties, in September.
const TURN = '-09-05';

const isMeant = (of: CoordinatingRole, role: CoordinatingRole | null): boolean => {
  if (role === null) return !BESIDE.includes(of);
  return role === 'analysis' ? of === 'analysis_3' || of === 'analysis_4' : of === role;
};

/** Who holds a role, or every coordinating one, on the as-of date; with a year, the term that began in it. */
export function coordinating(
  role: CoordinatingRole | null,
  year: number | null,
  { terms, asOf, book }: Facts,
): readonly Holding[] {
  const found = new Map<CoordinatingRole, KnownTerm>();
  for (const term of terms) {
    const of = roleOf(term);
    const [first, last] = yearsOf(term);
    if (of === null || !isMeant(of, role)) continue;
    const begun =
      year === null ? `${first}${TURN}` <= asOf && last >= Number(asOf.slice(0, 4)) : first <= year && last >= year;
    const better = found.get(of);
    if (begun && (better === undefined || yearsOf(better)[0] < first)) found.set(of, term);
  }
  return [...found].flatMap(([of, term]) => {
    const states = term.states.flatMap((name) => {
      const state = findState(book, name);
      return state.kind === 'found' ? [state.state] : [];
    });
    return states.length === 0 ? [] : [{ role: of, term, states }];
  });
}
