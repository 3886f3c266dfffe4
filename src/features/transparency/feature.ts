import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Feature } from '../../desk/describe.ts';
import { say } from '../../desk/reply.ts';
import { stateChoices } from '../../desk/state-choices.ts';
import { refusalOf } from '../facts/use-cases.ts';
import { answerNotYet, askComplete, marking, sayReceived, submitComplete } from './answers.ts';
import { TAKE_BACK, UNDO } from './card.ts';
import { COMPLETE } from './complete.ts';
import { carried, FIELD } from './draft.ts';
import { RECEIVED, TITLE } from './modal.ts';
import { changeReceived, openTyped } from './open.ts';
import { refusalWords } from './refusal-words.ts';
import { submitReceived } from './submit.ts';
import { submitTakeBack, TAKE_BACK_TITLE, takeBackModal, undoReport } from './undo.ts';

/** Reports under Art. 7 as the ISU receives them: the receipt and what it asks for, and its word that one has not come. */
export const transparencyFeature = (desk: RecordDesk): Feature => ({
  name: 'transparency',
  commands: [
    {
      verb: 'received',
      also: ['receipt'],
      usage: '[State] [initial or year]',
      example: 'received Gambia',
      about: 'Records that an Article 7 report came in, with what it asks for.',
      shown: 'more',
      needs: 'keep_record',
      opens: TITLE,
      run: ({ actor, text }) => openTyped(desk, actor, text),
    },
  ],
  actions: [
    { id: RECEIVED, run: (press) => sayReceived(desk, press) },
    { id: 'transparency:open', opens: TITLE, run: (press) => sayReceived(desk, press) },
    { id: 'transparency:not-yet', run: (press) => answerNotYet(desk, press) },
    { id: COMPLETE, run: (press) => askComplete(desk, press) },
    { id: UNDO, run: (press) => undoReport(desk, press) },
    {
      id: TAKE_BACK,
      opens: TAKE_BACK_TITLE,
      run: async ({ actor, value }) => {
        const refused = refusalOf(actor, null);
        return refused === null ? { kind: 'modal', modal: takeBackModal(value) } : say(refusalWords(refused, null));
      },
    },
    ...[FIELD.state, FIELD.report, FIELD.help].map((id) => ({
      id,
      carries: carried,
      run: (press: Parameters<typeof changeReceived>[2]) => changeReceived(desk, id, press),
    })),
  ],
  submissions: [
    { id: RECEIVED, carries: carried, submit: (filled) => submitReceived(desk, filled) },
    { id: COMPLETE, carries: marking, submit: (filled) => submitComplete(desk, filled) },
    { id: TAKE_BACK, submit: (filled) => submitTakeBack(desk, filled) },
  ],
  options: [{ action: FIELD.state, options: async (typed) => stateChoices(await readStates(desk.db), typed) }],
});
