import { button, divider, section } from '../../blocks/build.ts';
import { join, md } from '../../blocks/mrkdwn.ts';
import { readFollowUps } from '../../db/read/follow-ups.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import type { HomeSection } from '../../desk/describe.ts';
import { dayIn } from '../../desk/time.ts';
import { followUpWords, LIST } from './card.ts';

const MOST = 5;

/** The reader's next follow-ups on App Home; nothing where there is none. */
export const followUpsAtHome = ({ db }: RecordDesk): HomeSection => ({
  order: 15,
  async blocks({ actor, at }) {
    if (!may(actor, 'handle_request')) return [];
    const rows = await readFollowUps(db, actor.slackId);
    if (rows.length === 0) return [];
    const states = await readStates(db);
    const today = dayIn(actor.zone, at);
    const lines = rows.slice(0, MOST).map((row) => {
      const stateName = states.find(({ iso3 }) => iso3 === row.state)?.shortName ?? null;
      return md`• ${followUpWords(row, today, { stateName, named: false })}`;
    });
    const more = rows.length > MOST ? [md`and ${rows.length - MOST} more`] : [];
    return [
      section(join([md`*Your follow-ups*`, ...lines, ...more], '\n'), button({ text: 'All', action: LIST })),
      divider(),
    ];
  },
});
