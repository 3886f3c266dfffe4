import type { Theme } from '../../treaty/theme.ts';
import type { Reader } from '../client.ts';
import { dayFrom } from '../days.ts';
import type { StatedFigureRow } from './rows.ts';

/** The numbers that sources state, with the names they give. */
export async function readStatedFigures(db: Reader): Promise<StatedFigureRow[]> {
  const rows = await db.statedFigure.findMany({ orderBy: { id: 'asc' } });
  return rows.map((row) => ({ ...row, asOf: dayFrom(row.asOf), theme: row.theme as Theme | null }));
}
