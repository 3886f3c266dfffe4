import { actions, button, context, menu, option, present, section } from '../../blocks/build.ts';
import { selectOf } from '../../blocks/inputs.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { join, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import type { MeetingRow } from '../../db/read/meetings.ts';
import { firstDayOf, timeWords, townOfZone, zonedWords } from '../../desk/meeting-words.ts';
import type { Day } from '../../treaty/day.ts';
import { MENU } from './card.ts';
import type { OwnMeeting } from './convention.ts';

export const PLAN = 'meetings:plan-new';
export const PLAN_OWN = 'meetings:plan-own';

const MOST = 10;
const MOST_OWN = 5;

export interface Listed {
  meetings: readonly MeetingRow[];
  /** The Convention's own that nobody has planned here. */
  own: readonly OwnMeeting[];
  past: boolean;
  /** Whether the reader plans meetings. */
  works: boolean;
  /** The reader's own zone. */
  zone: string;
  today: Day;
  /** What is wrong with the calendar in Outlook, in a sentence; null when all is well or the reader need not know. */
  trouble: string | null;
}

/** "10:00–11:00 (Zurich) · 09:00–10:00 your time (London)" where the two differ. */
function timeFor({ when, zone }: MeetingRow, mine: string, today: Day): string {
  const there = zonedWords(when, zone, today);
  if (when.kind !== 'timed') return there;
  const here = timeWords(when, mine, today);
  return here === timeWords(when, zone, today) ? there : `${there} · ${here} your time (${townOfZone(mine)})`;
}

const line = (row: MeetingRow, { zone, today }: Pick<Listed, 'zone' | 'today'>): Mrkdwn => {
  const { reference, title, place, status, invitees } = row;
  const accepted = invitees.filter(({ answer }) => answer === 'accepted').length;
  const answers = invitees.length === 0 ? '' : ` · ${accepted} of ${invitees.length} accepted`;
  const decide = row.notices.some(({ kind }) => kind !== 'put_back') ? md` · *to be decided*` : md``;
  return md`*${reference}* · ${clamp(title, 150)}\n${status === 'cancelled' ? 'Cancelled: ' : ''}${timeFor(row, zone, today)}${place === '' ? '' : ` · ${clamp(place, 100)}`}${answers}${decide}`;
};

const sortKey = ({ when, zone }: MeetingRow): string =>
  `${firstDayOf(when, zone)} ${when.kind === 'timed' ? when.start : when.kind === 'days' ? '' : '~'}`;

/** By date; those of which only the month is known after those of its first day. */
const byDate = (rows: readonly MeetingRow[]): readonly MeetingRow[] =>
  rows.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

const rowEntries = ({ id, reference, status }: MeetingRow, works: boolean) => [
  option('Open', `open ${reference}`),
  ...(works && status !== 'cancelled'
    ? [option('Agenda…', `change ${id}`), option('Invitees…', `invitees ${id}`)]
    : []),
];

function headOf({ meetings, past }: Listed): string {
  const count = counted(meetings.length, 'meeting');
  if (meetings.length === 0) return past ? 'No meeting was held or cancelled.' : 'No meeting is planned.';
  return past ? `${count} held or cancelled.` : `${count} planned.`;
}

const plainly = (words: Mrkdwn): string => unescapeText(words.text.replace(/\*/g, '').replace(/\n/g, ': '));

/** The meetings that the reader may read, and those of the Convention that can be planned. */
export function listCard(listed: Listed): Message {
  const { meetings, own, past, works, trouble } = listed;
  const ordered = past ? byDate(meetings).toReversed() : byDate(meetings);
  const head = headOf(listed);
  const lines = ordered.slice(0, MOST).map((row) => ({ words: line(row, listed), row }));
  const more = meetings.length - MOST;
  const shown = past ? [] : own.slice(0, LIMITS.options);
  const ownLines = shown.slice(0, MOST_OWN).map(({ name, words }) => md`${name} · ${words}`);
  const how = works
    ? '/ccm meet ISU on priorities 21 Nov 10:00 · meetings past · M12'
    : 'Of these you are invited, or everybody may read them.';
  const options = shown.map(({ name, code }) => option(name, code));
  const choose = selectOf(PLAN_OWN, options, null, 'Plan one of the Convention’s own…');
  return {
    text: [head, ...lines.map(({ words }) => plainly(words)), ...ownLines.map(plainly), how].join('\n'),
    blocks: present(
      section(md`*${head}*`),
      trouble !== null && section(md`*Outlook:* ${trouble}`),
      ...lines.map(({ words, row }) => section(words, menu(MENU, rowEntries(row, works)))),
      ownLines.length > 0 && section(join([md`*The Convention’s own, not planned here*`, ...ownLines], '\n')),
      works &&
        actions(
          button({ text: 'Plan a meeting', action: PLAN, primary: true }),
          ...(shown.length === 0 ? [] : [choose]),
        ),
      context(md`${more > 0 ? `and ${more} more, later than these · ` : ''}\`${how}\``, md`Only you see this.`),
    ),
  };
}
