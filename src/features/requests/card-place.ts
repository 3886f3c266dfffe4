import { channelLink, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { slackSaid } from '../../desk/words.ts';
import type { RequestSeen } from './read.ts';

const NOT_THERE = ['not_in_channel', 'channel_not_found'];

function reason(error: string | null): string {
  if (error !== null && NOT_THERE.includes(error))
    return 'the desk is not in that channel. Invite it there with /invite @Action5';
  if (error === 'is_archived') return 'the channel is archived. An admin chooses another with /ccm settings';
  return slackSaid(error);
}

type Placed = Pick<RequestSeen, 'card' | 'need' | 'registerOpen'>;

/** Where the card of a request stands: in the register channel, on its way there, or why not and what happens next. */
export const placeWords = (placed: Placed): Mrkdwn =>
  placeIn(placed, md`the register channel ${channelLink(placed.card?.channel ?? '')}`);

/** The same in plain text, in which Slack shows no link to the channel. */
export const placeSpoken = (placed: Placed): string =>
  unescapeText(placeIn(placed, md`the register channel`).text.replace(/[*`]/g, ''));

function placeIn({ card, need, registerOpen }: Placed, channel: Mrkdwn): Mrkdwn {
  if (card === null && registerOpen)
    return md`Somebody from outside reads along in the register channel, so this card is not posted there; an admin chooses another with \`/ccm settings\`.`;
  if (card === null)
    return md`No register channel is chosen yet, so only you have this card; an admin chooses one with \`/ccm settings\`.`;
  const isOn = card.state === 'due' || card.state === 'sending';
  if (isUpToDate(card) || (isOn && card.stands)) return md`Its card is in ${channel}.`;
  const kept = card.stands
    ? md`Kept as ${need.reference}; the card in ${channel} could not be changed`
    : md`Kept as ${need.reference}; the card could not be posted in ${channel}`;
  if (isOn)
    return card.error === null
      ? md`Its card is on its way to ${channel}.`
      : md`${kept}: ${reason(card.error)}; it will be tried again.`;
  if (card.state === 'unsure')
    return md`Sending its card to ${channel} was cut off: it may stand there or not. Please look there before posting it once more.`;
  return card.state === 'dropped'
    ? md`Its card was not posted in ${channel}. It is posted with *Post the card*.`
    : md`${kept}: ${reason(card.error)}. An admin has been told; once it is put right, use *Post the card*.`;
}

/** Whether Slack shows the card as the request is. */
export const isUpToDate = ({ state }: NonNullable<RequestSeen['card']>): boolean => state === 'sent';
