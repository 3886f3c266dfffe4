import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { capital, listed } from '../../blocks/words.ts';

export const FOLLOW = 'following:follow';
export const UNFOLLOW = 'following:unfollow';
export const DIVIDE = 'following:divide';

const WHEN =
  'Its dates come to you 90, 30, 7 and 1 days before, at 09:00 your time on working days, in one message a day at most.';

/** After a State was chosen: what comes now, and the way back. */
export const followedMessage = (name: string, iso3: string): Message => ({
  text: `You follow ${inSentence(name)}. ${WHEN}`,
  blocks: present(
    section(md`*You follow ${inSentence(name)}.* ${WHEN}`),
    actions(button({ text: 'Stop following', action: UNFOLLOW, value: iso3 })),
  ),
});

/** To a person to whom somebody else gave a State. */
export const givenMessage = (name: string, by: string): Message => ({
  text: `${by} asks you to follow ${inSentence(name)}. ${WHEN} To end it: /ccm unfollow ${name}`,
  blocks: [
    section(md`*${by} asks you to follow ${inSentence(name)}.* ${WHEN}`),
    context(md`To end it: \`/ccm unfollow ${name}\``),
  ],
});

/** Which States somebody follows. */
export function followsMessage(chosen: readonly string[], byRole: readonly string[]): Message {
  const all = [...chosen, ...byRole];
  const first = all.length === 0 ? 'You follow no State.' : `You follow ${listed(all.map(inSentence))}.`;
  const role = byRole.length === 0 ? '' : ` ${capital(listed(byRole.map(inSentence)))}: from your role.`;
  const how = 'To follow one: /ccm follow Peru · to end it: /ccm unfollow Peru';
  return { text: `${first}${role} ${how}`, blocks: [section(md`*${first}*${role}`), context(md`${how}`)] };
}
