import { actions, button, context, present, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { channelLink, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import type { Weekly } from '../../desk/schedule.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { everyWeek } from './card.ts';
import type { LeftOut } from './left-out.ts';

export const HOLD = 'digests:hold';
export const RELEASE = 'digests:release';
export const POST_NOW = 'digests:post-now';
export const WAIT = 'digests:wait';
export const LEAVE_OUT = 'digests:leave-out';
export const PUT_BACK = 'digests:put-back';

const plainly = (text: Mrkdwn): string => unescapeText(text.text.replace(/\*/g, ''));

/** An announced digest: where and when it goes, and what is left out of it. */
interface Announced {
  channel: string;
  weekly: Weekly;
  occurrence: string;
  leftOut: readonly LeftOut[];
}

/** The digest as it will be posted, to the ISU on Friday: silence means that it goes. */
export function previewMessage(digest: Message, { channel, weekly, occurrence, leftOut }: Announced): Message {
  const goes = md`*Goes out ${everyWeek(weekly).replace('every ', '')} in ${channelLink(channel)}.* Silence means that it goes.`;
  return {
    text: `${plainly(goes)}\n${digest.text}`,
    blocks: present(
      section(goes),
      ...digest.blocks.filter(({ type }) => type !== 'actions'),
      ...leftOut.map(({ id, words, reason, byName, until }) =>
        section(
          md`*Left out:* ${clamp(words, 300)}\n${reason} · ${byName}, until ${shortDate(dayIn(DESK_ZONE, until))}`,
          button({ text: 'Put it back', action: PUT_BACK, value: id }),
        ),
      ),
      actions(
        button({ text: 'Correct a fact', action: 'facts:correct' }),
        button({ text: 'Leave a line out…', action: LEAVE_OUT, value: occurrence }),
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

/** To the admins, when people from outside have come to read along in the channel of a digest with requests and owners. */
export function heldForReaders(channel: string, why: string, occurrence: string): Message {
  const said = md`*The digest for ${channelLink(channel)} is held.* ${why} It tells requests and owners, which are for coordinators and the ISU.`;
  return {
    text: plainly(said),
    blocks: present(
      section(said),
      actions(button({ text: 'Release it', action: RELEASE, value: occurrence })),
      context(md`To post dates alone, or elsewhere: \`/ccm digest settings\``),
    ),
  };
}

/** After Release, once the time at which it was to go out has passed. */
export const RELEASED = notice('Released: the digest goes out now.');

/** Where a preview stood before the digest was given another time. */
export const MOVED = notice('The digest was given another time.', 'Its preview stands below.');

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
