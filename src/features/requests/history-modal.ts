import { context, plain, present, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import type { HistoryRow } from '../../db/read/rows.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import { HISTORY } from './card.ts';
import type { RequestSeen } from './read.ts';

const line = ({ at, by, through, what, before, after, why }: HistoryRow) => {
  const change = [before, after].filter((each) => each !== null && each !== what).join(' → ');
  return md`• *${shortDate(dayIn(DESK_ZONE, at))}*, ${timeIn(DESK_ZONE, at)} · ${by} · ${what}${change === '' ? '' : `: ${change}`}${by === through ? '' : ` · ${through}`}${why === null ? '' : `\n   ${why}`}`;
};

/** What was done with a request, by whom, through what and why, and all that it was logged with. */
export function historyModal({ need }: RequestSeen, history: readonly HistoryRow[]): Modal {
  const sources = need.sources.map(
    ({ title, date, link, confidence }) =>
      md`• ${title}${date ? `, ${shortDate(date)}` : ''} · confidence: ${confidence}${link ? md` · <${link}|open>` : ''}`,
  );
  return {
    type: 'modal',
    callback_id: HISTORY,
    title: plain(need.reference, LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: present(
      section(md`*History*`),
      ...paragraphs(history.map(line)).slice(0, 60),
      section(md`*${need.sources.length === 1 ? 'Source' : 'Sources'}*`),
      ...paragraphs(sources).slice(0, 20),
      need.description !== '' && section(md`*What is asked*`),
      ...(need.description === ''
        ? []
        : paragraphs(need.description.match(/[\s\S]{1,1000}/g)?.map((part) => md`${part}`) ?? [])),
      need.note !== '' && context(md`Remark of the source: ${need.note}`),
      context(md`Times of Zurich · nothing is ever taken out of a history`),
    ),
  };
}
