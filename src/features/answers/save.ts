import type { Db } from '../../db/client.ts';
import { may } from '../../desk/actor.ts';
import type { Command } from '../../desk/describe.ts';
import type { Ids } from '../../desk/ports.ts';
import { say } from '../../desk/reply.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { ask, askAgain } from './asking.ts';
import { MOST_SAVED, saveQuestion } from './saved.ts';
import { conversationOf, questionBefore } from './store.ts';

const IN_DIGEST = 'Its answer comes in your own digest: /ccm digest subscribe. There you also let it go.';

/** `/ccm save`: keeps a question, the last one that was asked here or one that follows the verb. */
export const saveCommand = ({ db, ids }: { db: Db; ids: Ids }): Command => ({
  verb: 'save',
  also: [],
  usage: '[question]',
  example: 'save which states need victim assistance?',
  about: 'Keeps a question, or the last one you asked: its answer comes in your own digest.',
  shown: 'more',
  needs: 'read_register',
  alone: true,
  async run({ actor, text, place, at }) {
    if (!may(actor, 'read_register'))
      return say(notice('Coordinators, the ISU and admins can keep questions.', 'You can always ask.'));
    const today = dayIn(DESK_ZONE, at);
    const before = text === '' ? await questionBefore(db, conversationOf(place, actor.slackId), at) : null;
    if (text === '' && before === null)
      return say(
        notice('There is no question to keep.', 'For example: /ccm save which states need victim assistance?'),
      );
    const { answer, kept } =
      before === null
        ? await ask(db, text, today, true)
        : await askAgain(db, '', { question: before, language: 'en' }, today, true);
    if (kept === null)
      return say(notice(`The desk did not understand “${text}”. Nothing was kept.`, 'What it answers: /ccm help ask'));
    // What is kept is asked of each day anew, not of the day of the answer.
    const words = text === '' ? (answer.understood.split(' · ')[0] ?? '') : text;
    const outcome = await db.$transaction((tx) =>
      saveQuestion(tx, ids, { person: actor.slackId, text: words, kept, answer }, at),
    );
    switch (outcome) {
      case 'saved':
        return say(notice(`Kept: ${words}`, IN_DIGEST));
      case 'already':
        return say(notice('You keep this question already.', IN_DIGEST));
      case 'too_many':
        return say(
          notice(`You keep ${MOST_SAVED} questions already. Nothing was kept.`, 'Let one go: /ccm digest subscribe'),
        );
    }
  },
});
