import { Temporal } from 'temporal-polyfill';
import { isDuplicate, type Tx } from '../../db/client.ts';
import { holdMeeting } from '../../db/hold.ts';
import { asJsonOrNull } from '../../db/json.ts';
import { type MeetingRow, type MeetingWhen, readMeeting } from '../../db/read/meetings.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { sayMeetingCards } from './cards.ts';
import type { MeetingsDesk } from './desk.ts';
import { type By, type MeetingOutcome, MOST_INVITEES, type NewMeeting, type Refusal } from './plan.ts';
import type { Judged } from './seen-fields.ts';
import { inviteeKey, keepLine, type NewInvitee, writeInvitees } from './store.ts';
import { isOver } from './when-input.ts';
import { type Change, writeChange, writeMeeting, writtenBy } from './write.ts';

const begins = (when: MeetingWhen, zone: string): 'never' | Temporal.Instant =>
  when.kind === 'month'
    ? 'never'
    : when.kind === 'timed'
      ? Temporal.Instant.from(when.start)
      : Temporal.PlainDate.from(when.first).add({ days: 1 }).toZonedDateTime(zone).toInstant();

/** Whether it would begin before `at`; whole days begin with their end, so that today's can still be planned, and so does a month. */
function isPast(when: MeetingWhen, zone: string, at: Temporal.Instant): boolean {
  const start = begins(when, zone);
  return start === 'never' ? isOver(when, zone, at) : Temporal.Instant.compare(start, at) < 0;
}

/**
 * Plans a meeting: kept with its history and its card in one transaction, once for each submission, and brought to the calendar
 * soon after. `alone`: nobody else reads along where it is planned: there the person has a card, too.
 */
export async function planMeeting(
  desk: MeetingsDesk,
  meeting: NewMeeting,
  by: By & { submission: string; alone: boolean },
): Promise<MeetingOutcome> {
  if (!may(by.actor, 'handle_request')) return { kind: 'not_allowed' };
  if (isPast(meeting.when, meeting.zone, by.at)) return { kind: 'past' };
  const invited = new Set(meeting.invitees.map(inviteeKey)).size;
  if (invited > MOST_INVITEES) return { kind: 'too_many', invited };
  const { db, ids } = desk;
  const madeBy = async (): Promise<MeetingOutcome | null> => {
    const made = await db.meeting.findUnique({
      where: { submission: by.submission },
      select: { id: true, number: true },
    });
    return made === null ? null : { kind: 'done', id: made.id, reference: `M${made.number}` };
  };
  const before = await madeBy();
  if (before !== null) return before;
  try {
    const made = await db.$transaction(async (tx) => {
      const kept = await writeMeeting(tx, ids, meeting, by);
      await sayMeetingCards(tx, desk, kept.id, by.at, by.alone ? by.actor.slackId : null);
      return kept;
    });
    stir(desk);
    return { kind: 'done', ...made };
  } catch (error) {
    const done = isDuplicate(error) ? await madeBy() : null;
    if (done === null) throw error;
    return done;
  }
}

/** Has the queue and the calendar look at what was kept. */
function stir(desk: MeetingsDesk): void {
  desk.poke();
  desk.calendar?.()?.poke();
}

/** Changes one meeting under its lock, and says so on its cards; for those alone who work with meetings. */
export async function change(
  desk: MeetingsDesk,
  id: string,
  by: By,
  work: (tx: Tx, row: MeetingRow) => Promise<Refusal | null>,
): Promise<MeetingOutcome> {
  if (!may(by.actor, 'handle_request')) return { kind: 'not_allowed' };
  const outcome = await desk.db.$transaction(async (tx): Promise<MeetingOutcome> => {
    await holdMeeting(tx, id);
    const row = await readMeeting(tx, id);
    if (row === null) return { kind: 'gone' };
    const refusal = await work(tx, row);
    if (refusal !== null) return refusal;
    await sayMeetingCards(tx, desk, id, by.at);
    return { kind: 'done', id, reference: row.reference };
  });
  if (outcome.kind === 'done') stir(desk);
  return outcome;
}

/** What was changed in the meantime by somebody else, of what a person wants to change. */
export interface Overtaken {
  kind: 'overtaken';
  row: MeetingRow;
  fields: readonly (keyof Change)[];
}

/**
 * Changes what a person has changed in the form; `judged` says of each field whether it is still as the person saw it. What
 * somebody else has changed meanwhile is not overwritten.
 */
export async function changeMeeting(
  desk: MeetingsDesk,
  id: string,
  wanted: Change,
  by: By,
  judged: (row: MeetingRow, field: keyof Change) => Judged,
): Promise<MeetingOutcome | Overtaken> {
  let overtaken: Overtaken | null = null;
  const outcome = await change(desk, id, by, async (tx, row) => {
    if (row.status === 'cancelled') return { kind: 'gone' };
    if (row.repeats !== null) return { kind: 'series' };
    const fields = (Object.keys(wanted) as (keyof Change)[]).filter((field) => judged(row, field) !== 'there_already');
    const passed = fields.filter((field) => judged(row, field) === 'passed');
    if (passed.length > 0) {
      overtaken = { kind: 'overtaken', row, fields: passed };
      return { kind: 'over' };
    }
    const made: Change = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
    if (row.convention !== null && (made.title !== undefined || made.when !== undefined)) return { kind: 'over' };
    if (made.when !== undefined && isPast(made.when, made.zone ?? row.zone, by.at)) return { kind: 'past' };
    if (fields.length > 0) await writeChange(tx, desk.ids, row, made, by);
    return null;
  });
  return overtaken ?? outcome;
}

/** Cancels it: invitees are told by the calendar. Cancelled once, it stays so. */
export const cancelMeeting = (desk: MeetingsDesk, id: string, reason: string, by: By): Promise<MeetingOutcome> =>
  change(desk, id, by, async (tx, { status }) => {
    if (status === 'cancelled') return { kind: 'gone' };
    await tx.meeting.update({ where: { id }, data: { status: 'cancelled', sequence: { increment: 1 } } });
    await tx.meetingNotice.deleteMany({ where: { meetingId: id } });
    const { submission: _, ...written } = writtenBy(by);
    await keepLine(tx, desk.ids, id, { what: 'cancelled', after: reason === '' ? null : reason }, written);
    return null;
  });

/** Keeps what came of a meeting that was held. */
export const keepOutcome = (desk: MeetingsDesk, id: string, outcome: string, by: By): Promise<MeetingOutcome> =>
  change(desk, id, by, async (tx, row) => {
    if (row.status === 'cancelled') return { kind: 'gone' };
    const start = begins(row.when, row.zone);
    if (start === 'never' || Temporal.Instant.compare(start, by.at) > 0) return { kind: 'not_over' };
    await tx.meeting.update({ where: { id }, data: { status: 'held', outcome } });
    const { submission: _, ...written } = writtenBy(by);
    await keepLine(tx, desk.ids, id, { what: 'outcome', before: row.outcome || null, after: outcome }, written);
    return null;
  });

/** Adds people and takes some out, whoever else was added or taken out meanwhile. */
export const changeInvitees = (
  desk: MeetingsDesk,
  id: string,
  { add, remove }: { add: readonly NewInvitee[]; remove: readonly string[] },
  by: By,
): Promise<MeetingOutcome> =>
  change(desk, id, by, async (tx, row) => {
    if (row.status === 'cancelled') return { kind: 'gone' };
    if (row.repeats !== null) return { kind: 'series' };
    const staying = row.invitees.filter((each) => !remove.includes(each.id));
    const next = [...new Map([...staying, ...add].map((each) => [inviteeKey(each), each])).values()];
    if (next.length > MOST_INVITEES) return { kind: 'too_many', invited: next.length };
    await writeInvitees(tx, desk.ids, row, next);
    await tx.meeting.update({ where: { id }, data: { sequence: { increment: 1 } } });
    const named = (people: readonly Pick<NewInvitee, 'name'>[]): string => people.map(({ name }) => name).join(', ');
    const out = row.invitees.filter((each) => remove.includes(each.id));
    const { submission: _, ...written } = writtenBy(by);
    await keepLine(
      tx,
      desk.ids,
      id,
      {
        what: 'people invited',
        before: out.length > 0 ? `taken out: ${named(out)}` : null,
        after: add.length > 0 ? `added: ${named(add)}` : null,
      },
      written,
    );
    return null;
  });

/** Of a proposal of another time: it becomes the meeting's, or the time stays; one that is no longer made is over. */
export const decideProposal = (
  desk: MeetingsDesk,
  id: string,
  { invitee, start, take }: { invitee: string; start: string; take: boolean },
  by: By,
): Promise<MeetingOutcome> =>
  change(desk, id, by, async (tx, row) => {
    const proposes = row.invitees.find((each) => each.id === invitee)?.proposes ?? null;
    if (row.status !== 'planned' || proposes?.kind !== 'timed' || proposes.start !== start) return { kind: 'over' };
    if (take) {
      if (isPast(proposes, row.zone, by.at)) return { kind: 'past' };
      if (row.repeats !== null) return { kind: 'series' };
      if (row.convention !== null) return { kind: 'over' };
      await writeChange(tx, desk.ids, row, { when: proposes }, by);
      return null;
    }
    await tx.meetingInvitee.update({ where: { id: invitee }, data: { kept: asJsonOrNull(proposes) } });
    const { submission: _, ...written } = writtenBy(by);
    await keepLine(tx, desk.ids, id, { what: 'time kept', after: 'another time was proposed' }, written);
    return null;
  });

/** Puts it back to when it was before it was last moved; over where it was moved again since `movedAt`. */
export const moveBack = (desk: MeetingsDesk, id: string, movedAt: string, by: By): Promise<MeetingOutcome> =>
  change(desk, id, by, async (tx, row) => {
    if (row.status !== 'planned' || row.moved === null || row.moved.at !== movedAt) return { kind: 'over' };
    if (isPast(row.moved.from, row.zone, by.at)) return { kind: 'past' };
    await writeChange(tx, desk.ids, row, { when: row.moved.from }, by);
    return null;
  });

/** Whether a person may read it: coordinators, the ISU and admins all of it, others where they are invited themselves. */
export const mayReadMeeting = (actor: Pick<Actor, 'slackId' | 'roles'>, { invitees }: MeetingRow): boolean =>
  may(actor, 'read_register') || invitees.some(({ slackId }) => slackId === actor.slackId);

export { FOLLOW_UP } from './card.ts';
export { planFromFollowUp } from './open-plan.ts';

/** Says on its cards what stands around a meeting now, in the transaction that changes it. */
export async function retellMeeting(tx: Tx, desk: RecordDesk, id: string, at: Temporal.Instant): Promise<void> {
  await holdMeeting(tx, id);
  await sayMeetingCards(tx, desk, id, at);
}
