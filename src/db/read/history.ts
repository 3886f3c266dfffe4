import type { Reader } from '../client.ts';
import { instantFrom } from '../days.ts';
import type { HistoryRow } from './rows.ts';

/** What was changed about a request, oldest first. */
export async function readHistory(db: Reader, reference: string): Promise<HistoryRow[]> {
  const rows = await db.requestHistory.findMany({
    where: { request: { reference } },
    orderBy: [{ at: 'asc' }, { written: 'asc' }],
  });
  return rows.map(({ at, byName, through, what, before, after, why }) => ({
    at: instantFrom(at),
    by: byName,
    through,
    what,
    before,
    after,
    why,
  }));
}
