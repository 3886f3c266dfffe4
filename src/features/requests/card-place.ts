import { channelLink, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import type { RequestSeen } from './read.ts';

/** The desk does not know whether Slack took the card: sending was cut off before Slack's answer came. */
export const CUT_OFF = 'cut_off';

const NOT_THERE = ['not_in_channel', 'channel_not_found'];

function reason(error: string | null): string {
  if (error !== null && NOT_THERE.includes(error))
    return 'the desk is not in that channel. Invite it there with /invite @Action5';
  if (error === 'is_archived') return 'the channel is archived. An admin chooses another with /ccm settings';
  return `Slack said ${error ?? 'nothing'}`;
}

type Placed = Pick<RequestSeen, 'card' | 'need'>;

/** Where the card of a request stands: in the register channel, on its way there, or why not and what happens next. */
export const placeWords = (placed: Placed): Mrkdwn =>
  placeIn(placed, md`the register channel ${channelLink(placed.card?.channel ?? '')}`);

/** The same in plain text, in which Slack shows no link to the channel. */
export const placeSpoken = (placed: Placed): string =>
  unescapeText(placeIn(placed, md`the register channel`).text.replace(/[*`]/g, ''));

function placeIn({ card, need }: Placed, channel: Mrkdwn): Mrkdwn {
  if (card === null)
    return md`No register channel is chosen yet, so only you have this card; an admin chooses one with \`/ccm settings\`.`;
  const kept = md`Kept as ${need.reference}; the card could not be posted in ${channel}`;
  switch (card.state) {
    case 'posted':
      return md`Its card is in ${channel}.`;
    case 'posting':
      return md`Its card is on its way to ${channel}.`;
    case 'due':
      return card.error === null
        ? md`Its card is on its way to ${channel}.`
        : md`${kept}: ${reason(card.error)}; it will be tried again.`;
    case 'refused':
      return card.error === CUT_OFF
        ? md`Sending its card to ${channel} was cut off: it may stand there or not. Please look there before posting it once more.`
        : md`${kept}: ${reason(card.error)}. It will be tried again when the desk starts, or with *Post the card*.`;
  }
}
