import { actions, button, context, menu, option, present, section } from '../../blocks/build.ts';
import { dateSeenFrom, daysSeenFrom } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { linkTo, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import type { FollowUpRow } from '../../db/read/follow-ups.ts';
import type { Day } from '../../treaty/day.ts';

export const ADD = 'followups:add';
export const LIST = 'followups:list';
export const MENU = 'followups:menu';
export const DONE = 'followups:done';
export const CHOICES = { done: 'done', later: 'later', pass: 'pass', meet: 'meet' } as const;

const LONGEST = 300;
const MOST = 10;

/** "*F12* · call the ministry · Peru · Tue 3 Dec, 5 days". */
export function followUpWords(
  { reference, what, due, link, owner }: FollowUpRow,
  today: Day,
  { stateName, named }: { stateName: string | null; named: boolean },
): Mrkdwn {
  const about = stateName === null ? '' : ` · ${stateName}`;
  const whose = named ? ` · ${owner.name}` : '';
  const from = linkTo(link, 'message');
  const words = md`*${reference}* · ${clamp(what, LONGEST)}${about} · ${dateSeenFrom(today, due)}, ${daysSeenFrom(today, due)}${whose}`;
  return from === null ? words : md`${words} · ${from}`;
}

const plainly = (text: Mrkdwn): string =>
  unescapeText(text.text.replace(/\*/g, '').replace(/<[^|>]*\|([^>]*)>/g, '$1'));

interface Listed {
  rows: readonly FollowUpRow[];
  /** Of everybody, each with whose it is; else only the reader's own. */
  all: boolean;
  today: Day;
  nameOf(iso3: string): string;
}

/** What is still to be done, by day, each with what can be done about it. */
export function listCard({ rows, all, today, nameOf }: Listed): Message {
  const count = counted(rows.length, 'follow-up');
  const whose = all ? '' : 'You have ';
  const head = rows.length === 0 ? (all ? 'No follow-up is open.' : 'You have no follow-up.') : `${whose}${count}.`;
  const words = rows
    .slice(0, MOST)
    .map((row) => followUpWords(row, today, { stateName: row.state === null ? null : nameOf(row.state), named: all }));
  const more = rows.length - MOST;
  const rest = more > 0 ? `and ${more} more, later than these · ` : '';
  const how = '/ccm followups add call the ministry by 3 Dec · done F12 · later F12 10 Dec · all';
  return {
    text: [head, ...words.map(plainly), `${rest}${how}`].join('\n'),
    blocks: present(
      section(md`*${head}*`),
      ...words.map((each, at) => section(each, menu(MENU, entries(rows[at]?.id ?? '')))),
      actions(button({ text: 'Add a follow-up', action: ADD })),
      context(
        md`${rest}\`${how}\``,
        md`Told 3 days and 1 day before and on the day, at 09:00 your time. Only you see this.`,
      ),
    ),
  };
}

const entries = (id: string) => [
  option('Done', `${CHOICES.done} ${id}`),
  option('Another day…', `${CHOICES.later} ${id}`),
  option('Pass on to…', `${CHOICES.pass} ${id}`),
  option('Plan a meeting…', `${CHOICES.meet} ${id}`),
];

/** After it was kept, and the way on. */
export function keptMessage(row: FollowUpRow, today: Day, mine: boolean): Message {
  const when = `${dateSeenFrom(today, row.due)}, ${daysSeenFrom(today, row.due)}`;
  const whom = mine ? 'You are' : `${row.owner.name} is told now, and`;
  const again = `${whom} reminded 3 days and 1 day before and on the day, at 09:00 on working days.`;
  return {
    text: `${row.reference} is kept: ${clamp(row.what, LONGEST)}, ${when}. ${again}`,
    blocks: present(
      section(md`*${row.reference} is kept:* ${clamp(row.what, LONGEST)} · ${when}`),
      context(md`${again} All of yours: \`/ccm followups\``),
    ),
  };
}

/** To whoever is given one by somebody else. */
export function givenMessage(row: FollowUpRow, by: string, today: Day): Message {
  const words = md`*${by} gave you a follow-up:* ${clamp(row.what, LONGEST)} · ${dateSeenFrom(today, row.due)}`;
  return {
    text: plainly(words),
    blocks: present(
      section(words),
      actions(button({ text: 'Done', action: DONE, value: row.id }), button({ text: 'My follow-ups', action: LIST })),
    ),
  };
}
