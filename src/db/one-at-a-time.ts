import type { PrismaPg } from '@prisma/adapter-pg';

const MIGRATING = 0x41637435;

/** Lets one desk at a time do `work` on the PostgreSQL behind `adapter`; a second one waits, also when the first takes long. */
export async function oneAtATime<Result>(adapter: PrismaPg, work: () => Promise<Result>): Promise<Result> {
  const connection = await adapter.connect();
  const session = await connection.underlyingDriver().connect();
  try {
    await session.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    return await work();
  } finally {
    // The lock ends with its session.
    session.release(true);
    await connection.dispose();
  }
}
