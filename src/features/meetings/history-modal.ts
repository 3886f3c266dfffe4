import { context, plain, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import type { Reader } from '../../db/client.ts';
import { instantFrom } from '../../db/days.ts';
import type { MeetingRow } from '../../db/read/meetings.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';

/** The newest are shown where there are more than a window takes. */
const MOST = 120;
const LONGEST = 150;

type Line = Awaited<ReturnType<typeof read>>[number];
const read = (db: Reader, meetingId: string) =>
  db.meetingHistory.findMany({ where: { meetingId }, orderBy: [{ at: 'asc' }, { written: 'asc' }] });

function lineOf({ at, byName, through, what, before, after }: Line): Mrkdwn {
  const when = instantFrom(at);
  const change = [before, after]
    .filter((each) => each !== null)
    .map((each) => clamp(each.replace(/\s+/g, ' '), LONGEST))
    .join(' → ');
  return md`• *${shortDate(dayIn(DESK_ZONE, when))}*, ${timeIn(DESK_ZONE, when)} · ${byName} · ${what}${change === '' ? '' : `: ${change}`}${byName === through ? '' : ` · ${through}`}`;
}

/** What was changed about a meeting, by whom and through what, oldest first. */
export async function historyModal(db: Reader, { id, reference, title }: MeetingRow): Promise<Modal> {
  const all = await read(db, id);
  const shown = all.slice(-MOST);
  return {
    type: 'modal',
    callback_id: 'meetings:history',
    title: plain(`${reference}: history`, LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: [
      section(md`*${title}*`),
      ...paragraphs(shown.map(lineOf)),
      context(
        md`Times of Zurich · nothing is ever taken out of a history${shown.length < all.length ? ` · the newest ${MOST} of ${all.length}` : ''}`,
      ),
    ],
  };
}
