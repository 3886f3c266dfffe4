import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Db } from '../../src/db/client.ts';
import { PrismaClient } from '../../src/db/generated/client.ts';
import { recordTemplate } from './template-file.ts';

/** A database like `freshDatabase`, and every statement that has been sent to it. */
export interface CountedDatabase {
  db: Db;
  /** The statements that `work` sends. */
  sentBy(work: () => Promise<unknown>): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function countedDatabase(): Promise<CountedDatabase> {
  const pglite = await PGlite.create({ loadDataDir: recordTemplate() });
  const db = new PrismaClient({ adapter: new PrismaPGlite(pglite), log: [{ emit: 'event', level: 'query' }] });
  let sent: string[] = [];
  db.$on('query', ({ query }) => void sent.push(query));
  return {
    db,
    async sentBy(work) {
      sent = [];
      await work();
      return [...sent];
    },
    async close() {
      await db.$disconnect();
      await pglite.close();
    },
  };
}
