import { expect, test } from 'vitest';
import type { Db } from '../../src/db/client.ts';
import { freshDatabase } from '../setup/database.ts';

/** Every row of every table, and where each sequence stands. */
async function contentOf(db: Db): Promise<Readonly<Record<string, unknown>>> {
  const named = await db.$queryRaw<
    { name: string }[]
  >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const content: Record<string, unknown> = {};
  for (const { name } of named)
    content[name] = await db.$queryRawUnsafe(`SELECT t::text AS line FROM public."${name}" AS t ORDER BY 1`);
  content['sequences'] =
    await db.$queryRaw`SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`;
  return content;
}

test('a database that a test has let go of holds for the next what it held at first', async () => {
  const first = await freshDatabase();
  const before = await contentOf(first.db);
  expect(Object.keys(before).length).toBeGreaterThan(40);
  const at = new Date('2019-11-18T08:00:00Z');
  await first.db.setting.create({ data: { key: 'left-behind', value: 'x', changedAt: at, changedBy: 'a test' } });
  await first.db.stateAlias.deleteMany({ where: { iso3: 'LAO' } });
  await first.db.state.update({ where: { iso3: 'LBN' }, data: { shortName: 'Changed' } });
  await first.db.$queryRaw`SELECT nextval('"FollowUp_number_seq"')`;
  await first.close();
  await first.close();
  const [again, another] = [await freshDatabase(), await freshDatabase()];
  expect(await contentOf(again.db)).toEqual(before);
  // One that was let go of twice is not given to two.
  await again.db.setting.create({ data: { key: 'mine', value: 'x', changedAt: at, changedBy: 'a test' } });
  expect(await another.db.setting.findUnique({ where: { key: 'mine' } })).toBeNull();
  await again.close();
  await another.close();
});

test('one whose tables a test has changed is not given again', async () => {
  const changed = await freshDatabase();
  await changed.db.$executeRaw`CREATE TABLE "Added" (n int)`;
  await changed.close();
  const next = await freshDatabase();
  expect(Object.keys(await contentOf(next.db))).not.toContain('Added');
  await next.close();
});
