import { actions, button, context, plain, present, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { Block, Modal } from '../../blocks/message.ts';
import { linkTo, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { longText, paragraphs } from '../../blocks/paragraphs.ts';
import type { HistoryRow, NoteRow, SourceRow } from '../../db/read/rows.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import { HISTORY } from './card.ts';
import type { RequestSeen } from './read.ts';

/** One id for each way to turn the pages, since Slack wants the buttons of a row to differ. */
export const TURN = { back: 'requests:history-back', on: 'requests:history-on' } as const;

const SHORT = 300;
/** Of at most 3,000 characters each: as many as fit Slack's 250 kB, also where every character takes four bytes. */
const BLOCKS_A_PAGE = 15;

/** One change; a long text is left to stand below it. */
const line = ({ at, by, through, what, before, after, why }: HistoryRow): Mrkdwn => {
  const change = [before, after].filter((each) => each !== null && each !== what).join(' → ');
  const short = why === null || lengthOf(why) > SHORT ? '' : `\n   ${why}`;
  return md`• *${shortDate(dayIn(DESK_ZONE, at))}*, ${timeIn(DESK_ZONE, at)} · ${by} · ${what}${change === '' ? '' : `: ${change}`}${by === through ? '' : ` · ${through}`}${short}`;
};

const changes = (history: readonly HistoryRow[]): readonly Block[] => {
  const long = history.findIndex(({ why }) => why !== null && lengthOf(why) > SHORT);
  if (long < 0) return paragraphs(history.map(line));
  return [
    ...paragraphs(history.slice(0, long + 1).map(line)),
    ...longText(history[long]?.why ?? ''),
    ...changes(history.slice(long + 1)),
  ];
};

/** "Nov 2019": a title that holds it is dated already. */
const monthOf = (date: Day): string => shortDate(date).replace(/^\d+ /, '');

const sourceLine = ({ title, date, link, confidence }: SourceRow): Mrkdwn => {
  const day = date === null || title.includes(monthOf(date)) ? '' : `, ${shortDate(date)}`;
  const linked = linkTo(link, 'open');
  return md`• ${title}${day} · confidence: ${confidence}${linked === null ? '' : md` · ${linked}`}`;
};

const READERS: Readonly<Record<string, string>> = {
  me: 'only you read it',
  coordinators: 'read by coordinators',
  desk: 'read by coordinators and the ISU',
};

const noteBlocks = ({ at, by, text, seenBy }: NoteRow): readonly Block[] => [
  context(md`${shortDate(dayIn(DESK_ZONE, at))}, ${timeIn(DESK_ZONE, at)} · ${by} · ${READERS[seenBy] ?? seenBy}`),
  ...longText(text),
];

/** What was done with a request, by whom, through what and why, and all that it was logged with; `page` counts from 0. */
export function historyModal(
  { need }: RequestSeen,
  history: readonly HistoryRow[],
  notes: readonly NoteRow[],
  page = 0,
): Modal {
  const all: readonly Block[] = present(
    section(md`*History*`),
    ...changes(history),
    notes.length > 0 && section(md`*Notes*`),
    ...notes.flatMap(noteBlocks),
    section(md`*${need.sources.length === 1 ? 'Source' : 'Sources'}*`),
    ...paragraphs(need.sources.map(sourceLine)),
    need.description !== '' && section(md`*What is asked*`),
    ...longText(need.description),
    need.note !== '' && context(md`Remark of the source: ${need.note}`),
  );
  const pages = Math.ceil(all.length / BLOCKS_A_PAGE);
  const to = (text: string, action: string, wanted: number) =>
    button({ text, action, value: `${need.reference} ${wanted}` });
  return {
    type: 'modal',
    callback_id: HISTORY,
    title: plain(need.reference, LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: present(
      ...all.slice(page * BLOCKS_A_PAGE, (page + 1) * BLOCKS_A_PAGE),
      actions(
        ...(page > 0 ? [to('Back', TURN.back, page - 1)] : []),
        ...(page + 1 < pages ? [to('Go on', TURN.on, page + 1)] : []),
      ),
      context(
        md`Times of Zurich · nothing is ever taken out of a history${pages > 1 ? ` · page ${page + 1} of ${pages}` : ''}`,
      ),
    ),
  };
}
