import type { Temporal } from 'temporal-polyfill';
import { actions, button, context, header, present, section } from '../../blocks/build.ts';
import { dateSeenFrom, fullDate, shortDate } from '../../blocks/dates.ts';
import type { Message } from '../../blocks/message.ts';
import { type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { counted, numberWord } from '../../blocks/words.ts';
import type { Weekly } from '../../desk/schedule.ts';
import { DESK_ZONE, timeIn } from '../../desk/time.ts';
import { type Day, weekday } from '../../treaty/day.ts';
import { timelineOfDay } from '../deadlines/use-cases.ts';
import { type Digest, yearsOf } from './compose.ts';
import { digestMenu } from './menu.ts';

export const FULL_LIST = 'digests:full_list';
export const SOURCES = 'digests:sources';
/** The requests for one meeting, listed. */
export const OPEN = 'digests:open';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** How a digest stands before its readers: a preview for one person, who may correct it or not, told in a thread that was asked in, a copy for one person of what was posted, or posted for a channel. */
export type Standing =
  | { kind: 'preview'; corrects: boolean }
  | { kind: 'told' }
  | { kind: 'copy' }
  | {
      kind: 'posted';
      first: boolean;
      weekly: Weekly /** When it was due, if the desk was away then. */;
      due: Day | null;
      occurrence: string;
    };

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "every Monday at 08:00". */
export const everyWeek = ({ weekday: day, time }: Weekly): string => `every ${DAYS[day - 1]} at ${time}`;

function standingWords(standing: Standing): string {
  if (standing.kind === 'preview') return 'preview: only you see it, nothing is posted';
  if (standing.kind === 'copy') return 'a copy that you asked for, only you see it';
  if (standing.kind === 'told') return 'asked for in this thread: dates, meetings and reports, which everyone may read';
  const { first, weekly, due } = standing;
  const late = due === null ? '' : `was due ${WEEKDAYS[weekday(due) - 1]} ${shortDate(due)}, the desk was away · `;
  return `${late}${first ? 'first digest: one message, ' : ''}${everyWeek(weekly)}${weekly.zone === DESK_ZONE ? '' : ` (${weekly.zone})`}`;
}

/** The digest as one message, with the same in plain text; a quiet week is one line. */
export function digestCard(digest: Digest, at: Temporal.Instant | null, standing: Standing): Message {
  const { monday, asOf, summary, parts, beyond, leftOut, quiet, narrowed } = digest;
  const title = `Deadlines · week of ${fullDate(monday)}`;
  const full = button({ text: 'Full list', action: FULL_LIST, value: asOf });
  const carries = { kind: 'digest' as const, asOf, facts: digest.facts };
  if (quiet !== null && (standing.kind === 'posted' || standing.kind === 'copy'))
    return { ...quietCard(title, quiet, full), carries };
  const time = at === null ? '' : `, ${timeIn(DESK_ZONE, at)} Zurich`;
  const further =
    beyond === null
      ? ''
      : ` · ${beyond.count} more ${beyond.count === 1 ? 'deadline lies' : 'deadlines lie'} beyond 12 months (${yearsOf(beyond)})`;
  const left = leftOut === 0 ? '' : ` · ${counted(leftOut, 'line')} left out by the ISU`;
  const foot = `As of ${WEEKDAYS[weekday(asOf) - 1]} ${shortDate(asOf)}${time}${further}${left}${narrowed === '' ? '' : ` · ${narrowed}`} · ${standingWords(standing)}`;
  return {
    carries,
    text: [
      `${title.replace(' · ', ', ')}, as of ${dateSeenFrom(monday, asOf)}${time}.`,
      ...parts.map(({ text }) => plainOf(text.text)),
    ].join('\n'),
    blocks: present(
      header(title),
      context(md`${summary}`),
      ...parts.map((part) => section(part.text, besides(part, asOf))),
      actions(
        full,
        button({ text: 'Sources', action: SOURCES, value: asOf }),
        timelineOfDay(asOf),
        ...(digest.forDesk && (standing.kind === 'posted' || (standing.kind === 'preview' && standing.corrects))
          ? [button({ text: 'Correct a fact', action: 'facts:correct' })]
          : []),
        ...(standing.kind === 'posted' ? [digestMenu(standing.occurrence)] : []),
      ),
      context(md`${foot}`),
    ),
  };
}

/** The button beside a paragraph: what is to be confirmed, or which requests it counts. */
function besides({ name, opens }: Digest['parts'][number], asOf: Day): ReturnType<typeof button> | undefined {
  if (name === 'confirm') return button({ text: 'Confirm facts', action: 'facts:confirm' });
  if (opens === undefined) return undefined;
  const text = opens.count === 1 ? 'Open it' : `Open the ${numberWord(opens.count)}`;
  return button({ text, action: OPEN, value: `${asOf} ${opens.meeting}` });
}

/** "Deadlines · week of … · nothing falls due this week and nothing changed. Next: …". */
function quietCard(title: string, next: Mrkdwn, full: ReturnType<typeof button>): Message {
  const said = md`*${title}* · nothing falls due this week and nothing changed. ${next}.`;
  return { text: plainOf(said.text), blocks: [section(said, full)] };
}

const plainOf = (text: string): string =>
  unescapeText(text).replace(/\*/g, '').replace(/\n• /g, ' ').replace(/\n/g, ' ');
