import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { changeSaid, enqueue, URGENCY } from '../../db/deliveries.ts';
import { readMeeting } from '../../db/read/meetings.ts';
import { readPerson } from '../../db/read/people.ts';
import { readSetting } from '../../db/read/settings.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import type { Address } from '../../desk/ports.ts';
import { deskToday } from '../../desk/time.ts';
import { meetingCard } from './card.ts';
import { hasCalendar } from './desk.ts';
import { readSeen } from './read.ts';

/** What cards are said with. */
export type CardsDesk = Pick<RecordDesk, 'clock' | 'ids' | 'admins' | 'calendar'>;

const isPerson = (place: string): boolean => /^[UW]/.test(place);

/**
 * Says what a meeting has become, in the transaction that changes it and under its lock: on every card that it has, each in its
 * place, and on a first one in the register channel, with `reader`, and with its organiser where no register channel is chosen.
 */
export async function sayMeetingCards(
  tx: Tx,
  desk: CardsDesk,
  id: string,
  at: Temporal.Instant,
  reader: string | null = null,
): Promise<void> {
  const row = await readMeeting(tx, id);
  if (row === null) throw new Error(`The meeting ${id} was changed and cannot be read.`);
  const today = deskToday(desk.clock);
  const message = meetingCard(await readSeen(tx, row, { calendar: hasCalendar(desk), today }), at);
  const standing = await tx.meetingCard.findMany({ where: { meetingId: id } });
  for (const { place, deliveryId } of standing)
    if (!isPerson(place) || (await reads(tx, desk, place))) await changeSaid(tx, deliveryId, message);
  const register = await readSetting(tx, 'register_channel');
  const places: Address[] = [
    ...(register === null ? [{ person: row.organiser.slackId }] : [{ channel: register }]),
    ...(reader === null ? [] : [{ person: reader }]),
  ];
  for (const to of places) {
    const place = 'channel' in to ? to.channel : to.person;
    if (standing.some((card) => card.place === place)) continue;
    const urgency = 'channel' in to ? URGENCY.register : URGENCY.person;
    const key = `meeting:${id}:${place}`;
    const deliveryId = await enqueue(tx, desk.ids, { key, kind: 'card', to, urgency, message }, at);
    if (deliveryId !== null) await tx.meetingCard.create({ data: { meetingId: id, place, deliveryId } });
  }
}

/** A person who works with meetings no longer keeps the card as it is. */
async function reads(tx: Tx, { clock, admins = [] }: CardsDesk, slackId: string): Promise<boolean> {
  if (admins.includes(slackId)) return true;
  const person = await readPerson(tx, slackId, deskToday(clock));
  return person !== null && may(person, 'read_register');
}
