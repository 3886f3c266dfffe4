import type { Message } from '../../blocks/message.ts';
import { notice } from '../../desk/words.ts';
import type { Refusal } from './plan.ts';

/** Why nothing was kept, in a sentence. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not_allowed':
      return 'Coordinators, the ISU and admins plan meetings.';
    case 'past':
      return 'This time has passed: please give one that lies ahead.';
    case 'too_many':
      return `${refusal.invited} people would be invited, and calendars take at most 500. Please invite a list in their place, or fewer.`;
    case 'gone':
      return 'It was cancelled meanwhile, or there is none of that name.';
    case 'series':
      return 'A series is made and cancelled as a whole: please cancel it and plan a new one; a single date is moved in Outlook.';
    case 'not_over':
      return 'It has not begun yet: what came of it is kept afterwards.';
    case 'over':
      return 'This was decided meanwhile, or is no longer so.';
  }
}

export const refused = (refusal: Refusal): Message =>
  notice(refusalWords(refusal), 'Nothing was changed. All meetings: /ccm meetings');

/** After a change by a form; the card says the rest. */
export const changedNotice = (reference: string): Message =>
  notice(
    `${reference} is kept as changed.`,
    'Its card was changed in place; those invited are told by their calendar.',
  );
