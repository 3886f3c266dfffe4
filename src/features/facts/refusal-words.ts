import type { Message } from '../../blocks/message.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { notice } from '../../desk/words.ts';
import type { Refusal } from './refusal.ts';

/** Why a person may not change a fact, and who may. */
export const refusalWords = ({ kind }: Refusal, stateName: string | null): Message =>
  kind === 'own_state'
    ? notice(
        `You represent ${inSentence(stateName ?? 'this State')}: nobody keeps the record of their own State.`,
        'Please ask the ISU or another admin. Nothing was changed.',
      )
    : notice(
        'The ISU and admins confirm and correct facts.',
        'Please tell them what is wrong, with its source. Nothing was changed.',
      );
