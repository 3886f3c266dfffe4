import type { Tx } from './client.ts';
import { Prisma } from './generated/client.ts';

const name = (text: string): Prisma.Sql => Prisma.raw(`"${text}"`);

/** Writes rows into a table in one statement, whatever their number; the database checks them as it checks every row. */
export async function insertAll<Row extends object>(
  tx: Tx,
  table: Prisma.ModelName,
  rows: readonly Row[],
): Promise<void> {
  const columns = Prisma.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map(name));
  await tx.$executeRaw`INSERT INTO ${name(table)} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${name(table)}, ${JSON.stringify(rows)}::json)`;
}
