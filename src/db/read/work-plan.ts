import type { Reader } from '../client.ts';
import type { WorkPlanRow } from './rows.ts';

/** The lines of the coordinators' concept note, kind by kind. */
export async function readWorkPlan(db: Reader): Promise<WorkPlanRow[]> {
  const rows = await db.workPlanItem.findMany({ orderBy: [{ kind: 'asc' }, { position: 'asc' }] });
  return rows.map((row) => ({ ...row, kind: row.kind as WorkPlanRow['kind'] }));
}
