import { actions, button, context, present, section } from '../../blocks/build.ts';
import { dateSeenFrom } from '../../blocks/dates.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { notice } from '../../desk/words.ts';
import type { Day } from '../../treaty/day.ts';
import { HAND_OVER } from './card.ts';
import { type HeldAs, heldWords, roleWord } from './words.ts';

/** To a person who holds a role from now on. */
export const givenMessage = (held: HeldAs, by: string, today: Day): Message =>
  notice(`${by} gave you a role at the desk: ${heldWords(held, today)}.`, 'What you can do: /ccm help');

/** To a person whose role has ended. */
export const endedMessage = ({ role }: Pick<HeldAs, 'role'>, by: string): Message =>
  notice(
    `${by} ended your role at the desk: ${roleWord(role)}.`,
    'What you held stays on record. You can always ask what States have published.',
  );

/** To a person whose role has another last day. */
export const lastDayMessage = (held: HeldAs, by: string, today: Day): Message =>
  notice(
    held.until === null
      ? `${by} took the end off your role at the desk: ${roleWord(held.role)}.`
      : `${by} set the last day of your role at the desk: ${heldWords(held, today)}.`,
    "Everybody's roles: /ccm people",
  );

/** Two weeks before a role ends and on its last day: to whoever holds it, and to the admins (`of` names the holder). */
export function endsSoonMessage(
  held: HeldAs,
  { of, holds }: { of: string | null; holds: string | null },
  today: Day,
): Message {
  const whose = of === null ? 'Your role' : `The role of ${of}`;
  const when = held.until === null ? '' : dateSeenFrom(today, held.until);
  const first = `${whose} at the desk ends: ${roleWord(held.role)}, last day ${when}.`;
  const rest = holds === null ? '' : ` ${of === null ? 'You hold' : 'They hold'} ${holds}.`;
  return {
    text: `${first}${rest}`,
    blocks: present(
      section(md`*${first}*${rest}`),
      holds !== null && actions(button({ text: 'Hand over', action: HAND_OVER })),
      context(md`Another last day: \`/ccm people\`, Change a role.`),
    ),
  };
}
