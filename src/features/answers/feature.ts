import { clamp } from '../../blocks/limits.ts';
import type { Db } from '../../db/client.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Action, Asking, Feature } from '../../desk/describe.ts';
import type { Ids } from '../../desk/ports.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { type Clock, DESK_ZONE, dayIn } from '../../desk/time.ts';
import { fold } from '../../questions/fold.ts';
import { isLexiconWord } from '../../questions/vocabulary.ts';
import { parseDay } from '../../treaty/day.ts';
import { ask, askAgain } from './asking.ts';
import { ASK, answerCard, askCard, publicCard, SOURCES, sourcesModal, withVerbs } from './card.ts';
import { carriedIn } from './carried.ts';
import { changing } from './change.ts';
import { copyActions } from './copy.ts';
import { COPY } from './copy-modal.ts';
import { readsRegister } from './facts.ts';
import { feedback } from './feedback.ts';
import { readKept } from './kept.ts';
import { saveCommand } from './save.ts';
import { conversationOf, keepQuestion, questionBefore } from './store.ts';

const MOST_SUGGESTIONS = 4;
const SHORTEST_VERB = 2;
const LONGEST_COMMAND = 80;

export interface AnswersDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
  /** The verbs that are spelt most like `word`, of those that `actor` may use. */
  verbsLike(word: string, actor: Actor): readonly string[];
}

/** Answers questions in plain words: after `/ccm`, in a thread by mention, in a direct message. */
export function answersFeature({ db, ids, verbsLike }: AnswersDesk): Feature {
  /** What may have been meant as a command: the verbs nearest to the first word, a single one with what follows it. */
  const meantBy = (text: string, actor: Actor): readonly string[] => {
    const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
    if (word.length < SHORTEST_VERB || isLexiconWord(fold(word))) return [];
    const [only, ...others] = verbsLike(word, actor);
    if (only === undefined) return [];
    return others.length > 0 ? [only, ...others] : [clamp(`${only} ${rest}`.trim(), LONGEST_COMMAND)];
  };
  const answer = async ({
    actor,
    text,
    place,
    at,
  }: Pick<Asking, 'actor' | 'text' | 'place' | 'at'>): Promise<Reply> => {
    const conversation = conversationOf(place, actor.slackId);
    const before = await questionBefore(db, conversation, at);
    const register = readsRegister(actor, place.public);
    const { answer: found, kept, facts } = await ask(db, text, dayIn(DESK_ZONE, at), register, before);
    if (kept !== null) await keepQuestion(db, conversation, kept.question, at);
    const card = place.public ? publicCard(found) : answerCard(found, kept);
    const meant = meantBy(text, actor);
    const shown = found.outcome === 'not_understood' || meant.length > 0 ? withVerbs(card, meant) : card;
    return say({ ...shown, carries: carriedIn(card, facts, found.asOf) });
  };
  const sources: Action = {
    id: SOURCES,
    opens: 'Sources, line by line',
    async run({ actor, value, place, at }) {
      const kept = readKept(value);
      // A card of an older desk has the text itself, after its day.
      const asOf = parseDay(value.slice(0, 10)) ?? dayIn(DESK_ZONE, at);
      const register = readsRegister(actor, place.public);
      const { answer: found } =
        kept === null ? await ask(db, value.slice(11), asOf, register) : await askAgain(db, '', kept, asOf, register);
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
  const change = changing(db, ({ answer: found, kept: understood, facts }) => {
    const card = answerCard(found, understood);
    return { ...card, carries: carriedIn(card, facts, found.asOf) };
  });
  const kept = feedback({ db, ids });
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
        run: async (asking) => (asking.text === '' ? say(askCard(asking.place.public)) : answer(asking)),
      },
      saveCommand({ db, ids }),
    ],
    actions: [sources, ...again, ...copyActions(db), ...change.actions, ...kept.actions],
    submissions: [{ id: COPY, submit: async () => ({ kind: 'nothing' }) }, ...change.submissions, ...kept.submissions],
    home: [kept.home],
    freeText: { answer },
  };
}
