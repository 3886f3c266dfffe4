import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Feature } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { stateChoices } from '../../desk/state-choices.ts';
import { notice } from '../../desk/words.ts';
import { findState, nameBook } from '../../questions/names.ts';
import { REOPEN, showTold, tellThose, undoKept } from './after-keeping.ts';
import { asked, sayLater, sayOther, sayYes, submitSource } from './answers.ts';
import { CONFIRM, LATER, TITLE as LIST_TITLE, OTHER, YES } from './confirm-modal.ts';
import { submitCorrection } from './correct.ts';
import { CORRECT, TITLE } from './correct-modal.ts';
import { SHOW_TOLD, TELL, UNDO } from './correction-card.ts';
import { carried, FIELD } from './draft.ts';
import { changeCorrection, openCorrection, openFor, openTakingBack } from './open-correction.ts';
import { showList } from './show-list.ts';

/** The keeping of the record: what the ISU confirms, corrects and takes back, and who had been told otherwise. */
export function factsFeature(desk: RecordDesk): Feature {
  const listFor = async (actor: Parameters<typeof showList>[1], text: string): Promise<Reply> => {
    if (text === '') return showList(desk, actor, null);
    const found = findState(nameBook(await readStates(desk.db)), text);
    return found.kind === 'found'
      ? showList(desk, actor, found.state)
      : say(
          notice(
            `No one State on record is called “${text.slice(0, 80)}”.`,
            'For example: /ccm confirm Bulgaria, or /ccm confirm for all.',
          ),
        );
  };
  return {
    name: 'facts',
    commands: [
      {
        verb: 'confirm',
        also: ['facts'],
        usage: '[State]',
        example: 'confirm',
        about: 'Facts that the ISU is asked to confirm, those that touch the coming year first.',
        shown: 'more',
        needs: 'read_register',
        opens: LIST_TITLE,
        run: ({ actor, text }) => listFor(actor, text),
      },
      {
        verb: 'correct',
        also: ['correction'],
        usage: '[State]',
        example: 'correct Bulgaria',
        about: 'Corrects a fact about an obligation, with source and reason; posted messages are amended.',
        shown: 'more',
        needs: 'keep_record',
        opens: TITLE,
        run: ({ actor, text }) => openFor(desk, actor, text),
      },
    ],
    actions: [
      { id: CONFIRM, opens: LIST_TITLE, run: ({ actor, value }) => showList(desk, actor, value || null) },
      {
        id: CORRECT,
        opens: TITLE,
        run: ({ actor, value }) => openCorrection(desk, actor, value ? { state: value } : {}),
      },
      { id: REOPEN, opens: TITLE, run: ({ actor, value }) => openTakingBack(desk, actor, value) },
      { id: YES, run: (press) => sayYes(desk, press) },
      { id: OTHER, run: (press) => sayOther(desk, press) },
      { id: LATER, run: (press) => sayLater(desk, press, `${LATER} ${press.value} ${press.at.toString()}`) },
      { id: UNDO, run: (press) => undoKept(desk, press) },
      { id: SHOW_TOLD, opens: 'Who was told', run: (press) => showTold(desk, press) },
      { id: TELL, run: (press) => tellThose(desk, press) },
      ...[FIELD.state, FIELD.target, FIELD.happened].map((id) => ({
        id,
        carries: carried,
        run: (press: Parameters<typeof changeCorrection>[2]) => changeCorrection(desk, id, press),
      })),
    ],
    submissions: [
      { id: CORRECT, carries: carried, submit: (filled) => submitCorrection(desk, filled) },
      { id: CONFIRM, carries: asked, submit: (filled) => submitSource(desk, filled) },
    ],
    options: [{ action: FIELD.state, options: async (typed) => stateChoices(await readStates(desk.db), typed) }],
  };
}
