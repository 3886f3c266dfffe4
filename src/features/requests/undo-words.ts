import type { Message } from '../../blocks/message.ts';
import { notice } from '../../desk/words.ts';
import type { UndoLoggingOutcome } from './undo-logging.ts';

/** What became of taking back that a request was logged, or a source added to it. */
export function undoneWords(reference: string, outcome: UndoLoggingOutcome): Message {
  switch (outcome.kind) {
    case 'undone':
      return outcome.what === 'logged'
        ? notice(
            `${reference} is taken back: it counts nowhere.`,
            'Its number is not given again; the history keeps both.',
          )
        : notice(`The source is no longer with ${reference}.`, 'The history keeps both.');
    case 'too_late':
      return notice('That was more than a minute ago: nothing was changed.', 'Withdraw it by the menu of its card.');
    case 'overtaken':
      return notice('Nothing was undone: something else was done with it since.', 'What: History on its card.');
    case 'not_allowed':
      return notice('Only who logged it can take it back. Nothing was changed.');
    case 'unknown':
      return notice('There is nothing to undo.');
  }
}
