import { actions, button, context, present, section } from '../../blocks/build.ts';
import { longDate, shortDate } from '../../blocks/dates.ts';
import type { Message } from '../../blocks/message.ts';
import { channelLink, join, md, mention } from '../../blocks/mrkdwn.ts';
import { counted, listed } from '../../blocks/words.ts';
import { notice } from '../../desk/words.ts';
import type { Day } from '../../treaty/day.ts';
import type { Standing } from './read.ts';

export const FOLD = 'guests:fold';
export const SHOW = 'guests:show';
export const STAY = 'guests:stay';

interface Joined {
  id: string;
  channel: string;
  guest: string;
  inviter: string | null;
  standing: Standing;
}

/** "2 request cards, 1 digest". */
const kindsOf = ({ cards, digests }: Standing): string =>
  listed(
    [
      cards.length > 0 && counted(cards.length, 'request card'),
      digests.length > 0 &&
        counted(digests.length, 'digest with requests and owners', 'digests with requests and owners'),
    ].filter((part) => part !== false),
  );

/** To the ISU and to whoever invited: what somebody from outside can now read, and what can be done about it. */
export function joinedMessage({ id, channel, guest, inviter, standing }: Joined): Message {
  const { all, cards, digests } = standing;
  const hidden = cards.length + digests.length;
  const where = channelLink(channel);
  const by = inviter === null ? md`` : md`, invited by ${mention(inviter)}`;
  const notFor =
    hidden === 0
      ? md`none of them holds more than what is published.`
      : md`*${hidden} ${hidden === 1 ? 'is' : 'are'} not for guests* (${kindsOf(standing)}).`;
  return {
    text: `A guest joined a channel of the desk and can read ${counted(all, 'desk message')} there, ${hidden} of them not for guests.`,
    blocks: present(
      section(
        md`*A guest joined ${where}:* ${guest}${by}.\nThey can read ${counted(all, 'earlier desk message')}; ${notFor}`,
      ),
      hidden > 0 &&
        actions(
          button({ text: `Fold the ${hidden} now`, action: FOLD, value: id, primary: true }),
          button({ text: `Show me the ${hidden}`, action: SHOW, value: id }),
          button({
            text: 'Let them stay…',
            action: STAY,
            value: id,
            confirm: {
              title: 'Let them stay?',
              text: 'Guests go on reading them, and the desk says so on each card.',
              confirm: 'Let them stay',
              deny: 'Not yet',
            },
          }),
        ),
      hidden > 0 &&
        context(
          md`Folding replaces a message by one line and keeps it for you; what was already read or e-mailed cannot be recalled. Until you choose, the desk posts here only what a guest may see.`,
        ),
    ),
  };
}

/** What stands in place of a message that was folded. */
export const foldedLine = (by: string, on: Day): Message =>
  notice(
    `Folded for guests by ${by}, ${shortDate(on)}. Coordinators and the ISU find it with /ccm requests and /ccm digest.`,
  );

/** What was folded, let stand, or decided by somebody else before. */
export const decidedMessage = (
  what: 'folded' | 'stays',
  { count, by, on }: { count: number; by: string | null; on: Day },
): Message =>
  by === null
    ? notice(
        what === 'folded'
          ? `${counted(count, 'message')} ${count === 1 ? 'is' : 'are'} folded.`
          : `${counted(count, 'message')} ${count === 1 ? 'stays' : 'stay'}, and each card says who reads it.`,
        what === 'folded'
          ? 'From now on the desk posts in that channel only what a guest may see. Once no guest is in it, what was folded comes back.'
          : 'Another decision: /ccm settings chooses another channel of the register.',
      )
    : notice(
        `${by} has decided this already, ${longDate(on)}: ${what === 'folded' ? 'they are folded' : 'they stay'}.`,
      );

/** The messages that are not for guests, by what they are. */
export function listMessage({ cards, digests }: Standing): Message {
  const lines = [
    ...cards.map(({ reference, state }) => md`• card of ${reference} · ${state}`),
    ...digests.map(({ on }) => md`• digest of ${shortDate(on)} with requests and owners`),
  ];
  const first = 'Not for guests, in the order in which they stand there:';
  return {
    text: [first, ...lines.map(({ text }) => text)].join('\n'),
    blocks: present(section(md`*${first}*`), section(join(lines.slice(0, 40), '\n'))),
  };
}
