import type { PlainTextOption } from '@slack/types';
import { option } from '../blocks/build.ts';
import { LIMITS } from '../blocks/limits.ts';
import { fold } from '../questions/fold.ts';
import type { NamedState } from '../questions/names.ts';

/** The States whose name, in any language on record, holds what was typed; those that begin with it first. For an external select. */
export function stateChoices(states: readonly NamedState[], typed: string): readonly PlainTextOption[] {
  const wanted = fold(typed);
  const rank = ({ shortName, aliases }: NamedState): number => {
    if (fold(shortName).startsWith(wanted)) return 0;
    const names = [shortName, ...aliases.map(({ text }) => text)].map(fold);
    if (names.some((name) => name.startsWith(wanted))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return states
    .map((state) => ({ state, rank: rank(state) }))
    .filter(({ rank: at }) => at < 3)
    .toSorted((a, b) => a.rank - b.rank || a.state.shortName.localeCompare(b.state.shortName, 'en'))
    .slice(0, LIMITS.options)
    .map(({ state: { iso3, shortName } }) => option(shortName, iso3));
}
