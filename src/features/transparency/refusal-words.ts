import type { Message } from '../../blocks/message.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { notice } from '../../desk/words.ts';
import type { Refusal } from '../facts/use-cases.ts';

/** Why a person may not note that a report was received, and who may. */
export const refusalWords = ({ kind }: Refusal, stateName: string | null): Message =>
  kind === 'own_state'
    ? notice(
        `You represent ${inSentence(stateName ?? 'this State')}: nobody notes the reports of their own State.`,
        'Please ask the ISU or another admin. Nothing was kept.',
      )
    : notice(
        'The ISU and admins note which reports were received.',
        'Please tell them which report came in, and when. Nothing was kept.',
      );
