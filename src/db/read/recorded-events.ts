import type { Confidence, Iso3, ObligationEventKind, Precision } from '../../treaty/facts.ts';
import type { Proposed } from '../../treaty/warnings.ts';
import type { Reader } from '../client.ts';
import { dayFrom } from '../days.ts';
import { type Recorded, readRetractions, recordingOf } from './recorded.ts';

/** An event with all that is known of its recording; also one that was corrected or taken back. */
export interface RecordedEvent extends Proposed, Recorded {
  reason: string | null;
  /** What the desk warned about before it was kept, in words. */
  warnings: readonly string[];
}

/** All events of one State, or of all States, as they were recorded, oldest first. */
export async function readRecordedEvents(db: Reader, state: Iso3 | null = null): Promise<readonly RecordedEvent[]> {
  const rows = await db.obligationEvent.findMany({
    ...(state === null ? {} : { where: { iso3: state } }),
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const backOf = await readRetractions(db);
  return rows.map((row) => ({
    id: row.id,
    corrects: row.corrects,
    state: row.iso3,
    article: row.article === 3 ? 3 : 4,
    newRemnants: row.newRemnants,
    event: row.event as ObligationEventKind,
    date: { text: row.date, precision: row.precision as Precision },
    until: dayFrom(row.until),
    meeting: row.meeting,
    confidence: row.confidence as Confidence,
    show: row.show,
    source: row.source,
    sourceDate: dayFrom(row.sourceDate),
    note: row.note,
    reason: row.reason,
    warnings: row.warnings,
    ...recordingOf(row, backOf),
  }));
}
