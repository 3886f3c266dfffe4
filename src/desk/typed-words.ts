import type { Actor } from './actor.ts';
import { offeredTo } from './catalog.ts';
import type { Command } from './describe.ts';

/** What may be typed after `/ccm`, for a page that completes it. */
export interface TypedWords {
  /** As help gives them. */
  verbs: readonly Pick<Command, 'verb' | 'also' | 'usage' | 'about'>[];
  /** Short names of the States, as the desk prints them. */
  states: readonly string[];
}

/** The verbs that `actor` is offered, those that help shows first before the others, and the names of the States. */
export function typedWords(commands: readonly Command[], actor: Actor, states: readonly string[]): TypedWords {
  const verbs = offeredTo(commands, actor).filter(({ verb }) => verb !== '');
  return {
    verbs: verbs
      .toSorted((a, b) => Number(a.shown === 'more') - Number(b.shown === 'more'))
      .map(({ verb, also, usage, about }) => ({ verb, also, usage, about })),
    states: states.toSorted((a, b) => a.localeCompare(b, 'en')),
  };
}
