import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { fold, unfold } from '../../db/folding.ts';
import { readPeople } from '../../db/read/people.ts';
import type { RecordChange, RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import type { Joining } from '../../desk/describe.ts';
import type { Rooms } from '../../desk/rooms.ts';
import { DESK_ZONE, dayIn, deskToday } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import { sayCards } from '../requests/use-cases.ts';
import { foldedLine, joinedMessage } from './card.ts';
import { type Standing, standingIn } from './read.ts';

/** Keeps that somebody from outside came in, and tells the ISU and whoever invited them what can be read there now. */
export async function guestJoined(desk: RecordDesk, { channel, person, inviter, at }: Joining): Promise<void> {
  if (!person.outside) return;
  const { db, ids, clock } = desk;
  const everyone = await readPeople(db, deskToday(clock));
  await db.$transaction(async (tx) => {
    const standing = await standingIn(tx, channel);
    if (standing.all === 0) return;
    const id = ids.next();
    const row = { id, channel, guest: person.slackId, guestName: person.name, inviter, at: timeOf(at) };
    await tx.guestArrival.create({ data: row });
    const isu = everyone.filter(({ roles }) => roles.includes('isu')).map(({ slackId }) => slackId);
    const host = everyone.find((each) => each.slackId === inviter && may(each, 'read_register'));
    for (const to of new Set([...isu, ...(host === undefined ? [] : [host.slackId])])) {
      const message = joinedMessage({ id, channel, guest: person.name, inviter, standing });
      const say = { key: `guest:${id}:${to}`, kind: 'notice' as const, to: { person: to }, urgency: URGENCY.person };
      await enqueue(tx, ids, { ...say, message }, at);
    }
  });
  desk.poke();
}

export type DecisionOutcome =
  | { kind: 'done'; count: number }
  | { kind: 'decided'; what: 'folded' | 'stays'; by: string; on: Day }
  | { kind: 'not_allowed' }
  | { kind: 'unknown' };

/** Folds what is not for guests, or lets it stay; once, of two at the same moment by the first. */
export async function decideGuests(
  desk: RecordDesk,
  id: string,
  what: 'folded' | 'stays',
  { actor, at }: Omit<RecordChange, 'submission'>,
): Promise<DecisionOutcome> {
  if (!may(actor, 'read_register')) return { kind: 'not_allowed' };
  const outcome = await desk.db.$transaction(async (tx): Promise<DecisionOutcome> => {
    const arrival = await tx.guestArrival.findUnique({ where: { id } });
    if (arrival === null) return { kind: 'unknown' };
    const { channel } = arrival;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('guests'), hashtext(${channel}))`;
    const now = await tx.guestArrival.findUniqueOrThrow({ where: { id } });
    if (now.decision !== null && now.decidedAt !== null) {
      const by = (await tx.person.findUnique({ where: { slackId: now.decidedBy ?? '' } }))?.name ?? 'The desk';
      const on = dayIn(DESK_ZONE, instantFrom(now.decidedAt));
      return { kind: 'decided', what: now.decision === 'stays' ? 'stays' : 'folded', by, on };
    }
    const decided = { decision: what, decidedAt: timeOf(at), decidedBy: actor.slackId };
    await tx.guestArrival.updateMany({ where: { channel, decision: null }, data: decided });
    const standing = await wholeIn(tx, channel, arrival.at);
    const count = standing.cards.length + standing.digests.length;
    if (what === 'stays') await sayWhoReads(tx, desk, standing, at);
    else
      for (const { delivery } of [...standing.cards, ...standing.digests])
        await fold(tx, delivery, foldedLine(actor.name, deskToday(desk.clock)), { by: actor.slackId, at });
    return { kind: 'done', count };
  });
  desk.poke();
  return outcome;
}

/** What stood there when the first of those from outside came; what came later is for everybody. */
async function wholeIn(tx: Tx, channel: string, otherwise: Date): Promise<Standing> {
  const first = await tx.guestArrival.findFirst({
    where: { channel, OR: [{ decision: null }, { decision: { not: 'gone' } }] },
    orderBy: { at: 'asc' },
  });
  return standingIn(tx, channel, first?.at ?? otherwise);
}

async function sayWhoReads(tx: Tx, desk: RecordDesk, { cards }: Standing, at: Temporal.Instant): Promise<void> {
  for (const { reference } of cards.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)))
    await sayCards(tx, desk, reference, at);
}

/** What of a channel is not for guests, for one who reads the register. */
export async function notForGuests(
  { db }: RecordDesk,
  id: string,
  actor: RecordChange['actor'],
): Promise<Standing | null> {
  const arrival = may(actor, 'read_register') ? await db.guestArrival.findUnique({ where: { id } }) : null;
  return arrival === null ? null : standingIn(db, arrival.channel, arrival.at);
}

/** Shows again what was folded in channels in which nobody from outside is any more; Slack is asked. */
export async function lookForGuests(desk: RecordDesk & { rooms: Rooms }, at: Temporal.Instant): Promise<void> {
  const { db, rooms } = desk;
  const open = await db.guestArrival.findMany({
    where: { OR: [{ decision: null }, { decision: { not: 'gone' } }] },
    select: { channel: true },
    distinct: ['channel'],
  });
  for (const { channel } of open) {
    const room = await rooms.roomOf(channel);
    if (!room.known || room.outside > 0) continue;
    await db.$transaction(async (tx) => {
      await tx.guestArrival.updateMany({ where: { channel }, data: { decision: 'gone' } });
      const folded = await tx.foldedMessage.findMany({ select: { deliveryId: true } });
      const here = await tx.delivery.findMany({
        where: { id: { in: folded.map(({ deliveryId }) => deliveryId) }, lane: channel },
        select: { id: true },
      });
      for (const delivery of here) await unfold(tx, delivery.id);
      const cards = await tx.requestCard.findMany({
        where: { place: channel },
        select: { request: { select: { reference: true } } },
        orderBy: { request: { reference: 'asc' } },
      });
      for (const { request } of cards) await sayCards(tx, desk, request.reference, at);
    });
    desk.poke();
  }
}
