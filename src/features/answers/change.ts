import { plain } from '../../blocks/build.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Message, Modal } from '../../blocks/message.ts';
import type { Db } from '../../db/client.ts';
import type { Action, Submission } from '../../desk/describe.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { followUp } from '../../questions/follow-up.ts';
import { TONGUES } from '../../questions/tongue/tongues.ts';
import { type Answered, askAgain } from './asking.ts';
import { readFacts, readsRegister } from './facts.ts';
import { type Kept, readKept } from './kept.ts';

export const CHANGE = 'answers:change';
const WORDS = 'words';

/** One field for what is to be changed: a theme, a State, a date or a year. */
function changeModal({ language }: Kept, metadata: string): Modal {
  const { say } = TONGUES[language];
  return {
    type: 'modal',
    callback_id: CHANGE,
    title: plain(say`Change theme or date`, LIMITS.modalTitle),
    submit: plain(say`Ask`, LIMITS.modalTitle),
    close: plain(say`Close`, LIMITS.modalTitle),
    private_metadata: metadata,
    blocks: [
      input(
        {
          block: WORDS,
          label: say`Another theme, State, date or year`,
          hint: say`For example: RRE · Lebanon · in 2018 · before 2021 · as of 1 January 2020`,
        },
        textInput(WORDS, { most: 200 }),
      ),
    ],
  };
}

/** Changes theme, State, date or year of a question that was answered; `card` shows the new answer. */
export function changing(
  db: Db,
  card: (found: Answered) => Message,
): { actions: readonly Action[]; submissions: readonly Submission[] } {
  return {
    actions: [
      {
        id: CHANGE,
        opens: 'Change theme or date',
        async run({ value }) {
          const kept = readKept(value);
          return kept === null ? { kind: 'nothing' } : { kind: 'modal', modal: changeModal(kept, value) };
        },
      },
    ],
    submissions: [
      {
        id: CHANGE,
        async submit({ actor, values, metadata, place, at }) {
          const kept = readKept(metadata);
          const typed = values[WORDS]?.[WORDS];
          if (kept === null || typeof typed !== 'string') return { kind: 'nothing' };
          const today = dayIn(DESK_ZONE, at);
          const { book } = await readFacts(db, false);
          const changed = followUp(typed, kept.question, book, today);
          const { say } = TONGUES[kept.language];
          if (changed === null)
            return { kind: 'errors', errors: { [WORDS]: say`The desk cannot change the question by this.` } };
          const next = { ...changed, language: kept.language };
          const found = await askAgain(db, typed, next, today, readsRegister(actor, place.public));
          return { kind: 'close', messages: [card(found)] };
        },
      },
    ],
  };
}
