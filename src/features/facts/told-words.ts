import { plain, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Carried, Modal } from '../../blocks/message.ts';
import { channelLink, type Mrkdwn, md, mention } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { counted, listed } from '../../blocks/words.ts';
import type { SaidRow } from '../../db/read/said.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import { type Day, yearOf } from '../../treaty/day.ts';

const KINDS: Readonly<Record<Carried['kind'], readonly [string, string]>> = {
  digest: ['digest preview', 'digest previews'],
  deadlines: ['list of dates', 'lists of dates'],
  state: ['State card', 'State cards'],
  answer: ['answer', 'answers'],
};

const dayWithin = (day: Day, seenFrom: Day): string =>
  yearOf(day) === yearOf(seenFrom) ? shortDate(day).replace(/ \d{4}$/, '') : shortDate(day);

const isPostedDigest = ({ kind, person, posted }: SaidRow): boolean =>
  kind === 'digest' && person === null && posted !== null;

/** "the digest of 18 Nov (marked and amended), 2 answers and 1 State card", as it is told on `today`. */
export function toldWords(told: readonly SaidRow[], today: Day): string {
  const digests = told
    .filter(isPostedDigest)
    .map(({ at }) => `the digest of ${dayWithin(dayIn(DESK_ZONE, at), today)} (marked and amended)`);
  const others = (Object.keys(KINDS) as Carried['kind'][]).flatMap((kind) => {
    const rows = told.filter((row) => row.kind === kind && !isPostedDigest(row));
    const posted = rows.filter((row) => row.posted !== null).length;
    if (rows.length === 0) return [];
    const amended =
      posted === 0 ? '' : posted === rows.length ? ' (marked and amended)' : ` (${posted} marked and amended)`;
    return [`${counted(rows.length, ...KINDS[kind])}${amended}`];
  });
  return listed([...new Set(digests), ...others]);
}

const line = ({ kind, asOf, at, person, posted }: SaidRow): Mrkdwn => {
  const when = `${shortDate(dayIn(DESK_ZONE, at))}, ${timeIn(DESK_ZONE, at)}`;
  const day = dayIn(DESK_ZONE, at) === asOf ? '' : `, as of ${shortDate(asOf)}`;
  const whom = person === null ? md`` : md` · asked by ${mention(person)}`;
  const place =
    posted && (/^[CG]/.test(posted.channel) ? md`in ${channelLink(posted.channel)}` : md`in their direct message`);
  const where = place === null ? md` · seen by that person alone` : md` · posted ${place}, marked and amended`;
  const what = person === null && kind === 'digest' ? 'digest' : KINDS[kind][0];
  return md`• *${what}*${day} · ${when}${whom}${where}`;
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
