import { actions, button, context, menu, option, present, section } from '../../blocks/build.ts';
import { dateSeenFrom, daysSeenFrom, shortDate } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { join, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import type { Day } from '../../treaty/day.ts';
import type { TreatyRecord } from '../../treaty/facts.ts';
import { DONE, LIST } from '../followups/use-cases.ts';
import type { Told } from './told.ts';
import { type Group, groupsOf, statesWords } from './words.ts';

export const NOTHING_TO_DO = 'reminders:nothing';
export const IN_A_WEEK = 'reminders:week';
export const MORE = 'reminders:more';
export const PASS = 'reminders:pass';

/** One message has so many headings of dates, and so many follow-ups with a button each. */
const MOST_GROUPS = 15;
const MOST_STATES = 12;
const MOST_FOLLOW_UPS = 10;

/** What stands around the reminders of a day. */
export interface Reminding {
  run: string;
  record: TreatyRecord;
  today: Day;
  /** The day on which it was to be told, where the desk was away then. */
  lateFor: Day | null;
  /** Names of those whom the reader stands in for in this message. */
  standsInFor: readonly string[];
}

/** The reminders of one day to one person, in one message. */
export function reminderMessage(
  told: readonly Told[],
  { run, record, today, lateFor, standsInFor }: Reminding,
): Message {
  const groups = groupsOf(told, record, today);
  const follow = told.flatMap(({ what }) => (what.kind === 'followup' ? [what.row] : []));
  const relayed = told.flatMap(({ what }) => (what.kind === 'relayed' ? [what] : []));
  const more = Math.max(0, groups.length - MOST_GROUPS);
  const moreToDo = Math.max(0, follow.length - MOST_FOLLOW_UPS);
  const followLines = follow
    .slice(0, MOST_FOLLOW_UPS)
    .map(
      (row) =>
        `${row.reference} · ${clamp(row.what, 300)} · ${dateSeenFrom(today, row.due)}, ${daysSeenFrom(today, row.due)}`,
    );
  const relayedLines = relayed.map(
    ({ reference, since }) =>
      `${reference} stands at relayed since ${shortDate(since)}, ${daysSeenFrom(today, since)}: no answer is on record.`,
  );
  const remarks = [
    ...(lateFor === null ? [] : [`was due ${shortDate(lateFor)}, the desk was away`]),
    ...(standsInFor.length === 0 ? [] : [`you stand in for ${listed(standsInFor)}`]),
    ...(more === 0 ? [] : [`and ${more} more dates: /ccm deadlines`]),
    ...(moreToDo === 0 ? [] : [`and ${moreToDo} more follow-ups: /ccm followups`]),
    'only you see this',
  ];
  return {
    text: [
      ...groups.slice(0, MOST_GROUPS).map((group) => `${group.heading}. ${groupLine(group)}`),
      ...followLines,
      ...relayedLines,
      remarks.join(' · '),
    ].join('\n'),
    blocks: present(
      ...groups.slice(0, MOST_GROUPS).map((group) => section(groupWords(group))),
      follow.length > 0 && section(md`*Your follow-ups*`),
      ...followLines.map((line, at) =>
        section(md`${line}`, button({ text: 'Done', action: DONE, value: follow[at]?.id ?? '' })),
      ),
      ...relayedLines.map((line) => section(md`${line}`)),
      actions(
        button({ text: 'Nothing to do', action: NOTHING_TO_DO, value: run }),
        button({ text: 'Remind me in a week', action: IN_A_WEEK, value: run }),
        ...(moreToDo > 0 ? [button({ text: 'My follow-ups', action: LIST })] : []),
        menu(MORE, [option('Pass on to…', `pass ${run}`), option('Why this message?', `why ${run}`)]),
      ),
      context(md`${remarks.join(' · ')}`),
    ),
  };
}

const cut = (group: Group): Group => ({ ...group, states: group.states.slice(0, MOST_STATES) });

const moreStates = ({ states }: Group): string =>
  states.length > MOST_STATES ? ` and ${states.length - MOST_STATES} more` : '';

const groupLine = (group: Group): string =>
  `You follow ${statesWords(cut(group))}${moreStates(group)}.${group.foot === null ? '' : ` ${group.foot}`}`;

function groupWords(group: Group): Mrkdwn {
  const named = cut(group).states.map(({ name, remark }) =>
    remark === null ? md`*${name}*` : md`*${name}* (${remark})`,
  );
  const last = named.at(-1) ?? md``;
  const states = named.length < 2 ? last : md`${join(named.slice(0, -1), ', ')} and ${last}`;
  return md`*${group.heading}*\nYou follow ${states}${moreStates(group)}.${group.foot === null ? '' : ` ${group.foot}`}`;
}

/** In its place after it was answered: about what, and what comes next. */
export const answeredMessage = (said: string, about: readonly string[], next: string): Message => ({
  text: `${said} ${about.join('; ')}. ${next}`,
  blocks: [section(md`*${said}* ${clamp(about.join('; '), 1_500)}`), context(md`${next}`)],
});
