import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { channelLink, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import type { Weekly } from '../../desk/schedule.ts';
import { everyWeek } from './card.ts';

export const HOLD = 'digests:hold';
export const RELEASE = 'digests:release';
export const POST_NOW = 'digests:post-now';
export const WAIT = 'digests:wait';

const plainly = (text: Mrkdwn): string => unescapeText(text.text.replace(/\*/g, ''));

/** The digest as it will be posted, to the ISU on Friday: silence means that it goes. */
export function previewMessage(digest: Message, channel: string, weekly: Weekly, occurrence: string): Message {
  const goes = md`*Goes out ${everyWeek(weekly).replace('every ', '')} in ${channelLink(channel)}.* Silence means that it goes.`;
  return {
    text: `${plainly(goes)}\n${digest.text}`,
    blocks: present(
      section(goes),
      ...digest.blocks.filter(({ type }) => type !== 'actions'),
      actions(
        button({ text: 'Correct a fact', action: 'facts:correct' }),
        button({ text: 'Hold', action: HOLD, value: occurrence }),
      ),
    ),
    ...(digest.carries ? { carries: digest.carries } : {}),
  };
}

/** After Hold: who holds it, and the way back. */
export function heldMessage(name: string, channel: string, occurrence: string): Message {
  const said = md`*Held by ${name}.* The digest for ${channelLink(channel)} is not posted until somebody of the ISU releases it.`;
  return {
    text: plainly(said),
    blocks: present(section(said), actions(button({ text: 'Release it', action: RELEASE, value: occurrence }))),
  };
}

/** To the admins, before the very first digest of a channel: nothing goes out without a yes. */
export function firstMessage(digest: Message, channel: string, weekly: Weekly, occurrence: string): Message {
  const asks = md`*The first digest for ${channelLink(channel)} waits for your yes.* After it one goes out ${everyWeek(weekly)} by itself.`;
  return {
    text: `${plainly(asks)}\n${digest.text}`,
    blocks: present(
      section(asks),
      ...digest.blocks.filter(({ type }) => type !== 'actions'),
      actions(
        button({ text: 'Post it now', action: POST_NOW, value: occurrence, primary: true }),
        button({ text: 'Wait for next week', action: WAIT, value: occurrence }),
      ),
      context(md`Nothing is posted until an admin decides.`),
    ),
  };
}
