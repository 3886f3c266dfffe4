import type { Message } from '../../blocks/message.ts';
import { notice } from '../../desk/words.ts';
import type { FollowUpOutcome } from './use-cases.ts';

const NOTHING = 'Nothing was changed. All of yours: /ccm followups';

/** Why a follow-up was not kept or changed. */
export function refusalWords(kind: Exclude<FollowUpOutcome['kind'], 'done'>): string {
  switch (kind) {
    case 'not_allowed':
      return 'Coordinators, the ISU and admins keep follow-ups.';
    case 'not_a_member':
      return 'This person holds no role at the desk; the desk sends nothing to them.';
    case 'past':
      return 'This day has passed: please choose today or a day to come.';
    case 'settled':
      return 'It is done already, or there is none of that name.';
  }
}

export const refused = (kind: Exclude<FollowUpOutcome['kind'], 'done'>): Message => notice(refusalWords(kind), NOTHING);

export const doneMessage = (reference: string): Message =>
  notice(`${reference} is done.`, 'What is still open: /ccm followups');
