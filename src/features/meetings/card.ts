import { Temporal } from 'temporal-polyfill';
import { actions, button, context, menu, option, present, section } from '../../blocks/build.ts';
import { dateSeenFrom } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Block, Message } from '../../blocks/message.ts';
import { join, linkTo, type Mrkdwn, md, ownTime, unescapeText } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import type { MeetingRow } from '../../db/read/meetings.ts';
import { firstDayOf, startWords, timeWords, townOfZone, zonedWords } from '../../desk/meeting-words.ts';
import { DESK_ZONE, timeIn } from '../../desk/time.ts';
import { MEETING_KIND_WORDS } from '../../treaty/meeting-kind.ts';
import { answersLine, openProposals } from './answers.ts';
import { noticeBlocks } from './notice-blocks.ts';
import type { MeetingSeen } from './read.ts';
import { isOver } from './when-input.ts';

export const MENU = 'meetings:menu';
export const TAKE = 'meetings:take';
export const KEEP = 'meetings:keep';
export const AGENDA = 'meetings:agenda';
export const OUTCOME = 'meetings:outcome';
/** Offered by the follow-ups. */
export const FOLLOW_UP = 'followups:of_meeting';

const LONGEST = 600;

const struck = (text: string): Mrkdwn => md`~${text}~`;

/** When it is, and when it was before it was moved. */
function timeLine({ row, today }: MeetingSeen): Mrkdwn {
  const { when, zone, moved, status, place } = row;
  const at = place === '' ? '' : ` · ${clamp(place, 200)}`;
  const town = when.kind === 'timed' ? md` (${townOfZone(zone)})` : md``;
  const now = timeWords(when, zone, today);
  if (status === 'cancelled') return md`${struck(now)}${town} · *cancelled*`;
  if (moved === null) return md`*${now}*${town}${at}`;
  const by = moved.by === null ? 'moved in Outlook' : `moved by ${moved.by}`;
  return md`${struck(startWords(moved.from, zone, today))} → *${now}*${town}${at} · ${by}, ${timeIn(DESK_ZONE, Temporal.Instant.from(moved.at))}`;
}

/** What else is to be known of it, a line each. */
function moreLines({ row, states, margins, followUps, today }: MeetingSeen): readonly Mrkdwn[] {
  const { repeats, joinUrl, outcome, occurrences, zone } = row;
  const joining = linkTo(joinUrl, 'Join in Teams');
  const changed = occurrences.filter((each) => each.changed).slice(0, 5);
  const every = repeats === null ? '' : `${repeats.interval === 2 ? 'second ' : ''}${repeats.every}`;
  return linesOf(
    states.length > 0 && md`States: ${listed(states)}`,
    margins !== null && md`In the margins of: ${margins}`,
    repeats !== null && md`Every ${every} until ${dateSeenFrom(today, repeats.until)}`,
    changed.length > 0 &&
      md`Changed in Outlook: ${changed.map((each) => zonedWords(each.when, zone, today)).join('; ')}`,
    joining,
    outcome !== '' && md`*Outcome:* ${clamp(outcome, LONGEST)}`,
    ...followUps
      .slice(0, 5)
      .map(
        ({ reference, what, owner, due, done }) =>
          md`• ${reference} · ${clamp(what, 150)} · ${owner}, ${done ? 'done' : dateSeenFrom(today, due)}`,
      ),
  );
}

const linesOf = (...lines: readonly (Mrkdwn | false | null)[]): readonly Mrkdwn[] =>
  lines.filter((line): line is Mrkdwn => line !== false && line !== null);

/** "Thu 10:00" for a button. */
const short = (when: MeetingRow['when'], zone: string, seen: MeetingSeen): string => {
  const day = dateSeenFrom(seen.today, firstDayOf(when, zone));
  return when.kind === 'timed' ? `${day.slice(0, 3)} ${timeIn(zone, Temporal.Instant.from(when.start))}` : day;
};

/** Where Outlook does not invite anybody a file does: never both. */
const hasFile = ({ row, calendar }: MeetingSeen): boolean =>
  !calendar && row.iCalUId === null && row.webLink === null && row.when.kind !== 'month';

/** What can be done about it now; what cannot is not there. */
function workRow(seen: MeetingSeen, over: boolean): Block | null {
  const { row } = seen;
  const { id, when, zone, moved, status, repeats } = row;
  const file = hasFile(seen) ? [option('Calendar file', `file ${id}`)] : [];
  if (status === 'cancelled') return actions(menu(MENU, [...file, option('History', `history ${id}`)]));
  const [proposal] = openProposals(row);
  const decide =
    proposal === undefined || proposal.proposes.kind !== 'timed' || when.kind !== 'timed' || over
      ? []
      : [
          button({
            text: `Take ${timeIn(zone, Temporal.Instant.from(proposal.proposes.start))}`,
            action: TAKE,
            value: `${id} ${proposal.id} ${proposal.proposes.start}`,
          }),
          button({
            text: `Keep ${timeIn(zone, Temporal.Instant.from(when.start))}`,
            action: KEEP,
            value: `${id} ${proposal.id} ${proposal.proposes.start}`,
          }),
        ];
  const after = over
    ? [
        button({
          text: row.outcome === '' ? 'Record the outcome' : 'Outcome',
          action: OUTCOME,
          value: id,
          primary: row.outcome === '',
        }),
      ]
    : [];
  const follow = over ? [button({ text: 'Add a follow-up', action: FOLLOW_UP, value: id })] : [];
  const back =
    moved !== null && repeats === null && !over
      ? [option(`Move back to ${short(moved.from, zone, seen)}`, `back ${id} ${moved.at}`)]
      : [];
  const move = back.length > 0 || repeats !== null || over ? [] : [option('Move…', `change ${id}`)];
  const others = [
    ...(over ? [] : [option('Cancel…', `cancel ${id}`)]),
    option('Invitees…', `invitees ${id}`),
    ...file,
    option('History', `history ${id}`),
  ];
  return actions(
    ...decide,
    ...after,
    ...follow,
    button({ text: 'Agenda', action: AGENDA, value: id }),
    menu(MENU, [...back, ...move, ...others]),
  );
}

/** Where it stands, and who is told. */
function standsLine({ row, calendar }: MeetingSeen): string {
  const linked = row.iCalUId !== null || row.webLink !== null;
  if (row.when.kind === 'month') return 'A month alone: shown here, not sent to calendars until it has a day';
  const told = row.invitees.some(({ address }) => address !== '');
  const inPlace = 'the card was changed in place, nothing new was posted';
  if (linked)
    return `${told ? 'Outlook has told the invitees' : 'In Outlook, where nobody is invited'}${row.moved === null && row.status === 'planned' ? '' : ` · ${inPlace}`}`;
  if (calendar && row.status !== 'cancelled')
    return told ? 'On its way to Outlook, which tells the invitees' : 'On its way to Outlook';
  return row.status === 'cancelled' ? 'Not in Outlook' : 'Not in Outlook: “Calendar file” gives it to be passed on';
}

/** The fallback that says the same. */
function spoken({ row, today }: MeetingSeen): string {
  const { title, when, zone, moved, status, reference } = row;
  const now = zonedWords(when, zone, today);
  if (status === 'cancelled') return `Cancelled: ${title}, ${now}.`;
  if (moved === null) return `${reference}, ${title}: ${now}.`;
  const how = moved.by === null ? 'Moved in Outlook' : `Moved by ${moved.by}`;
  return `${how}: ${title}, from ${startWords(moved.from, zone, today)} to ${now}.`;
}

/** The card of a meeting, for coordinators and the ISU; `at` says what can be done by now. */
export function meetingCard(seen: MeetingSeen, at: Temporal.Instant): Message {
  const { row } = seen;
  const { title, when, zone, kind, organiser, reference } = row;
  const answers = answersLine(row, seen.today);
  const more = moreLines(seen);
  const over = isOver(when, zone, at) || row.status === 'held';
  const yours =
    when.kind === 'timed' && row.status !== 'cancelled'
      ? [
          md`Your time: ${ownTime(Temporal.Instant.from(when.start).epochMilliseconds / 1000, '{date_short_pretty}, {time}', zonedWords(when, zone, seen.today))}`,
        ]
      : [];
  return {
    text: unescapeText(spoken(seen)),
    blocks: present(
      section(join([md`*${clamp(title, 200)}*`, timeLine(seen), ...(answers === '' ? [] : [answers])], '\n')),
      more.length > 0 && section(join(more, '\n')),
      ...noticeBlocks(row, seen.today),
      workRow(seen, over),
      context(
        md`${standsLine(seen)}`,
        ...yours,
        md`${reference} · ${MEETING_KIND_WORDS[kind]} · planned by ${organiser.name} · seen by: coordinators, ISU`,
      ),
    ),
  };
}

/** What somebody who is invited, and no more, reads of it. */
export function invitedCard({ row, today, states, margins }: MeetingSeen): Message {
  const { title, when, zone, agenda, place, status } = row;
  const time = zonedWords(when, zone, today);
  const about = [
    states.length > 0 ? `States: ${listed(states)}` : '',
    margins === null ? '' : `In the margins of: ${margins}`,
  ].filter(Boolean);
  return {
    text: `${title}: ${time}${status === 'cancelled' ? ', cancelled' : ''}.`,
    blocks: present(
      section(
        md`*${clamp(title, 200)}*\n${status === 'cancelled' ? struck(time) : md`*${time}*`}${place === '' ? '' : ` · ${clamp(place, 200)}`}${status === 'cancelled' ? md` · *cancelled*` : md``}`,
      ),
      agenda !== '' && section(md`${clamp(agenda, 2_000)}`),
      context(md`${['You are invited', ...about].join(' · ')}`, md`Only you see this`),
    ),
  };
}
