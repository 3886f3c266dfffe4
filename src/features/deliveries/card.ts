import { actions, button, context, present, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Block, Message } from '../../blocks/message.ts';
import { channelLink, type Mrkdwn, md, mention, unescapeText } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import type { QueueRow, RestingRow } from '../../db/read/deliveries.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import { slackSaid } from '../../desk/words.ts';

export const SEND = 'deliveries:send';
export const DROP = 'deliveries:drop';

const LONGEST = 200;

const KIND: Readonly<Record<string, string>> = {
  digest: 'The digest',
  reminder: 'A reminder',
  card: 'The card of a request',
  notice: 'A notice',
  correction: 'A message that was corrected',
};

const whereWords = ({ lane }: RestingRow): Mrkdwn => (/^[UW]/.test(lane) ? mention(lane) : channelLink(lane));

const PERSON_GONE =
  'that person is not in the workspace any more; with /ccm people an admin ends their roles, and nothing more is sent';

const REASONS: Readonly<Record<string, string>> = {
  is_archived: 'the channel is archived',
  not_in_channel: 'the desk is not in that channel: invite it there with /invite @Action5',
  channel_not_found: 'the desk is not in that channel, or it does not exist: invite it there with /invite @Action5',
  user_not_found: PERSON_GONE,
  user_disabled: PERSON_GONE,
  invalid_blocks: 'Slack did not accept its form',
};

const why = ({ state, error }: RestingRow): string =>
  state === 'unsure'
    ? 'sending it was cut off, and the desk may not look whether it arrived. Please look there before sending it again'
    : (REASONS[error] ?? slackSaid(error));

/** One message that rests: what it is, where it was to go, why it did not, and its first words. */
function restingWords(row: RestingRow): Mrkdwn {
  const day = shortDate(dayIn(DESK_ZONE, row.enqueuedAt));
  return md`*${KIND[row.kind] ?? 'A message'}* of ${day}, ${timeIn(DESK_ZONE, row.enqueuedAt)}, for ${whereWords(row)}: ${why(row)}.\n“${clamp(row.text.replace(/\s+/g, ' '), LONGEST)}”`;
}

const buttons = ({ id, state }: RestingRow): Block | null =>
  actions(
    button({ text: state === 'unsure' ? 'Send it now' : 'Try again', action: SEND, value: id, primary: true }),
    button({
      text: 'Drop it',
      action: DROP,
      value: id,
      confirm: {
        title: 'Drop this message?',
        text: 'It is not sent. It stays on record that it was to be.',
        confirm: 'Drop it',
        deny: 'Keep it',
      },
    }),
  );

const plainly = (text: Mrkdwn): string => unescapeText(text.text.replace(/[*`]/g, ''));

/** How the desk's messages stand: the first that needs a person with its buttons, then how many more. */
export function statusCard({ waiting, resting }: QueueRow): Message {
  const [first] = resting;
  const on = waiting === 0 ? 'No message waits to be sent.' : `${counted(waiting, 'message')} on the way.`;
  if (first === undefined)
    return { text: `All messages were sent. ${on}`, blocks: [section(md`*All messages were sent.* ${on}`)] };
  const words = restingWords(first);
  const head = `${counted(resting.length, 'message')} could not be sent.`;
  const more = resting.length - 1;
  return {
    text: `${head} ${plainly(words)} ${on}`,
    blocks: present(
      section(md`*${head}*`),
      section(words),
      buttons(first),
      context(md`${more === 0 ? '' : `${counted(more, 'more')} after this one · `}${on}`),
    ),
  };
}

/** Tells an admin, once, that a message needs them. */
export function restNotice(row: RestingRow): Message {
  const words = restingWords(row);
  return {
    text: `${row.state === 'unsure' ? 'A message may not have arrived.' : 'A message could not be sent.'} ${plainly(words)}`,
    blocks: present(
      section(words),
      buttons(row),
      context(md`You are told once, as an admin of the desk · all such messages: \`/ccm status\``),
    ),
  };
}
