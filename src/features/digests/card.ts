import type { Temporal } from 'temporal-polyfill';
import { actions, button, context, header, present, section } from '../../blocks/build.ts';
import { dateSeenFrom, fullDate, shortDate } from '../../blocks/dates.ts';
import type { Message } from '../../blocks/message.ts';
import { md, unescapeText } from '../../blocks/mrkdwn.ts';
import { DESK_ZONE, timeIn } from '../../desk/time.ts';
import { weekday } from '../../treaty/day.ts';
import { type Digest, yearsOf } from './compose.ts';

export const FULL_LIST = 'digests:full_list';
export const SOURCES = 'digests:sources';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The digest as one message, with the same in plain text. */
export function digestCard(digest: Digest, at: Temporal.Instant | null): Message {
  const { monday, asOf, summary, parts, beyond } = digest;
  const time = at === null ? '' : `, ${timeIn(DESK_ZONE, at)} Zurich`;
  const further =
    beyond === null
      ? ''
      : ` · ${beyond.count} more ${beyond.count === 1 ? 'deadline lies' : 'deadlines lie'} beyond 12 months (${yearsOf(beyond)})`;
  const foot = `As of ${WEEKDAYS[weekday(asOf) - 1]} ${shortDate(asOf)}${time}${further} · preview: only you see it, nothing is posted`;
  const full = button({ text: 'Full list', action: FULL_LIST, value: asOf });
  const title = `Deadlines · week of ${fullDate(monday)}`;
  return {
    text: [
      `${title.replace(' · ', ', ')}, as of ${dateSeenFrom(monday, asOf)}${time}.`,
      ...parts.map(({ text }) => plainOf(text.text)),
    ].join('\n'),
    blocks: present(
      header(title),
      context(md`${summary}`),
      ...parts.map(({ text }) => section(text)),
      actions(full, button({ text: 'Sources', action: SOURCES, value: asOf })),
      context(md`${foot}`),
    ),
  };
}

const plainOf = (text: string): string =>
  unescapeText(text).replace(/\*/g, '').replace(/\n• /g, ' ').replace(/\n/g, ' ');
