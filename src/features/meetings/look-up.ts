import { readMeetings } from '../../db/read/meetings.ts';
import { may } from '../../desk/actor.ts';
import type { Asking, FreeText } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { isZone } from '../../desk/schedule.ts';
import { DESK_ZONE, deskToday } from '../../desk/time.ts';
import { ownMeetings } from './convention.ts';
import type { MeetingsDesk } from './desk.ts';
import { listCard } from './list.ts';
import { showMeeting } from './show.ts';
import { readTrouble, troubleWords } from './trouble.ts';
import { mayReadMeeting } from './use-cases.ts';
import { isOver } from './when-input.ts';

/** The meetings ahead, or with "past" those that were held or cancelled, as far as the reader may read them. */
async function showMeetings(
  desk: MeetingsDesk,
  { actor, at }: Pick<Asking, 'actor' | 'at'>,
  past: boolean,
): Promise<Reply> {
  const today = deskToday(desk.clock);
  const readable = (await readMeetings(desk.db)).filter((row) => mayReadMeeting(actor, row));
  const isPast = ({ status, when, zone }: (typeof readable)[number]): boolean =>
    status !== 'planned' || isOver(when, zone, at);
  const planned = new Set(readable.filter(({ status }) => status !== 'cancelled').map(({ convention }) => convention));
  const works = may(actor, 'handle_request');
  const trouble = works ? await readTrouble(desk.db) : null;
  return say(
    listCard({
      meetings: readable.filter((row) => isPast(row) === past),
      own: (await ownMeetings(desk.db, today)).filter(({ code }) => !planned.has(code)),
      past,
      works,
      zone: isZone(actor.zone) ? actor.zone : DESK_ZONE,
      today,
      trouble: trouble === null ? null : troubleWords(trouble),
    }),
  );
}

/** What follows `/ccm meetings`: nothing or "past" for a list, M12 for one of them, anything else is a question. */
export async function lookUp(desk: MeetingsDesk, ask: FreeText, asking: Asking): Promise<Reply> {
  const text = asking.text.trim();
  if (/^(?:|all|list|ahead|next|mine)$/i.test(text)) return showMeetings(desk, asking, false);
  if (/^(?:past|held|cancelled)$/i.test(text)) return showMeetings(desk, asking, true);
  if (/^M\s*\d{1,9}$/i.test(text)) return showMeeting(desk, asking.actor, text.replace(/\s/g, ''), asking.at);
  return ask.answer({ ...asking, text: `meetings ${text}` });
}
