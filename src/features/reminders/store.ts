import type { Temporal } from 'temporal-polyfill';
import type { Reader, Tx } from '../../db/client.ts';
import { dateOf, dayFrom, timeOf } from '../../db/days.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Day } from '../../treaty/day.ts';
import type { Told } from './told.ts';

/** Makes the row of a person's reminders of a day; null when it is there already, made by this process or another. */
export async function beginReminders(
  tx: Tx,
  ids: Ids,
  { person, day, late }: { person: string; day: Day; late: boolean },
  at: Temporal.Instant,
): Promise<string | null> {
  const row = { id: ids.next(), person, day: dateOf(day), late, at: timeOf(at) };
  return (await tx.reminderRun.createMany({ data: [row], skipDuplicates: true })).count === 1 ? row.id : null;
}

/** Keeps what a reminder tells, and returns those of it that were not told before. */
export async function keepTold(
  tx: Tx,
  ids: Ids,
  runId: string,
  told: readonly Told[],
  wordsOf: (told: Told) => string,
): Promise<readonly Told[]> {
  const data = told.map((each) => ({
    ...{ id: ids.next(), runId, mark: each.mark, person: each.person, kind: each.what.kind },
    ...{ subject: each.subject, iso3: each.state, due: dateOf(each.due), words: wordsOf(each) },
  }));
  await tx.reminderRung.createMany({ data, skipDuplicates: true });
  const kept = await tx.reminderRung.findMany({ where: { runId }, select: { mark: true } });
  const marks = new Set(kept.map(({ mark }) => mark));
  return told.filter(({ mark }) => marks.has(mark));
}

export const keepDelivery = (tx: Tx, runId: string, deliveryId: string): Promise<unknown> =>
  tx.reminderRun.update({ where: { id: runId }, data: { deliveryId } });

/** For each person the last day before `on` of which there is a row. */
export async function lastReminded(db: Reader, on: Day): Promise<ReadonlyMap<string, Day>> {
  const rows = await db.reminderRun.groupBy({
    by: ['person'],
    where: { day: { lt: dateOf(on) } },
    _max: { day: true },
  });
  return new Map(rows.flatMap(({ person, _max: { day } }) => (day === null ? [] : [[person, dayFrom(day)] as const])));
}

/** Who has a row of that day. */
export async function remindedOn(
  db: Reader,
  people: readonly { slackId: string; day: Day }[],
): Promise<ReadonlySet<string>> {
  const rows = await db.reminderRun.findMany({
    where: { OR: people.map(({ slackId, day }) => ({ person: slackId, day: dateOf(day) })) },
    select: { person: true },
  });
  return new Set(rows.map(({ person }) => person));
}

/** What these persons wanted to be reminded of again after `after`, up to `on`. */
export async function askedAgain(
  tx: Tx,
  people: readonly string[],
  { after, on }: { after: Day | null; on: Day },
): Promise<readonly { person: string; subject: string; day: Day }[]> {
  const rows = await tx.reminderRung.findMany({
    where: {
      person: { in: [...people] },
      became: 'in_a_week',
      againOn: { lte: dateOf(on), ...(after === null ? {} : { gt: dateOf(after) }) },
    },
  });
  return rows.flatMap(({ person, subject, againOn }) =>
    againOn === null ? [] : [{ person, subject, day: dayFrom(againOn) }],
  );
}

export type Became = 'nothing_to_do' | 'in_a_week' | 'passed_on';

/** Keeps what became of the rungs of a reminder; false where somebody has answered it already. */
export async function decideRungs(
  tx: Tx,
  runId: string,
  { became, againOn, by, at }: { became: Became; againOn: Day | null; by: string; at: Temporal.Instant },
): Promise<boolean> {
  const decided = await tx.reminderRung.updateMany({
    where: { runId, became: null },
    data: { became, againOn: dateOf(againOn), decidedAt: timeOf(at), decidedBy: by },
  });
  return decided.count > 0;
}
