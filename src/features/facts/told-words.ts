import { plain, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Carried, Modal } from '../../blocks/message.ts';
import { channelLink, type Mrkdwn, md, mention } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { counted, listed, NumberWord } from '../../blocks/words.ts';
import type { SaidRow } from '../../db/read/said.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';

const KINDS: Readonly<Record<Carried['kind'], readonly [string, string]>> = {
  digest: ['digest preview', 'digest previews'],
  deadlines: ['list of dates', 'lists of dates'],
  state: ['State card', 'State cards'],
  answer: ['answer', 'answers'],
};

/** "1 digest preview, 2 lists of dates and 1 State card; one of them is posted: marked and amended". */
export function toldWords(told: readonly SaidRow[]): string {
  const kinds = (Object.keys(KINDS) as Carried['kind'][]).flatMap((kind) => {
    const count = told.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [counted(count, ...KINDS[kind])];
  });
  const posted = told.filter((row) => row.posted !== null).length;
  if (posted === 0) return listed(kinds);
  const all = posted === told.length;
  const them = all
    ? posted === 1
      ? 'it is posted'
      : 'all are posted'
    : `${NumberWord(posted).toLowerCase()} of them ${posted === 1 ? 'is' : 'are'} posted`;
  return `${listed(kinds)}; ${them}: marked and amended`;
}

const line = ({ kind, asOf, at, person, posted }: SaidRow): Mrkdwn => {
  const when = `${shortDate(dayIn(DESK_ZONE, at))}, ${timeIn(DESK_ZONE, at)}`;
  const day = dayIn(DESK_ZONE, at) === asOf ? '' : `, as of ${shortDate(asOf)}`;
  const whom = person === null ? md`` : md` · asked by ${mention(person)}`;
  const place =
    posted && (/^[CG]/.test(posted.channel) ? md`in ${channelLink(posted.channel)}` : md`in their direct message`);
  const where = place === null ? md` · seen by that person alone` : md` · posted ${place}, marked and amended`;
  return md`• *${KINDS[kind][0]}*${day} · ${when}${whom}${where}`;
};

/** Which messages gave the old value: what, when, to whom, and whether it was amended where it stands. */
export const toldModal = (told: readonly SaidRow[]): Modal => ({
  type: 'modal',
  callback_id: 'facts:told',
  title: plain('Who was told', LIMITS.modalTitle),
  close: plain('Close', LIMITS.modalTitle),
  blocks: [
    section(md`*${counted(told.length, 'message', 'messages')} of the desk gave the old value*`),
    ...paragraphs(told.map(line)).slice(0, LIMITS.viewBlocks - 1),
  ],
});
