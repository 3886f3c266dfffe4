import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { Change } from './change.ts';
import { doneWords } from './words.ts';

export const UNDO = 'handling:undo';

/** What was done, with the way back for a minute. */
export function doneMessage(reference: string, change: Change, id: string): Message {
  const words = doneWords(reference, change);
  return {
    text: words,
    blocks: present(
      section(md`*${words}*`),
      actions(
        button({ text: 'Open', action: 'requests:open', value: reference }),
        ...(change.kind === 'merge' ? [] : [button({ text: 'Undo', action: UNDO, value: id })]),
      ),
      change.kind !== 'merge' && context(md`Undo for one minute; after that by a move of its own.`),
    ),
  };
}

/** Nothing was changed, and why, with the request as it stands now behind a button. */
export const unchangedMessage = (reference: string, why: string): Message => ({
  text: `${reference} was not changed. ${why}`,
  blocks: present(
    section(md`*${reference} was not changed.* ${why}`),
    actions(button({ text: 'Open', action: 'requests:open', value: reference })),
  ),
});
