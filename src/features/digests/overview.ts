import type { Temporal } from 'temporal-polyfill';
import { actions, button, context, menu, option, present, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import type { Message } from '../../blocks/message.ts';
import { channelLink, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { dayIn, timeIn } from '../../desk/time.ts';
import { everyWeek } from './card.ts';
import { narrowingWords } from './narrowing.ts';
import { occurrenceText } from './occurrence.ts';
import { isPersonal, type Subscription } from './subscriptions.ts';

export const MANAGE = 'digests:manage';
export const SEND_NOW = 'digests:send-now';

const SAYS = {
  facts: 'dates, meetings and reports',
  desk: 'with requests, owners and what is to be confirmed',
  mine: 'my States and follow-ups',
} as const;

const whereWords = ({ channel }: Subscription): Mrkdwn =>
  isPersonal(channel) ? md`You alone, as a direct message` : channelLink(channel);

const plainly = (text: Mrkdwn): string => unescapeText(text.text.replace(/\*/g, ''));

function wordsOf(subscription: Subscription): Mrkdwn {
  const { audience, weekly, only, confirmed, paused } = subscription;
  const parts = [
    SAYS[audience],
    `${everyWeek(weekly)} (${weekly.zone})`,
    narrowingWords(only),
    paused ? 'paused' : confirmed ? '' : "the first one waits for an admin's yes",
  ].filter(Boolean);
  return md`*${whereWords(subscription)}*\n${parts.join(' · ')}`;
}

/** The digests that somebody may change, each with what can be done about it. */
export function overviewCard(subscriptions: readonly Subscription[]): Message {
  const words = subscriptions.map(wordsOf);
  const how = 'One of your own: /ccm digest subscribe · the channel: /ccm digest settings';
  const head = subscriptions.length === 0 ? 'No digest goes out by itself yet.' : 'Digests that go out by themselves';
  return {
    text: [head, ...words.map(plainly), how].join('\n'),
    blocks: present(
      section(md`*${head}*`),
      ...words.slice(0, 20).map((each, at) => section(each, menu(MANAGE, entries(subscriptions[at])))),
      context(md`${how}`),
    ),
  };
}

const entries = (subscription: Subscription | undefined) => {
  const id = subscription?.id ?? '';
  return [
    option('Send it now…', `send ${id}`),
    subscription?.paused ? option('Set it going again', `resume ${id}`) : option('Pause', `pause ${id}`),
    option('Change…', `change ${id}`),
  ];
};

/** Asks before a digest goes out of its time. */
export function askToSend(subscription: Subscription, last: Temporal.Instant | null, at: Temporal.Instant): Message {
  const { id, weekly, channel } = subscription;
  const zone = weekly.zone;
  const before =
    last === null
      ? 'None has gone out yet.'
      : `The last went out on ${shortDate(dayIn(zone, last))}, ${timeIn(zone, last)}.`;
  const to = isPersonal(channel) ? md`to you` : md`in ${channelLink(channel)}`;
  const asks = md`*Send the digest ${to} now?* ${before} The next one goes out at its time in any case.`;
  return {
    text: plainly(asks),
    blocks: present(
      section(asks),
      actions(
        button({ text: 'Send it now', action: SEND_NOW, value: occurrenceText({ subscription: id, dueAt: at }) }),
      ),
    ),
  };
}
