import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../src/db/client.ts';
import { dateOf, timeOf } from '../../src/db/days.ts';
import type { Database } from '../../src/db/open.ts';
import { readHistory } from '../../src/db/read/history.ts';
import { freshDatabase } from '../setup/database.ts';
import { ids } from '../setup/ids.ts';
import { instant } from '../setup/instants.ts';
import { keepMeeting } from '../setup/meeting.ts';

const at = timeOf(instant('2019-11-18T09:00:00+01:00'));
const by = { by: 'U1', byName: 'Ana' };

let database: Database;
let db: Db;
beforeAll(async () => {
  database = await freshDatabase();
  db = database.db;
  await db.deskHistory.create({ data: { id: 'd1', at, ...by, about: 'register_channel', what: 'setting changed' } });
  const recorded = { recordedAt: at, recordedBy: 'U1', recordedByName: 'Ana' };
  await db.reportYear.create({
    data: { id: 'y1', year: 2018, completeSince: dateOf('2019-11-01'), source: 'ISU', ...recorded },
  });
  await keepMeeting(db, ids, { id: 'm1' });
  await db.meetingHistory.create({
    data: { id: 'h1', meetingId: 'm1', at, ...by, through: 'a test', what: 'planned' },
  });
  await db.retraction.create({ data: { factId: 'y1', at, ...by } });
  await db.requestNote.create({ data: { id: 'n1', requestId: 'AR-2018-001', text: 'ask', seenBy: 'desk', at, ...by } });
  await db.factAnswer.create({ data: { id: 'a1', fact: 'passed GNB 3 2019-05-01', answer: 'later', ...recorded } });
});
afterAll(() => database.close());

const rowsOf = (table: string): Promise<unknown[]> => db.$queryRawUnsafe(`SELECT * FROM "${table}" t ORDER BY t::text`);

// Every table whose rows are there for ever, with a column that somebody might like to change.
const KEPT = {
  RequestHistory: '"byName" = \'somebody else\'',
  DeskHistory: '"byName" = \'somebody else\'',
  ObligationEvent: "note = 'otherwise'",
  Article7Report: "source = 'otherwise'",
  ReportYear: "source = 'otherwise'",
  Retraction: "reason = 'otherwise'",
  FactAnswer: "answer = 'confirmed'",
  RequestNote: "text = 'otherwise'",
  MeetingHistory: "what = 'otherwise'",
};

describe.each(Object.entries(KEPT))('the database itself keeps %s as it was written', (table, change) => {
  test('and refuses to change a row, to delete one, and to empty the table', async () => {
    const before = await rowsOf(table);
    expect(before.length).toBeGreaterThan(0);
    for (const statement of [
      `UPDATE "${table}" SET ${change}`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
    ])
      await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/append-only/);
    expect(await rowsOf(table)).toEqual(before);
  });
});

test('these are all tables that the database guards, so that none loses its guard unseen', async () => {
  const guarded = await db.$queryRaw<{ name: string }[]>`
    SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'
    GROUP BY 1 HAVING count(*) = 2`;
  expect(guarded.map(({ name }) => name.replaceAll('"', '')).toSorted()).toEqual(Object.keys(KEPT).toSorted());
});

describe('a request with a history', () => {
  test('can neither be deleted, nor emptied away with all that hangs on it', async () => {
    await expect(db.assistanceRequest.deleteMany({ where: { reference: 'AR-2018-001' } })).rejects.toThrow();
    await expect(db.$executeRawUnsafe('TRUNCATE "AssistanceRequest" CASCADE')).rejects.toThrow(/append-only/);
    expect(await db.assistanceRequest.count()).toBe(22);
  });

  test('is told in the order in which things happened, also those of one instant', async () => {
    const whats = ['verified', 'relayed', 'noted', 'held', 'taken up', 'offered'];
    for (const [place, what] of whats.entries())
      await db.requestHistory.create({
        data: { id: `${'zyxwvu'[place]}`, requestId: 'AR-2018-002', at, ...by, through: 'a test', what },
      });
    const history = await readHistory(db, 'AR-2018-002');
    expect(history.map(({ what }) => what)).toEqual(['logged', ...whats]);
  });
});

test('beginning the sandbox again empties every table, numbers from one, and leaves the guards where they were', async () => {
  const emptied = await freshDatabase();
  const count = async (table: string): Promise<number> =>
    Number((await emptied.db.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${table}"`))[0]?.n);
  const tables = await emptied.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  expect(await count('RequestHistory')).toBeGreaterThan(0);
  await emptied.clear();
  for (const { name } of tables) expect(await count(name), name).toBe(0);
  expect(await emptied.migrate()).toEqual({ ok: true, applied: [] });
  const first = { id: 'd1', at, ...by, about: 'register_channel', what: 'setting changed' };
  expect(await emptied.db.deskHistory.create({ data: first })).toMatchObject({ written: 1 });
  await expect(emptied.db.$executeRawUnsafe('TRUNCATE "DeskHistory"')).rejects.toThrow(/append-only/);
  await emptied.close();
});
