import { afterAll, beforeAll, expect, it } from 'vitest';
import { dateOf } from '../../../src/db/days.ts';
import { composeDigest } from '../../../src/features/digests/compose.ts';
import { readDigestFacts } from '../../../src/features/digests/read.ts';
import { reminderClockwork } from '../../../src/features/reminders/due.ts';
import { day } from '../../../src/treaty/day.ts';
import { type CountedDatabase, countedDatabase } from '../../setup/counted-database.ts';
import { ids } from '../../setup/ids.ts';
import { instant } from '../../setup/instants.ts';

const ASOF = day('2019-11-25');
const LAST = { day: day('2019-11-18'), at: instant('2019-11-18T08:00:00+01:00') };
const MORE = 200;

let database: CountedDatabase;
beforeAll(async () => {
  database = await countedDatabase();
  const { db } = database;
  const since = new Date('2019-11-01T00:00:00Z');
  const who = { slackId: 'U1', teamId: 'T1', name: 'The ISU', zone: 'Europe/Zurich', recordedAt: since };
  await db.person.create({ data: who });
  const held = { id: 'h1', slackId: 'U1', role: 'isu', from: since, givenBy: 'U1', recordedAt: since };
  await db.roleHolding.create({ data: held });
  await db.follow.create({ data: { slackId: 'U1', iso3: 'LBN', since, by: 'U1' } });
  await db.assistanceRequest.updateMany({ data: { ownerId: 'U1' } });
  const by = { recordedAt: since, recordedBy: 'U1', recordedByName: 'The ISU', submission: 's0' };
  await db.followUp.create({
    data: { id: 'f0', what: 'to do', due: dateOf(ASOF), dueSetAt: since, ownerId: 'U1', ...by },
  });
});
afterAll(() => database.close());

const compose = () =>
  database.sentBy(async () => void composeDigest(await readDigestFacts(database.db, ASOF, 'desk', LAST)));

/** The reminders of 09:00, told anew each time. */
async function remind(): Promise<readonly string[]> {
  const { db } = database;
  const at = instant('2019-11-25T09:00:00+01:00');
  const desk = { db, clock: { now: () => at }, ids, admins: [], poke: () => undefined };
  await db.$transaction([db.reminderRung.deleteMany(), db.reminderRun.deleteMany(), db.delivery.deleteMany()]);
  const sent = await database.sentBy(() => reminderClockwork(desk).run(at));
  expect(await db.reminderRung.count()).toBeGreaterThan(1);
  return sent;
}

it('a digest and the reminders of a day ask the database as often for a long record as for a short one', async () => {
  const { db } = database;
  await compose();
  const [digest, reminders] = [await compose(), await remind()];
  expect(digest.length).toBeGreaterThan(3);
  expect(reminders.length).toBeGreaterThan(8);
  const [event, request] = [await db.obligationEvent.findFirstOrThrow(), await db.assistanceRequest.findFirstOrThrow()];
  const followUp = await db.followUp.findFirstOrThrow({ omit: { number: true } });
  const many = Array.from({ length: MORE }, (_, at) => at);
  await db.obligationEvent.createMany({
    data: many.map((at) => ({ ...event, id: `more-${at}`, position: 1_000 + at, corrects: null })),
  });
  await db.assistanceRequest.createMany({
    data: many.map((at) => ({
      ...{ ...request, amount: null, submission: null, status: 'relayed' },
      ...{ id: `more-${at}`, reference: `AR-2019-${String(at + 100)}` },
    })),
  });
  await db.followUp.createMany({ data: many.map((at) => ({ ...followUp, id: `more-${at}`, submission: `s-${at}` })) });
  expect((await compose()).length).toBe(digest.length);
  expect((await remind()).length).toBe(reminders.length);
});
