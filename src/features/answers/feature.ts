import type { Db } from '../../db/client.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Action, Asking, Feature } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { type Clock, DESK_ZONE, dayIn } from '../../desk/time.ts';
import { parseDay } from '../../treaty/day.ts';
import { ASK, answerCard, publicCard, SOURCES, sourcesModal, withVerbs } from './card.ts';
import { readsRegister } from './facts.ts';
import { ask } from './use-cases.ts';

const MOST_SUGGESTIONS = 4;

export interface AnswersDesk {
  db: Db;
  clock: Clock;
  /** The verbs that are spelt most like how `text` begins, of those that `actor` may use. */
  verbsLike(text: string, actor: Actor): readonly string[];
}

/** Answers questions in plain words: after `/ccm`, in a thread by mention, in a direct message. */
export function answersFeature({ db, verbsLike }: AnswersDesk): Feature {
  const answer = async ({
    actor,
    text,
    place,
    at,
  }: Pick<Asking, 'actor' | 'text' | 'place' | 'at'>): Promise<Reply> => {
    const found = await ask(db, text, dayIn(DESK_ZONE, at), readsRegister(actor, place.public));
    const card = place.public ? publicCard(found) : answerCard(found);
    return say(found.outcome === 'not_understood' ? withVerbs(card, verbsLike(text, actor)) : card);
  };
  const sources: Action = {
    id: SOURCES,
    opens: 'Sources, line by line',
    async run({ actor, value, place, at }) {
      const asOf = parseDay(value.slice(0, 10)) ?? dayIn(DESK_ZONE, at);
      const found = await ask(db, value.slice(11), asOf, readsRegister(actor, place.public));
      return { kind: 'modal', modal: sourcesModal(found) };
    },
  };
  const again = Array.from(
    { length: MOST_SUGGESTIONS },
    (_, n): Action => ({
      id: `${ASK}:${n}`,
      run: ({ actor, value, place, at }) => answer({ actor, text: value, place, at }),
    }),
  );
  return {
    name: 'answers',
    commands: [
      {
        verb: 'ask',
        also: [],
        usage: '<question>',
        example: 'which states need victim assistance?',
        about: 'Answers a question about requests, deadlines and standing of States; the word “ask” may be left out.',
        shown: 'first',
        run: answer,
      },
    ],
    actions: [sources, ...again],
    freeText: { answer },
  };
}
