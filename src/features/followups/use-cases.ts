import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { type FollowUpRow, readFollowUps } from '../../db/read/follow-ups.ts';
import { readPeople, readPerson } from '../../db/read/people.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { dayIn, deskToday } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import { isMember } from '../following/use-cases.ts';
import { retellMeeting } from '../meetings/use-cases.ts';
import { givenMessage } from './card.ts';
import { addRow, finishRow, type NewFollowUp, passRow, postponeRow } from './store.ts';

export { DONE, LIST } from './card.ts';
export { passRow } from './store.ts';

export type FollowUpOutcome =
  | { kind: 'done'; row: FollowUpRow | null; reference: string }
  | { kind: 'not_allowed' }
  /** Somebody without a role at the desk: nothing is sent to them. */
  | { kind: 'not_a_member' }
  | { kind: 'past' }
  /** It is done already, or there is none of that name. */
  | { kind: 'settled' };

interface By {
  actor: Actor;
  at: Temporal.Instant;
}

/** Those who may have something to do at the desk. */
export const membersOf = async ({ db, clock }: RecordDesk): Promise<readonly PersonRow[]> =>
  (await readPeople(db, deskToday(clock))).filter(isMember);

const isOfDesk = async ({ db, clock }: RecordDesk, slackId: string): Promise<boolean> => {
  const person = await readPerson(db, slackId, deskToday(clock));
  return person !== null && isMember(person);
};

/** Keeps a follow-up, once for each submission; whoever is given one by somebody else is told. */
export async function addFollowUp(
  desk: RecordDesk,
  given: NewFollowUp,
  { actor, at, submission }: By & { submission: string },
): Promise<FollowUpOutcome> {
  if (!may(actor, 'handle_request')) return { kind: 'not_allowed' };
  if (given.due < dayIn(actor.zone, at)) return { kind: 'past' };
  const { db, ids } = desk;
  if (given.owner !== actor.slackId && !(await isOfDesk(desk, given.owner))) return { kind: 'not_a_member' };
  const kept = await db.$transaction(async (tx) => {
    const made = await addRow(tx, ids, given, { actor, at, submission });
    if (made === null) return null;
    if (given.meeting) await retellMeeting(tx, desk, given.meeting, at);
    if (given.owner !== actor.slackId) await tellOwner(tx, desk, made.id, { actor, at });
    return made;
  });
  desk.poke();
  const same =
    kept ??
    (await db.followUp
      .findUnique({ where: { submission }, select: { id: true, number: true } })
      .then((row) => (row === null ? null : { id: row.id, reference: `F${row.number}` })));
  if (same === null) return { kind: 'settled' };
  return { kind: 'done', row: await rowOf(desk, same.id), reference: same.reference };
}

const rowOf = async ({ db }: RecordDesk, id: string): Promise<FollowUpRow | null> =>
  (await readFollowUps(db)).find((row) => row.id === id) ?? null;

async function tellOwner(tx: Tx, { ids }: RecordDesk, id: string, { actor, at }: By): Promise<void> {
  const row = (await readFollowUps(tx)).find((each) => each.id === id);
  if (row === undefined) return;
  const to = { person: row.owner.slackId };
  const key = `followup:${id}:${row.owner.slackId}:${at.epochMilliseconds}`;
  const message = givenMessage(row, actor.name, dayIn(actor.zone, at));
  await enqueue(tx, ids, { key, kind: 'reminder', to, urgency: URGENCY.person, message }, at);
}

type Change = (tx: Tx) => Promise<boolean>;

async function change(desk: RecordDesk, id: string, { actor, at }: By, work: Change): Promise<FollowUpOutcome> {
  if (!may(actor, 'handle_request')) return { kind: 'not_allowed' };
  const before = await rowOf(desk, id);
  if (before === null) return { kind: 'settled' };
  const done = await desk.db.$transaction(async (tx) => {
    const made = await work(tx);
    if (made && before.meeting !== null) await retellMeeting(tx, desk, before.meeting, at);
    return made;
  });
  desk.poke();
  if (!done) return { kind: 'settled' };
  return { kind: 'done', row: await rowOf(desk, id), reference: before.reference };
}

/** It is done. */
export const finishFollowUp = (desk: RecordDesk, id: string, by: By): Promise<FollowUpOutcome> =>
  change(desk, id, by, (tx) => finishRow(tx, desk.ids, id, by));

/** It is due on another day. */
export const postponeFollowUp = async (desk: RecordDesk, id: string, due: Day, by: By): Promise<FollowUpOutcome> =>
  due < dayIn(by.actor.zone, by.at)
    ? { kind: 'past' }
    : change(desk, id, by, (tx) => postponeRow(tx, desk.ids, id, due, by));

/** It is somebody else's from now on, who is told. */
export const passFollowUp = async (desk: RecordDesk, id: string, to: string, by: By): Promise<FollowUpOutcome> =>
  (await isOfDesk(desk, to))
    ? change(desk, id, by, async (tx) => {
        if (!(await passRow(tx, desk.ids, id, to, by))) return false;
        if (to !== by.actor.slackId) await tellOwner(tx, desk, id, by);
        return true;
      })
    : { kind: 'not_a_member' };
