import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { workerOf } from '../../src/delivery/worker.ts';
import type { Courier } from '../../src/desk/courier.ts';
import { machineClock } from '../../src/desk/time.ts';
import { digestClockwork } from '../../src/features/digests/due.ts';
import { reminderClockwork } from '../../src/features/reminders/due.ts';
import { AMONG_US } from '../features/people.ts';
import { clockAt, instant } from '../setup/instants.ts';
import { startPostgres, type TestServer } from '../setup/postgres.ts';

const MONDAY = instant('2019-11-25T15:00:00Z');
/** Two hundred, as `npm run test:crash` asks for; `npm test` has time for fewer. */
const OCCURRENCES = process.env['CRASH_SEEDS'] === undefined ? 60 : 200;
const ZONES = ['Europe/Zurich', 'Europe/Podgorica', 'America/New_York'];

let server: TestServer;
let databases: readonly Database[];
beforeAll(async () => {
  server = await startPostgres();
  const databaseUrl = await server.newDatabase();
  databases = await Promise.all(
    [1, 2, 3].map(async () => {
      const opened = await openDatabase({ databaseUrl });
      if (!opened.ok) throw new Error(opened.problem);
      return opened.database;
    }),
  );
  const [first] = databases;
  if (first === undefined) throw new Error('No database was opened.');
  const ready = await prepareRecord(first, clockAt('2019-11-18T09:00:00+01:00'), true);
  if (!ready.ok) throw new Error(ready.problem);
  const since = new Date('2019-11-20T00:00:00Z');
  await first.db.subscription.createMany({
    data: Array.from({ length: OCCURRENCES }, (_, at) => ({
      ...{ id: `s${at}`, channel: `C${at}`, audience: 'facts', weekday: 1, time: '08:00' },
      ...{ zone: ZONES[at % ZONES.length] ?? 'UTC', since, confirmedBy: 'UADM', recordedAt: since, recordedBy: 'UADM' },
    })),
  });
}, 240_000);
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await server.stop();
});

test('three desks that start at the same moment post each of many digests once', async () => {
  const taken: string[] = [];
  const courier: Courier = {
    async post({ lane: to }) {
      taken.push(to);
      return { kind: 'sent', ref: { channel: to, ts: '1.0' } };
    },
    change: async (ref) => ({ kind: 'sent', ref }),
    find: async () => ({ kind: 'cannot_look' }),
  };
  const clock = { now: () => MONDAY };
  await Promise.all(
    databases.map(async ({ db }) => {
      const desk = { db, clock, ids: { next: randomUUID }, rooms: AMONG_US, admins: [], poke: () => undefined };
      await digestClockwork(desk).run(MONDAY);
      const worker = workerOf({
        ...{ db, courier, clock, machine: machineClock, random: () => 0 },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        onRest: async () => undefined,
      });
      worker.poke();
      await worker.idle();
      await worker.stop();
    }),
  );
  expect(taken.toSorted()).toEqual(Array.from({ length: OCCURRENCES }, (_, at) => `C${at}`).toSorted());
  const [first] = databases;
  expect(await first?.db.digestRun.groupBy({ by: ['state'], _count: true })).toEqual([
    { state: 'posted', _count: OCCURRENCES },
  ]);
}, 240_000);

/** Members of the desk in three zones, each of whom follows Lebanon: on that Monday its first date is 90 days away. */
const MEMBERS = 12;

test('and remind each member once, of each date once', async () => {
  const [first] = databases;
  if (first === undefined) throw new Error('No database was opened.');
  const since = new Date('2019-11-18T00:00:00Z');
  const members = Array.from({ length: MEMBERS }, (_, at) => `U${at}`);
  await first.db.person.createMany({
    data: members.map((slackId, at) => ({
      ...{ slackId, teamId: 'T1', name: slackId, zone: ZONES[at % ZONES.length] ?? 'UTC', recordedAt: since },
    })),
  });
  await first.db.roleHolding.createMany({
    data: members.map((slackId) => ({
      ...{ id: `h${slackId}`, slackId, role: 'isu', from: since, givenBy: 'UADM', recordedAt: since },
    })),
  });
  await first.db.follow.createMany({
    data: members.map((slackId) => ({ slackId, iso3: 'LBN', since, by: slackId })),
  });
  const clock = { now: () => MONDAY };
  const { count } = await first.db.delivery.deleteMany({ where: { kind: 'digest' } });
  expect(count).toBe(OCCURRENCES);
  await Promise.all(
    databases.map(({ db }) =>
      reminderClockwork({ db, clock, ids: { next: randomUUID }, admins: [], poke: () => undefined }).run(MONDAY),
    ),
  );
  const said = await first.db.delivery.findMany({ select: { lane: true } });
  expect(said.map(({ lane }) => lane).toSorted()).toEqual(members.toSorted());
  expect(await first.db.reminderRung.count()).toBe(MEMBERS);
  expect(await first.db.reminderRun.count()).toBe(MEMBERS);
}, 60_000);
