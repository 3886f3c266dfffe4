import { Prisma, type PrismaClient } from './generated/client.ts';

/** The database: reads, and transactions through `db.$transaction`. */
export type Db = PrismaClient;

/** Inside a transaction; nothing else may be awaited there. */
export type Tx = Prisma.TransactionClient;

/** Where reads go: the database or an open transaction. */
export type Reader = Db | Tx;

/** Whether a write was refused because a row with the same unique value is there. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
