import type { Temporal } from 'temporal-polyfill';
import { unescapeText } from '../../blocks/mrkdwn.ts';
import { isDuplicate, type Tx } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import { linesOf } from './compose.ts';
import { lineMark } from './left-out.ts';
import type { Occurrence } from './occurrence.ts';
import { factsAhead, previewFor, sayPreviewsAnew } from './preview.ts';
import { readSubscriptions, type Subscription } from './subscriptions.ts';
import { mayManage } from './use-cases.ts';

/** After so long a line comes back by itself. */
const WEEKS = 4;

export type LeaveOutcome = 'done' | 'not_allowed' | 'settled' | 'no_such_line';

/** A line of a digest that may be left out. */
export interface Choice {
  mark: string;
  words: string;
}

/** The lines with a date of a digest that is announced; null where it has gone out or is held. */
export async function choicesFor(
  desk: RecordDesk,
  { subscription: id, dueAt }: Occurrence,
  at: Temporal.Instant,
): Promise<readonly Choice[] | null> {
  const subscription = (await readSubscriptions(desk.db)).find((each) => each.id === id);
  if (subscription === undefined) return null;
  return desk.db.$transaction(async (tx) =>
    (await isAnnounced(tx, id, dueAt)) ? choicesIn(tx, subscription, dueAt, at) : null,
  );
}

async function choicesIn(tx: Tx, subscription: Subscription, dueAt: Temporal.Instant, at: Temporal.Instant) {
  const lines = linesOf(await factsAhead(tx, subscription, dueAt, at));
  return lines.map(
    (line): Choice => ({
      mark: lineMark(line),
      words: unescapeText(line.text.text).replace(/\*/g, '').replace(/^• /, ''),
    }),
  );
}

/** Whether it is still to go out; holds it so until the end of the transaction. */
async function isAnnounced(tx: Tx, id: string, dueAt: Temporal.Instant): Promise<boolean> {
  const due = timeOf(dueAt);
  await tx.$queryRaw`SELECT "id" FROM "DigestRun" WHERE "subscriptionId" = ${id} AND "dueAt" = ${due} FOR UPDATE`;
  const run = await tx.digestRun.findUnique({ where: { subscriptionId_dueAt: { subscriptionId: id, dueAt: due } } });
  return run?.state === 'announced';
}

/** Leaves a line out of an announced digest and of those of the next four weeks, with a reason; its previews say so. */
export async function leaveOut(
  desk: RecordDesk,
  actor: Actor,
  { subscription: id, dueAt }: Occurrence,
  given: { mark: string; reason: string; submission: string },
  at: Temporal.Instant,
): Promise<LeaveOutcome> {
  if (!mayManage(actor)) return 'not_allowed';
  const { db, ids } = desk;
  const { mark, reason, submission } = given;
  const subscription = (await readSubscriptions(db)).find((each) => each.id === id);
  if (subscription === undefined) return 'settled';
  const until = at.add({ hours: WEEKS * 7 * 24 });
  const outcome = await db
    .$transaction(async (tx): Promise<LeaveOutcome> => {
      if (!(await isAnnounced(tx, id, dueAt))) return 'settled';
      const choice = (await choicesIn(tx, subscription, dueAt, at)).find((each) => each.mark === mark);
      if (choice === undefined) return 'no_such_line';
      const by = { by: actor.slackId, byName: actor.name, at: timeOf(at) };
      const { words } = choice;
      await tx.leftOutLine.create({
        data: {
          id: ids.next(),
          subscriptionId: id,
          line: mark,
          words,
          reason,
          until: timeOf(until),
          submission,
          ...by,
        },
      });
      const about = 'digest';
      await tx.deskHistory.create({
        data: { id: ids.next(), ...by, about, what: 'line left out', before: words, after: reason },
      });
      await sayPreviewsAnew(tx, ids, { subscription: id, dueAt }, await previewFor(tx, subscription, dueAt, at), at);
      return 'done';
    })
    .catch((error: unknown): LeaveOutcome => {
      if (isDuplicate(error)) return 'done';
      throw error;
    });
  desk.poke();
  return outcome;
}

/** Puts a line back that was left out; the previews that still stand say so. */
export async function putBack(
  desk: RecordDesk,
  actor: Actor,
  lineId: string,
  at: Temporal.Instant,
): Promise<LeaveOutcome> {
  if (!mayManage(actor)) return 'not_allowed';
  const { db, ids } = desk;
  const subscriptions = await readSubscriptions(db);
  const outcome = await db.$transaction(async (tx): Promise<LeaveOutcome> => {
    const by = { by: actor.slackId, byName: actor.name, at: timeOf(at) };
    const back = await tx.leftOutLine.updateMany({
      where: { id: lineId, putBackAt: null, until: { gt: timeOf(at) } },
      data: { putBackAt: timeOf(at), putBackBy: actor.slackId },
    });
    if (back.count === 0) return 'settled';
    const { subscriptionId, words } = await tx.leftOutLine.findUniqueOrThrow({ where: { id: lineId } });
    await tx.deskHistory.create({
      data: { id: ids.next(), ...by, about: 'digest', what: 'line put back', before: words, after: null },
    });
    const subscription = subscriptions.find(({ id }) => id === subscriptionId);
    const announced = await tx.digestRun.findMany({ where: { subscriptionId, state: 'announced' } });
    for (const { dueAt: due } of announced) {
      const dueAt = instantFrom(due);
      if (subscription)
        await sayPreviewsAnew(
          tx,
          ids,
          { subscription: subscriptionId, dueAt },
          await previewFor(tx, subscription, dueAt, at),
          at,
        );
    }
    return 'done';
  });
  desk.poke();
  return outcome;
}
