import type { Reader } from '../client.ts';
import type { CoordinatorRow } from './rows.ts';

/** Who coordinated which theme in which term, in the order of the record. */
export async function readCoordinators(db: Reader): Promise<CoordinatorRow[]> {
  const rows = await db.coordinatorTerm.findMany({ orderBy: { position: 'asc' } });
  return rows.map((row) => ({ ...row, confidence: row.confidence as CoordinatorRow['confidence'] }));
}
