import type { Temporal } from 'temporal-polyfill';
import { context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { type MeetingRow, readMeeting, readMeetingCalled } from '../../db/read/meetings.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { invitedCard, meetingCard } from './card.ts';
import { hasCalendar, type MeetingsDesk } from './desk.ts';
import { readSeen } from './read.ts';
import { mayReadMeeting } from './use-cases.ts';

const seenOf = (desk: MeetingsDesk, row: MeetingRow) =>
  readSeen(desk.db, row, { calendar: hasCalendar(desk), today: deskToday(desk.clock) });

/** To the person who has planned it: that it is kept, and its card. */
export async function ownCard(
  desk: MeetingsDesk,
  { id, reference }: { id: string; reference: string },
  at: Temporal.Instant,
): Promise<Message> {
  const row = await readMeeting(desk.db, id);
  if (row === null) return notice(`${reference} is kept.`, 'All meetings: /ccm meetings');
  const card = meetingCard(await seenOf(desk, row), at);
  return {
    text: `${reference} is planned. ${card.text}`,
    blocks: present(
      section(md`*${reference} is planned.*`),
      ...card.blocks,
      context(md`Only you see this; its card is where coordinators and the ISU read.`),
    ),
  };
}

/** One meeting to one person, as far as they may read it. */
export async function showMeeting(
  desk: MeetingsDesk,
  actor: Actor,
  reference: string,
  at: Temporal.Instant,
): Promise<Reply> {
  const row = await readMeetingCalled(desk.db, reference);
  // Whoever may not read it learns no more than that it is not there.
  if (row === null || !mayReadMeeting(actor, row))
    return say(
      notice(`There is no meeting ${reference.toUpperCase()} that you can read.`, 'All that you can: /ccm meetings'),
    );
  const seen = await seenOf(desk, row);
  return say(may(actor, 'read_register') ? meetingCard(seen, at) : invitedCard(seen));
}
