import { context, plain, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import type { Reader } from '../../db/client.ts';
import { instantFrom } from '../../db/days.ts';
import { readStates } from '../../db/read/states.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import { THEME_WORDS, THEMES } from '../../treaty/theme.ts';
import { HISTORY } from './card.ts';
import { inWords } from './words.ts';

/** Most that one window shows; the whole stays on record. */
const MOST = 120;

/** What was changed about people and settings, the latest first. */
export async function peopleHistory(db: Reader): Promise<Modal> {
  const rows = await db.deskHistory.findMany({ orderBy: [{ at: 'desc' }, { written: 'desc' }], take: MOST + 1 });
  const names = await namesOf(db);
  const lines = rows.slice(0, MOST).map((row): Mrkdwn => {
    const at = instantFrom(row.at);
    const [before, after] = [row.before, row.after].map((kept) => (kept === null ? null : inWords(kept, names)));
    const change = [before, after].filter((each) => each !== null && each !== '').join(' → ');
    const about = names.get(row.about) ?? row.about;
    return md`• *${shortDate(dayIn(DESK_ZONE, at))}*, ${timeIn(DESK_ZONE, at)} · ${row.byName} · ${about}: ${row.what}${change === '' ? '' : `, ${change}`}`;
  });
  return {
    type: 'modal',
    callback_id: HISTORY,
    title: plain('History', LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: [
      ...(lines.length === 0 ? [section(md`Nothing was changed yet.`)] : paragraphs(lines)),
      context(
        md`Times of Zurich · nothing is ever taken out of a history${rows.length > MOST ? ` · the latest ${MOST} are shown` : ''}`,
      ),
    ],
  };
}

/** What codes and ids in a history stand for. */
async function namesOf(db: Reader): Promise<ReadonlyMap<string, string>> {
  const people = await db.person.findMany({ select: { slackId: true, name: true } });
  return new Map([
    ...(await readStates(db)).map(({ iso3, shortName }) => [iso3, shortName] as const),
    ...THEMES.map((theme) => [theme, THEME_WORDS[theme].name] as const),
    ...people.map(({ slackId, name }) => [slackId, name] as const),
    ['register_channel', 'channel of the register'] as const,
  ]);
}
