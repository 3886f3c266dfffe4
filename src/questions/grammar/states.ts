import type { Iso3 } from '../../treaty/facts.ts';
import type { Theme } from '../../treaty/theme.ts';
import { isCue } from '../items.ts';
import type { Cue } from '../lexicon/cue.ts';
import { type Filter, NOT_UNDERSTOOD, type Shape, type StatesQuestion } from '../question.ts';
import type { Clause } from './clauses.ts';
import { filterOf, WHICH_STATES } from './filters.ts';
import { has, isTimed, type Parts, partsOf } from './parts.ts';

const FORM_CUES: readonly Cue[] = [...WHICH_STATES, 'when', 'else', 'with', 'must', 'ahead'];

/** Reads which States all of the clauses are true of. */
export function statesThat(
  subject: Parts,
  said: readonly Clause[],
  without: readonly Iso3[],
  exclude: readonly Theme[],
): Shape {
  const [first, ...others] = said;
  if (first === undefined) return NOT_UNDERSTOOD;
  const attached = others.length === 0;
  // With one clause what stands before it belongs to it; with several the subject must hold nothing but States and places.
  const items = (clause: Clause) =>
    attached ? [...subject.items, ...clause.items].toSorted((a, b) => a.at - b.at) : clause.items;
  if (!attached && (isTimed(subject) || subject.amounts.length > 0 || subject.meetings.length > 0))
    return NOT_UNDERSTOOD;
  const stray = attached ? [] : subject.themes;
  if (!subject.cues.every((cue) => attached || FORM_CUES.includes(cue)) || stray.length > 0) return NOT_UNDERSTOOD;
  // "Both a deadline and a request": the two things are said one by one.
  const joins = said.length > 1 && said.every((clause) => partsOf(clause.items).themes.length < 2);
  const parts = said.map((clause) =>
    partsOf(items(clause).filter((item) => !isCue(item, 'else', 'when', 'ahead') && !(joins && isCue(item, 'both')))),
  );
  const filters = said.map((clause, at) => {
    const own = parts[at];
    const left = clause.family === 'asked' ? exclude : [];
    return own === undefined || clause.family === null || own.addressed
      ? null
      : filterOf(clause.family, own, clause.not, left);
  });
  if (filters.some((filter) => filter === null)) return NOT_UNDERSTOOD;
  if (exclude.length > 0 && !said.some(({ family }) => family === 'asked')) return NOT_UNDERSTOOD;
  const all = [subject, ...parts];
  const states = [...new Set(all.flatMap((each) => each.states))];
  const regions = [...new Set(all.flatMap((each) => each.regions))];
  if (regions.length > 1) return NOT_UNDERSTOOD;
  // Who has not ratified is neither a list of Parties nor of all other States.
  const positive = filters.some((filter) => filter !== null && !filter.not);
  if (!positive && filters.some((filter) => filter?.is === 'standing')) return NOT_UNDERSTOOD;
  const found: Filter[] = [
    ...filters.filter((filter) => filter !== null),
    ...regions.map((region): Filter => ({ is: 'region', not: false, region })),
    ...(states.length > 0 ? [{ is: 'among', not: false, states } as const] : []),
    ...(without.length > 0 ? [{ is: 'among', not: true, states: without } as const] : []),
  ];
  const form = formOf(
    partsOf([...subject.items, ...said.flatMap((clause) => clause.items)].toSorted((a, b) => a.at - b.at)),
    states.length > 0,
  );
  if (form === null || (states.length > 0 && said.some(({ not }) => not))) return NOT_UNDERSTOOD;
  return { about: 'states', filters: found, form };
}

function formOf(parts: Parts, named: boolean): StatesQuestion['form'] | null {
  if (has(parts, 'when')) return named && has(parts, 'finish') ? 'when' : null;
  if (has(parts, 'how_many')) return 'count';
  return named ? 'yes_no' : 'list';
}
